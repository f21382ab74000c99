// Items of kind `Org` -> drafts of organizations; bare local bodies (省应急管理厅) get the region of their context.
import type { OrgValue } from '../bodies.js'
import { regionAt } from '../home.js'
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

/** The full name of a body as its document means it; the bare name when the region is unknown. */
export function bodyName(item: Item, line: Line, paper: Paper): string {
  const value = item.value as unknown as OrgValue
  if (value.form === undefined) return value.name ?? firmName(item, line)
  if (value.region) return `${value.region.name ?? ''}${value.form}`
  const region = value.level ? regionAt(paper, line, item.start, value.level) : undefined
  return region ? `${region}${value.form}` : value.name
}

/** A firm's name without the divisions before it, as far as these are written in full: 桂林市|远山木业有限公司, but 合肥鼎筑…. */
function firmName(item: Item, line: Line): string {
  let start = item.start
  for (const part of item.parts)
    if (part.kind === 'Place' && part.start === start && /[省市县区州盟旗镇乡]$/u.test(line.textOf(part)))
      start = part.end
  return line.folded.slice(start, item.end)
}

export function nameBody(item: Item, line: Line, paper: Paper, roster: Roster): void {
  if (item.value.own) {
    const own = roster.near('Organization').find((d) => d.name.endsWith(item.value.unit as string))
    if (own) roster.mention(own, line, item)
    return
  }
  const value = item.value as unknown as OrgValue
  const name = bodyName(item, line, paper)
  roster.mention(roster.draft('Organization', name, [line.textOf(item), ...(value.forms ?? [])]), line, item)
}

// Items of kind `Post` -> drafts of offices: body or region + role, completed from the posts beside it and the document's context.

import { regionAt } from '../home.js'
import type { Item, Line } from '../line.js'
import type { Paper, PlaceValue } from '../paper.js'
import type { Roster } from '../roster.js'
import { bodyName } from './body.js'

export function namePost(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const role = line.textOf(item.value.role as Item)
  const text = line.textOf(item).replace(/^(?:时任|原|前)/u, '')
  const body = item.value.body
  let owner: string | undefined
  if (body && typeof body === 'object' && 'kind' in body) {
    const part = body as Item
    owner = part.kind === 'Org' ? bodyName(part, line, paper) : (part.value as unknown as PlaceValue).name
    if (typeof item.value.unit === 'string') owner += item.value.unit
  }
  if (!owner) {
    const level = /^(?:代|副|常务副|代理)*(省|市|县|区|州|盟|旗)长/u.exec(role)?.[1]
    if (level) owner = regionAt(paper, line, item.start, level)
    else {
      const index = line.items.indexOf(item)
      const before = line.items[index - 1]
      if (before?.kind === 'Post' && item.start - before.end <= 1) owner = before.value.owner as string | undefined
    }
  }
  item.value.owner = owner
  const name = owner ? `${owner}${role}` : role
  roster.mention(roster.draft('Post', name, [text, role]), line, item)
}

// Items of kind `Place`, and those of kind `Country` that are no whole country -> drafts of provinces and places, by their official names.
import { bisect } from '../bisect.js'
import type { Foreign } from '../gazetteer.js'
import { regionAt } from '../home.js'
import type { Item, Line } from '../line.js'
import type { Paper, PlaceValue } from '../paper.js'
import type { Roster } from '../roster.js'

export function namePlace(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const value = item.value as unknown as PlaceValue
  const text = line.textOf(item)
  if (value.here) {
    const level = item.value.level as string
    const home = regionAt(paper, line, item.start, level)
    if (!home) return
    roster.mention(
      roster.draft(level === '省' || /(?:省|自治区)$/u.test(home) ? 'Province' : 'Place', home, [text]),
      line,
      item,
    )
    return
  }
  const draft = roster.draft(value.type, value.name ?? text, [text, ...(value.forms ?? [])])
  if (value.type === 'Province' && value.code) draft.attrs.code = value.code
  // 宜宾|三江新区: the whole chain is a form of the last.
  const above =
    value.type === 'Place'
      ? line.items[bisect(line.items.length, (i) => (line.items[i] as Item).start < item.start) - 1]
      : undefined
  if (above?.kind === 'Place' && above.end === item.start && !above.value.here)
    roster.alias(draft, line.textOf(above) + text)
  roster.mention(draft, line, item)
}

/** A city or a division abroad is a place; a whole country is none. */
export function nameForeign(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  const { name, abroad } = item.value as unknown as Foreign
  if (!abroad) return
  const text = line.textOf(item)
  // 夏威夷州 and 夏威夷 are one.
  const known = [text, name, text.replace(/[省州市县府]$/u, '')].map((form) => roster.find('Place', form)).find(Boolean)
  const draft = known ?? roster.draft('Place', text)
  for (const form of [text, name]) roster.alias(draft, form)
  roster.mention(draft, line, item)
}

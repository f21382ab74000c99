// Items of kind `Place` -> drafts of provinces and places, by their official names.
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
    roster.mention(roster.draft(level === '省' ? 'Province' : 'Place', home, [text]), line, item)
    return
  }
  const draft = roster.draft(value.type, value.name ?? text, [text, ...(value.forms ?? [])])
  if (value.type === 'Province' && value.code) draft.attrs.code = value.code
  roster.mention(draft, line, item)
}

// Items of kind `Person` -> drafts of persons, one per name in a document.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

export function namePerson(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  const name = (item.value.name as string).replace(/\s/gu, '')
  roster.mention(roster.draft('Person', name, [line.textOf(item)]), line, item)
}

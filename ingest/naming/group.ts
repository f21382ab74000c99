// Items of kind `Group` -> drafts.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

export function nameGroup(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  roster.mention(roster.draft('Group', line.textOf(item)), line, item)
}

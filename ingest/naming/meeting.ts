// Items of kind `Meeting` -> drafts.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

export function nameMeeting(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  roster.mention(roster.draft('Meeting', line.textOf(item)), line, item)
}

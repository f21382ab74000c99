// Items of kind `Campaign` -> drafts.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

export function nameCampaign(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  roster.mention(roster.draft('Campaign', line.textOf(item)), line, item)
}

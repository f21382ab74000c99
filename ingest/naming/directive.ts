// Items of kind `Directive` -> drafts.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Roster } from '../roster.js'

export function nameDirective(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  roster.mention(roster.draft('Directive', line.textOf(item)), line, item)
}

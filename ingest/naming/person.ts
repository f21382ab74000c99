// Items of kind `Person` -> drafts of persons, one per name in a document. 普京 is 弗拉基米尔·普京 where the document says both.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Draft, Roster } from '../roster.js'

export function namePerson(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  const name = (item.value.name as string).replace(/(?<![A-Za-z.])\s+|\s+(?![A-Za-z])/gu, '')
  const draft = known(name, roster) ?? roster.draft('Person', name)
  roster.alias(draft, name)
  if (!item.value.pronoun) roster.alias(draft, line.textOf(item))
  roster.mention(draft, line, item)
}

/** The draft that a part of a name with · means, or whose one-part name this completes; only where no two claim it. */
function known(name: string, roster: Roster): Draft | undefined {
  const held = roster.find('Person', name)
  if (held) return held
  const parts = name.split('·')
  const persons = roster.near('Person')
  if (parts.length === 1) {
    const whole = persons.filter((d) => d.name.includes('·') && d.name.split('·').includes(name))
    return whole.length === 1 ? whole[0] : undefined
  }
  const last = parts.at(-1) as string
  const short = persons.find((d) => d.name === last)
  if (short && last.length > 1) roster.rename(short, name)
  return last.length > 1 ? short : undefined
}

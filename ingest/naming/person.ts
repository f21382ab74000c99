// Items of kind `Person` -> drafts of persons, one per name in a document. 普京 is 弗拉基米尔·普京 where the document says both.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Called } from '../persons/called.js'
import type { Draft, Roster } from '../roster.js'

export function namePerson(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  const name = (item.value.name as string).replace(/(?<![A-Za-z.])\s+|\s+(?![A-Za-z])/gu, '')
  const called = item.value.called as Called | undefined
  const draft = (called ? meant(name, called, roster) : known(name, roster)) ?? roster.draft('Person', name)
  roster.alias(draft, name)
  if (called) roster.alias(draft, called.surname)
  if (!item.value.pronoun) roster.alias(draft, line.textOf(item))
  roster.mention(draft, line, item)
}

/** 张市长, 陈教授: the one person of that surname that the document has named in full, unless an office makes the address unlikely. */
function meant(name: string, { surname, office }: Called, roster: Roster): Draft | undefined {
  const held = roster.find('Person', name)
  if (held) return held
  const family = roster
    .near('Person')
    .filter((d) => d.name.startsWith(surname) && !isCalled(d) && !d.name.includes('·'))
  const holders = office ? family.filter((d) => d.mentions.some((m) => holds(m, office))) : family
  if (holders.length === 1) return holders[0]
  return undefined
}

/** Whether only a surname with an address is known of someone. */
const isCalled = (draft: Draft): boolean => draft.mentions.every(({ item }) => item.value.called !== undefined)

/** Whether an office that ends so stands beside a mention. */
function holds({ line, item }: Draft['mentions'][number], office: string): boolean {
  const i = line.items.indexOf(item)
  return [line.items[i - 1], line.items[i + 1]].some((n) => n?.kind === 'Post' && line.textOf(n).endsWith(office))
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

// A line of a list of persons -> the name that it must begin with: （二）高渐离，时任…; 3.王海，中共党员，…. Only where no name was found there.
import type { Paper } from '../paper.js'
import { COMPOUND_FIRST, Letters, SURNAME } from './letters.js'

const SLOT =
  /^(?<head> ?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.、．]) ?)(?<name>[\u3400-\u9fff](?: [\u3400-\u9fff]|[\u3400-\u9fff]{1,3}))(?:（[^（）]{1,12}）)?(?:同志)?，(?<after>.{1,12})/u
/** What only a person's name is followed by. */
const OF_PERSON = /^(?:男|女|中共党员|群众|时任|现任|原任|原|系|[\u4e00-\u9fff]{1,4}族|(?:19|20)\d\d年)/u

let letters: Letters | undefined

/** Puts in the names that lists of persons begin with. Run after persons are found. */
export function findPersonsInLists(paper: Paper): void {
  for (const line of paper.lines) {
    const slot = SLOT.exec(line.text)?.groups
    if (!slot) continue
    const start = line.sentence.start + (slot.head as string).length
    const name = slot.name as string
    const end = start + name.length
    if (line.items.some((i) => i.start < end && i.end > start)) continue
    const next = line.items.find((i) => i.start >= end)
    const comma = line.folded.indexOf('，', end) + 1
    if (!(next?.kind === 'Post' && next.start === comma) && !OF_PERSON.test(slot.after as string)) continue
    letters ??= new Letters()
    if (!((letters.flags[name.charCodeAt(0)] as number) & (SURNAME | COMPOUND_FIRST))) continue
    const value = { name: name.replace(/ /gu, '') }
    line.put({ kind: 'Person', start, end, rule: 'person/slot', value, parts: [] })
  }
}

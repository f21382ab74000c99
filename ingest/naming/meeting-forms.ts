// A meeting's clause -> the names that it gives the meeting: who convenes it, its name completed, its other forms.
// Knows the one mention and the document's home, no meeting told of before.
import { regionAt } from '../home.js'
import type { Item, Line } from '../line.js'
import { compile } from '../match.js'
import type { Paper, PlaceValue } from '../paper.js'
import { draftsOf } from '../roster.js'
import { bodyName } from './body.js'

/** The organ of the convener that meets: 市委常委会召开会议. */
export function organOf(who: Item, line: Line): string {
  return /^(?:常委会|党组|党委|主席团|理事会)/u.exec(line.folded.slice(who.end, line.sentence.end))?.[0] ?? ''
}

/** Who convenes the meeting in its clause: the body, team or larger meeting before 召开. */
export function convener(item: Item, line: Line, pattern: string): Item | undefined {
  const { text, items } = line.encode()
  const here = items.indexOf(item)
  if (here < 0) return undefined
  const regex = compile(pattern)
  regex.lastIndex = 0
  const index = regex.exec(text.slice(0, here))?.indices?.groups?.who?.[0]
  return index === undefined ? undefined : items[index]
}

/** What a convener is called in the name of its meeting. */
export function nameOf(item: Item, line: Line, paper: Paper): string {
  if (item.kind === 'Org') return bodyName(item, line, paper)
  return draftsOf(item)[0]?.name ?? line.textOf(item)
}

/** The name with its local bodies completed: 省安委会第一次全体会议 -> 山西省安委会第一次全体会议. */
export function fullName(item: Item, line: Line, paper: Paper): string {
  const first = item.parts[0]
  const text = line.textOf(item)
  if (first?.kind !== 'Org') return text
  const lead = line.folded.slice(item.start, first.start)
  return lead + bodyName(first, line, paper) + line.folded.slice(first.end, item.end)
}

/** All forms under which this mention names its meeting. */
export function formsOf(item: Item, line: Line, paper: Paper): string[] {
  const text = line.textOf(item)
  const forms = [text, fullName(item, line, paper)]
  for (const name of [...forms])
    if (name.includes('暨')) forms.push(...name.split('暨').filter((part) => /会议?$/u.test(part)))
  const local = inFull(item, line, paper)
  return local ? [...forms, local] : forms
}

/** 我县2023年…启动仪式: with the name of the county. */
export function inFull(item: Item, line: Line, paper: Paper): string | undefined {
  const first = item.parts[0]
  if (first?.kind !== 'Place' || first.start !== item.start || !(first.value as unknown as PlaceValue).here)
    return undefined
  const region = regionAt(paper, line, item.start, line.folded[first.end - 1] as string)
  return region && region + line.folded.slice(first.end, item.end)
}

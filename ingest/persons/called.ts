// Lines with posts and persons -> items of kind `Person` for those who are named by surname and address alone: 陈教授, 项市长, 老于.
// Whom of the document they mean is told when things are named (naming/person.ts). 王某, whom the paper will not name, is nobody here.
import { words } from '../lexicon.js'
import type { Line } from '../line.js'
import { Trie } from '../scan.js'
import { bitFor, holdsBit } from '../sweep.js'
import { hasRoom, putPerson } from './room.js'

/** Surnames up to this class stand behind any word that ends before them; those of the next only where a clause begins. */
const USUAL = '3'
const RARE = '4'
/** 任主席, 代市长, 位部长: far oftener a verb or a measure before an office. */
const NO_SURNAME = new Set('任代位向党原应和都但由班段车')
/** Words of one character that a name may follow. */
const BEFORE = new Set('对与和向由给请为让被把从跟找见的了在是说问当听叫而但以到着过也还就又才并及同像替随陪托')
/** Offices of a state, before which the first character of a country stands: 韩总统. */
const STATE = new Set(['总理', '副总理', '总统', '副主席', '部长'])
/** What an old master does: 吕老去了…. */
const ELDER_DOES = new Set('说讲写去来曾')
const OFFICE_KINDS = new Set(['Post', 'Role', 'Title'])

/** A word of address. */
interface Call {
  word: string
  office: boolean
}

interface Knowledge {
  calls: Trie<Call>
  surnames: Map<string, string>
  vocabulary: Set<string>
  verbs: Set<string>
  countries: Set<string>
  bit: number
  old: number
  house: number
}
let known: Knowledge | undefined

function load(): Knowledge {
  const calls = new Trie<Call>()
  for (const { word, fields } of words('call')) calls.add(word, { word, office: fields[0] === 'office' })
  return {
    calls,
    surnames: new Map(words('surname').map((r) => [r.word, r.fields[0] ?? USUAL])),
    vocabulary: new Set(['vocabulary', 'common-word', 'not-name'].flatMap((list) => words(list).map((r) => r.word))),
    verbs: new Set(words('person-verb').map((r) => r.word)),
    countries: new Set(words('country').map((r) => r.word[0] as string)),
    bit: bitFor(calls.words),
    old: bitFor(['老']),
    house: bitFor(['家']),
  }
}

/** What an item of this layer says: the surname, and whether the word behind it is an office. */
export interface Called {
  surname: string
  office?: string
}

/** Puts in those who are named by surname and address. Run when all full names are found. */
export function findCalled(line: Line): void {
  known ??= load()
  if (holdsBit(line, known.bit)) findAddressed(line, known)
  if (holdsBit(line, known.old)) findOld(line, known)
  if (holdsBit(line, known.house)) findHouses(line, known)
}

function findAddressed(line: Line, { calls, surnames, countries, vocabulary }: Knowledge): void {
  const { start, end } = line.sentence
  // 王书记|和李|主任: two who are called, no name.
  for (const item of [...line.items])
    if (item.kind === 'Person' && item.end - item.start === 2 && line.folded[item.start] === '和')
      if (callAt(line, item.end, calls) && surnames.has(line.folded[item.start + 1] as string)) line.lift(item)
  for (let at = start + 1; at < end - 1; at++) {
    const call = callAt(line, at, calls)
    const surname = call && surnameBefore(line, at, surnames)
    if (!call || !surname) continue
    const from = at - surname.length
    const to = at + call.word.length
    if (!hasRoom(line, { start: from, end: at }) || !fits(line, at, to)) continue
    const office = call.office ? call.word : undefined
    if (office && STATE.has(office) && countries.has(surname)) continue
    // 乌|镇长|街: the word goes on.
    if (vocabulary.has(line.folded.slice(to - 1, to + 1))) continue
    if (!begins(line, from, surnames.get(surname) as string)) continue
    put(line, from, at, `${surname}${call.word}`, { surname, ...(office && { office }) })
    at = to - 1
  }
}

/** The longest word of address that stands there. */
function callAt(line: Line, at: number, calls: Trie<Call>): Call | undefined {
  return calls.longest(line.folded, at, line.sentence.end)?.entries[0]
}

function surnameBefore(line: Line, at: number, surnames: ReadonlyMap<string, string>): string | undefined {
  const two = line.folded.slice(Math.max(line.sentence.start, at - 2), at)
  if (two.length > 1 && surnames.has(two)) return two
  const one = two.slice(-1)
  return (surnames.get(one) ?? '9') <= RARE && !NO_SURNAME.has(one) ? one : undefined
}

/** Nothing that was found is cut by the word of address, and no name follows it. */
function fits(line: Line, from: number, to: number): boolean {
  for (const item of line.items) {
    if (item.start >= to) return !(item.kind === 'Person' && item.start === to)
    if (item.end > from && !(item.start === from && OFFICE_KINDS.has(item.kind) && item.end === to)) return false
  }
  return true
}

/** Whether a word may begin at `at`: something ends there. */
function begins(line: Line, at: number, surnameClass: string): boolean {
  const { folded, sentence, items } = line
  const before = folded[at - 1] ?? ''
  if (at === sentence.start || !/[\u3400-\u9fff]/u.test(before))
    return !/[·\d]/u.test(before) && (surnameClass <= USUAL || before !== '“')
  if (items.some((i) => i.end === at && i.kind !== 'Person')) return surnameClass <= USUAL
  const vocabulary = (known as Knowledge).vocabulary
  if (vocabulary.has(folded.slice(at - 1, at + 1)) || vocabulary.has(folded.slice(at - 2, at + 1))) return false
  if (surnameClass > USUAL) return BEFORE.has(before)
  return BEFORE.has(before) || vocabulary.has(folded.slice(at - 2, at)) || vocabulary.has(folded.slice(at - 3, at))
}

/** 老于, 吕老. */
function findOld(line: Line, { surnames, vocabulary, verbs }: Knowledge): void {
  const { folded } = line
  const { start, end } = line.sentence
  const isUsual = (c: string | undefined) => (surnames.get(c ?? '') ?? '9') <= '2' || c === '于'
  const acts = (at: number) =>
    [1, 2].some((size) => verbs.has(folded.slice(at, at + size))) ||
    (!vocabulary.has(folded.slice(at - 2, at)) && /^[，、。：的]?$/u.test(folded.slice(at, at + 1)))
  for (let at = folded.indexOf('老', start); at >= 0 && at < end; at = folded.indexOf('老', at + 1)) {
    const next = folded[at + 1]
    const last = folded[at - 1]
    if (
      isUsual(next) &&
      at + 2 < end &&
      acts(at + 2) &&
      isWordEdge(line, at) &&
      !vocabulary.has(folded.slice(at + 1, at + 3))
    ) {
      if (hasRoom(line, { start: at, end: at + 2 }))
        put(line, at, at + 2, folded.slice(at, at + 2), { surname: next as string })
    } else if (
      at > start &&
      isUsual(last) &&
      !NO_SURNAME.has(last as string) &&
      (verbs.has(folded[at + 1] ?? '') || ELDER_DOES.has(folded[at + 1] ?? '')) &&
      !vocabulary.has(folded.slice(at, at + 2)) &&
      !vocabulary.has(folded.slice(at - 1, at + 1)) &&
      hasRoom(line, { start: at - 1, end: at + 1 }) &&
      begins(line, at - 1, '1')
    )
      put(line, at - 1, at + 1, folded.slice(at - 1, at + 1), { surname: last as string })
  }
}

/** What follows 王家, the family, and no village's name. */
const OF_HOUSE =
  /^(?:的|人|里|本来|传人|父[母子女]|母[女子]|夫妇|夫妻|兄[弟妹]|姐妹|老[大二三人小少]|解决|送|有|是|也|又|还|原|欠|穷|一家|上下|祖|后[人代]|，|。)/u

/** 刘家|本来就穷: a family for the one whose name it bears. */
function findHouses(line: Line, { surnames, vocabulary }: Knowledge): void {
  const { folded } = line
  const { start, end } = line.sentence
  for (let at = folded.indexOf('家', start + 1); at >= 0 && at < end; at = folded.indexOf('家', at + 1)) {
    const surname = folded[at - 1] as string
    if ((surnames.get(surname) ?? '9') > '1' || NO_SURNAME.has(surname) || vocabulary.has(folded.slice(at - 1, at + 1)))
      continue
    if (!OF_HOUSE.test(folded.slice(at + 1, Math.min(end, at + 3))) || !hasRoom(line, { start: at - 1, end: at + 1 }))
      continue
    if (isWordEdge(line, at - 1)) put(line, at - 1, at + 1, `${surname}家`, { surname })
  }
}

const isWordEdge = (line: Line, at: number): boolean => {
  const before = line.folded[at - 1] ?? ''
  return at === line.sentence.start || !/[\u3400-\u9fff]/u.test(before) || BEFORE.has(before)
}

function put(line: Line, start: number, end: number, name: string, called: Called): void {
  putPerson(line, { start, end }, 'person/called', { name, called })
}

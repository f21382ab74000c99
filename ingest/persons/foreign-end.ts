// Lines with persons -> names of foreigners after an office of another country read to their end (索马里总统|马哈茂|德), and
// 和 before a name after an office read as the joint that it is. Knows no names.
import { words } from '../lexicon.js'
import { altered, type Item, kindsOf, type Line } from '../line.js'
import type { Paper } from '../paper.js'
import { Trie } from '../scan.js'
import { Sounds } from './sounds.js'

let sounds: Map<string, number> | undefined
let pairs: Sounds | undefined
let ordinary: Trie<string> | undefined

const PERSONS = kindsOf('Person')

const OURS = /^(?:中国|中华)/u

/** Mends the ends of names in a document. Run when persons are found. */
export function readForeignEnds(paper: Paper): void {
  sounds ??= new Map(words('translit').map(({ word, fields }) => [word, Number(fields[0])]))
  const longer = new Map<string, string>()
  for (const line of paper.lines) {
    if (!line.holds(PERSONS)) continue
    for (const post of line.items.filter((i) => i.kind === 'Post')) {
      const person = line.items.find((i) => i.kind === 'Person' && i.start === post.end)
      if (!person) continue
      joined(line, post, person)
      if (wired(line, person)) continue
      const country = post.parts[0]
      if (country?.kind !== 'Country' || OURS.test(line.textOf(country))) continue
      const end = soundEnd(line, person)
      if (end > person.end) longer.set(line.textOf(person), line.folded.slice(person.start, end))
    }
  }
  if (!longer.size) return
  for (const line of paper.lines)
    for (const person of line.items.filter((i) => i.kind === 'Person')) {
      const name = longer.get(line.textOf(person))
      if (name && line.folded.startsWith(name, person.start)) stretch(line, person, person.start + name.length)
    }
}

/** Where a name spelt by sound ends that began as this one: at the first character that spells none. */
function soundEnd(line: Line, person: Item): number {
  const text = line.folded
  const spells = (c: string | undefined) => c === '·' || (sounds?.get(c ?? '') ?? 0) >= 2
  const own = [...line.textOf(person)]
  const foreign = own.filter((c) => c === '·' || sounds?.has(c)).length * 3 >= own.length * 2
  let end = person.end
  while (end < line.sentence.end && end - person.end < 12 && spells(text[end]) && follows(text, end)) {
    const other = line.items.find((i) => i.start <= end && end < i.end)
    if (other && other.kind !== 'Person') break
    end++
  }
  // 通|电话, but not the end of 普拉昌达、
  if (/[通加达致互]$/u.test(text.slice(person.end, end)) && /[\u4e00-\u9fff]/u.test(text[end] ?? '')) end--
  if (!foreign && end - person.end < 2) return person.end
  // 加|剧, 通|电话: a word that goes on past the sounds begins none of the name.
  ordinary ??= ordinaryWords()
  for (let i = person.end; i < end; i++) if ((ordinary.longest(text, i, line.sentence.end)?.end ?? 0) > end) end = i
  // What comes next must not cut a name in two.
  return line.items.some((i) => i.start < end && end < i.end) || text[end - 1] === '·' ? person.end : end
}

/** Whether the character at `at` goes on what is spelt before it. */
function follows(text: string, at: number): boolean {
  pairs ??= new Sounds()
  return text[at] === '·' || text[at - 1] === '·' || pairs.follows(text.charCodeAt(at - 1), text.charCodeAt(at))
}

function ordinaryWords(): Trie<string> {
  const trie = new Trie<string>()
  for (const list of ['vocabulary', 'verb', 'common-word'])
    for (const { word } of words(list)) if (word.length > 1) trie.add(word, word)
  return trie
}

function stretch(line: Line, person: Item, end: number): void {
  for (const other of line.items.filter((i) => i !== person && i.start < end && i.start >= person.end)) {
    if (other.kind !== 'Person' || other.end > end) return
    line.lift(other)
  }
  line.lift(person)
  line.put(altered(person, { end, value: { ...person.value, name: line.folded.slice(person.start, end) }, parts: [] }))
}

/** 佐科|致慰问电, 哈马德|通电话: the verb is no part of the name. */
function wired(line: Line, person: Item): boolean {
  const text = line.textOf(person)
  if (text.length < 3 || !/[致通互]$/u.test(text)) return false
  if (!/^(?:致|慰问|贺|唁)?(?:慰问|贺|唁|新年贺)?[电信]/u.test(line.folded.slice(person.end, line.sentence.end)))
    return false
  line.lift(person)
  line.put(altered(person, { end: person.end - 1, value: { ...person.value, name: text.slice(0, -1) }, parts: [] }))
  return true
}

/** 甲总书记和乙总书记: an office that has its holder already does not stand before 和. */
function joined(line: Line, post: Item, person: Item): void {
  if (line.folded[person.start] !== '和' || person.end - person.start < 3) return
  let at = line.items.indexOf(post)
  while (at > 0 && line.items[at - 1]?.kind === 'Post') at--
  const holder = line.items[at - 1]
  const first = line.items[at] as Item
  if (holder?.kind !== 'Person' || holder.end !== first.start) return
  line.lift(person)
  const name = line.folded.slice(person.start + 1, person.end)
  line.put(altered(person, { start: person.start + 1, value: { ...person.value, name }, parts: [] }))
}

// The last word of a name in a sentence -> where the name begins. Knows no type: what ends the search is a list of words.
// A clause is read from its start: every word that no name holds moves the beginning behind it.
import { bisect } from './bisect.js'
import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { CharSet, Trie } from './scan.js'

type Sort = 'stop' | 'keep' | 'start' | 'wide' | 'verb' | 'joint'

/** What a name of this family may hold and what stands before it. */
export interface Edge {
  /** The word list of ingest/lexicon with columns word, sort. */
  list: string
  /** Kinds of items that a name may begin with. */
  opens: readonly string[]
  /** Kinds of items that no name holds. */
  shuts: readonly string[]
  /** What may follow an earlier last word inside one name (…会议暨…, …会议第二次…). */
  goesOn: RegExp
  /** Before a name that begins with a verb. */
  verbAfter?: RegExp
  /** Longest name in characters. */
  limit: number
}

const tries = new Map<string, Trie<Sort>>()

function load(list: string): Trie<Sort> {
  let trie = tries.get(list)
  if (!trie) {
    trie = new Trie()
    for (const { word, fields } of words(list)) trie.add(word, fields[0] as Sort)
    for (const { word } of words('country')) if (word.length > 1 && !trie.has(word)) trie.add(word, 'keep')
    tries.set(list, trie)
  }
  return trie
}

const CLAUSE = new CharSet('，。；：！？\n｜…')
const CLOSES = new CharSet('”）》')
const OPENS = new CharSet('“（《')
const COMMA = '、'.charCodeAt(0)
const ONE = '1'.charCodeAt(0)
const TWO = '2'.charCodeAt(0)
/** Where a name begins anew. */
const BREAKS = new CharSet('”）》【】 ')
/** What may stand between a verb of convening and a verb that the name begins with. */
const ADVERB = /^(?:深入|进一步|全面|扎实|大力|切实|持续|坚决|新时代)*$/u
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》' }

/**
 * Where the name that ends with the word at `head` begins.
 * @param heads folded offsets of the last words of the sentence, beginning -> end
 * @returns a folded offset; `head` itself when nothing before it belongs to the name
 */
export function leftEdge(line: Line, head: number, heads: ReadonlyMap<number, number>, edge: Edge): number {
  const trie = load(edge.list)
  const text = line.folded
  const first = clauseStart(line, Math.max(line.sentence.start, head - edge.limit), head)
  const ends = endsOf(heads)
  const items = itemsBetween(line, first, head)
  let start = first
  let open = false
  let wide = false
  const begin = (at: number) => {
    start = at
    open = false
    wide = false
  }
  const opening = (at: number): boolean => {
    const item = items.get(at)
    if (item) return edge.opens.includes(item.kind)
    const sort = trie.longest(text, at, head)?.entries[0]
    return sort === 'start' || sort === 'wide'
  }
  const enter = (at: number) => {
    if (start < at && !open && !/(?:届|次|[“（暨·—－-])$/u.test(text.slice(start, at))) start = at
    if (start === at) open = true
    else if (/[届次]$/u.test(text.slice(start, at))) open = true
  }
  for (let i = first; i < head; ) {
    const item = items.get(i)
    if (item) {
      if (edge.opens.includes(item.kind)) {
        enter(i)
        if (trie.longest(text, i, item.end)?.entries[0] === 'wide') wide = true
      } else if (edge.shuts.includes(item.kind) && !(wide && item.kind === 'Person') && !kept(item, text, head))
        begin(item.end)
      i = item.end
      continue
    }
    const earlier = heads.get(i)
    if (earlier && earlier <= head && i > start) {
      if (earlier < head && !wide && !edge.goesOn.test(text.slice(earlier, head))) begin(earlier)
      i = earlier
      continue
    }
    const code = text.charCodeAt(i)
    // A title run on to the next: …态势2023世界动力电池大会.
    if (
      !open &&
      i - start > 5 &&
      (code === ONE || code === TWO) &&
      /^(?:19|20)\d{2}\D/u.test(text.slice(i, i + 5)) &&
      !/\d/u.test(text[i - 1] as string)
    )
      begin(i)
    // …消费促进活动启动|2024年…消费促进活动启动仪式: what stands before is said again.
    else if (
      open &&
      i - start > 8 &&
      (code === ONE || code === TWO) &&
      /^(?:19|20)\d{2}年/u.test(text.slice(i, i + 5)) &&
      text.slice(i, head).includes(text.slice(start, start + 8).replace(/^\d{4}年/u, ''))
    )
      begin(i)
    if (OPENS.has(code)) {
      const c = text[i] as string
      const closer = PAIRS[c] as string
      const end = text.indexOf(closer, i)
      const inside = end > i && end < head && end - i <= 24
      if (
        !inside ||
        (c === '（' &&
          !items.has(i + 1) &&
          !/^（(?:扩大|视频|电视电话|线上|中国|试点|第|总理|[\dA-Z+]{1,8}）)/u.test(text.slice(i)))
      ) {
        begin(inside ? end + 1 : i + 1)
        i = start
      } else if (c === '《' && !/^(?:第|执法检查|缔约|成员国|各方|领导人|工作|框架)/u.test(text.slice(end + 1))) {
        begin(end + 1)
        i = start
      } else i = end + 1
      continue
    }
    if (BREAKS.has(code)) {
      begin(i + 1)
      i++
      continue
    }
    if (code === COMMA) {
      if (opening(i + 1) || start === i || ends.has(i) || lastIsItem(items, i)) begin(i + 1)
      i++
      continue
    }
    const hit = trie.longest(text, i, head)
    const sort = hit?.entries[0]
    if (!hit || sort === 'keep') {
      i = hit ? hit.end : i + 1
      continue
    }
    if (sort === 'start' || sort === 'wide') {
      enter(i)
      wide ||= sort === 'wide'
    } else if (
      sort === 'verb' &&
      !wide &&
      start < head &&
      edge.verbAfter?.test(text.slice(Math.max(0, start - 6), start)) &&
      ADVERB.test(text.slice(start, i))
    ) {
      open = true
      wide = true
    } else if (sort === 'stop' || (sort === 'verb' && !wide)) begin(hit.end)
    else if (sort === 'joint' && (start === i || opening(hit.end))) begin(hit.end)
    i = hit.end
  }
  return start
}

const endSets = new WeakMap<ReadonlyMap<number, number>, Set<number>>()

function endsOf(heads: ReadonlyMap<number, number>): Set<number> {
  let ends = endSets.get(heads)
  if (!ends) {
    ends = new Set(heads.values())
    endSets.set(heads, ends)
  }
  return ends
}

/** The items inside a stretch by their beginnings; items of a line stand in order. */
function itemsBetween(line: Line, from: number, to: number): Map<number, Item> {
  const found = new Map<number, Item>()
  const first = bisect(line.items.length, (i) => (line.items[i] as Item).start < from)
  for (let i = first; i < line.items.length; i++) {
    const item = line.items[i] as Item
    if (item.start >= to) break
    if (item.end <= to) found.set(item.start, item)
  }
  return found
}

/** An office or date may stand inside a name: 省长办公会, 2023年第一次会议. */
function kept(item: Item, text: string, head: number): boolean {
  if (item.kind === 'Date') return /^\d{4}年(?:度)?$/u.test(text.slice(item.start, item.end))
  if (item.kind === 'Person') return false
  if (/^[会团]/u.test(text.slice(item.end, head + 1))) return true
  return (
    item.end === head ||
    /^(?:办公|选举|扩大|联席|会商|理事|峰|级|非正式|碰头|座谈)/u.test(text.slice(item.end, head + 1))
  )
}

function lastIsItem(items: ReadonlyMap<number, Item>, at: number): boolean {
  for (const item of items.values()) if (item.end === at) return true
  return false
}

/** The last mark that ends a clause before the head, marks in quotes and brackets apart. */
function clauseStart(line: Line, from: number, head: number): number {
  let depth = 0
  for (let i = head - 1; i >= from; i--) {
    const code = line.folded.charCodeAt(i)
    if (CLOSES.has(code)) depth++
    else if (OPENS.has(code)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (CLAUSE.has(code) || line.folded.startsWith('——', i - 1))) return i + 1
  }
  // The window may begin inside an item; names begin at its end then.
  const cut = line.items.find((i) => i.start < from && i.end > from)
  return cut ? cut.end : from
}

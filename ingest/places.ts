// Layer 1: a sentence's characters -> items of kind `Place`, from the lists of divisions and the grammar of towns and villages.

import { list, words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { applyMentionRules } from './match.js'
import type { Paper, PlaceValue } from './paper.js'
import { placeRules } from './rules/place.js'
import { Trie } from './scan.js'

interface Entry {
  value: PlaceValue
  /** A short form that is also an ordinary word or name: it counts only beside its superior or when the full name stands in the text. */
  weak: boolean
}

let trie: Trie<Entry> | undefined
let countries: Trie<string> | undefined
let provinceLetters: Map<string, PlaceValue> | undefined

function load(): Trie<Entry> {
  if (trie) return trie
  const t = new Trie<Entry>()
  provinceLetters = new Map()
  for (const { word, fields } of words('province')) {
    const value: PlaceValue = { type: 'Province', name: word, level: 'p', province: word, code: fields[2] ?? '' }
    t.add(word, { value, weak: false })
    if (fields[0] && fields[0] !== word) t.add(fields[0], { value, weak: false })
    for (const letter of list(fields[1])) if (letter.length === 1) provinceLetters.set(letter, value)
  }
  for (const { word, fields } of words('prefecture')) {
    const value: PlaceValue = { type: 'Place', name: word, level: 'c', province: fields[1] ?? '', prefecture: word }
    t.add(word, { value, weak: false })
    for (const short of list(fields[0])) t.add(short, { value, weak: false })
  }
  for (const { word, fields } of words('county')) {
    const value: PlaceValue = {
      type: 'Place',
      name: word,
      level: 'x',
      prefecture: fields[1] ?? '',
      province: fields[2] ?? '',
    }
    t.add(word, { value, weak: false })
    for (const short of list(fields[0])) {
      t.add(short, { value, weak: true })
      // 景宁畲族自治县 is written 景宁县 too.
      const level = /自治([县旗])$/u.exec(word)?.[1]
      if (level && !short.endsWith(level)) t.add(short + level, { value, weak: false })
    }
  }
  countries = new Trie()
  for (const { word, fields } of words('country'))
    if (fields[1] === 'country')
      for (const form of [word, ...list(fields[0])]) if (form.length > 1) countries.add(form, word)
  trie = t
  return t
}

/** The value of a division by its full or short name, if it is one and only one (provinces win, then prefectures). */
export function placeNamed(name: string): PlaceValue | undefined {
  const found = load().longest(name, 0)
  if (!found || found.end !== name.length) return undefined
  const order = { p: 0, c: 1, x: 2, t: 3, s: 4 }
  const best = [...found.entries].sort((a, b) => order[a.value.level] - order[b.value.level])
  const first = best[0]?.value
  return first && best.filter((e) => e.value.level === first.level).length === 1 ? first : undefined
}

const LETTER_BEFORE = /[在来赴抵驻离到返入]/u

/** Finds places in one sentence. Ambiguous county names follow the place before them, then the document's home. */
export function findPlaces(line: Line, paper: Paper): void {
  const t = load()
  const { start, end } = line.sentence
  let before: Item | undefined
  for (let i = start; i < end; i++) {
    const hit = t.longest(line.folded, i, end)
    if (hit) {
      const value = choose(hit.entries, before, i, paper)
      if (value && !swallowed(line.folded, i, hit.end, value) && !joint(line.folded, i, hit.end, before)) {
        const item: Item = {
          kind: 'Place',
          start: i,
          end: hit.end,
          rule: 'place/division',
          value: { ...value },
          parts: [],
        }
        line.put(item)
        before = item
        i = hit.end - 1
        continue
      }
    }
    const country = countries?.longest(line.folded, i, end)
    if (country) {
      line.put({
        kind: 'Country',
        start: i,
        end: country.end,
        rule: 'place/country',
        value: { name: country.entries[0] },
        parts: [],
      })
      i = country.end - 1
      continue
    }
    const letter = provinceLetters?.get(line.folded[i] as string)
    // 深入鄂温克旗: a letter that begins a longer name is no province.
    if (
      letter &&
      LETTER_BEFORE.test(line.folded[i - 1] ?? '') &&
      !/^[\u4e00-\u9fff]{0,3}?[省市县区旗盟镇乡村]/u.test(line.folded.slice(i + 1, i + 5))
    )
      line.put({ kind: 'Place', start: i, end: i + 1, rule: 'place/letter', value: { ...letter }, parts: [] })
  }
  // 永和镇|石江村: what was found is the place before the next.
  for (let n = -1; n < line.items.length; ) {
    n = line.items.length
    applyMentionRules(placeRules, line)
  }
}

/** Towns and villages found beside their county are found again where they stand alone. */
export function findTownsAgain(paper: Paper): void {
  const towns = new Trie<string>()
  const known = new Set<string>()
  for (const line of paper.lines)
    for (const item of line.items)
      if (item.rule === 'place/town') {
        const name = line.textOf(item)
        if (!known.has(name)) towns.add(name, name)
        known.add(name)
      }
  if (!known.size) return
  for (const line of paper.lines)
    for (let i = line.sentence.start; i < line.sentence.end; i++) {
      const hit = towns.longest(line.folded, i, line.sentence.end)
      if (!hit) continue
      if (!line.items.some((x) => x.start < hit.end && i < x.end))
        line.put({
          kind: 'Place',
          start: i,
          end: hit.end,
          rule: 'place/town-again',
          value: { type: 'Place', level: 't', name: hit.entries[0] },
          parts: [],
        })
      i = hit.end - 1
    }
}

/** Words in which a division's name stands by chance. */
const AFTER = /^(?:大学|冬奥|奥运|世博|亚运|时间|路|银行|日报|晚报|话|菜|牌|桥|大桥|南路|北路|东路|西路|中路|商|籍)/u
function swallowed(text: string, start: number, end: number, value: PlaceValue): boolean {
  const name = text.slice(start, end)
  if (name === value.name) return false
  if (name.length <= 2 && /[省市县区州盟旗]/u.test(text[end] ?? '') && value.name !== name + text[end])
    return value.level === 'x'
  return AFTER.test(text.slice(end, end + 2))
}

/** 周某和县长罗某: 和 joins two names and begins no county. */
function joint(text: string, start: number, end: number, before: Item | undefined): boolean {
  if (text[start] !== '和' || end - start !== 2 || before?.end === start) return false
  return /[\u4e00-\u9fff）]/u.test(text[start - 1] ?? '') && !/[在到赴对向由往于省市]/u.test(text[start - 1] as string)
}

function choose(entries: readonly Entry[], before: Item | undefined, at: number, paper: Paper): PlaceValue | undefined {
  const beside = before && before.end === at ? (before.value as unknown as PlaceValue) : undefined
  const under = (e: Entry, name: string | undefined) =>
    name !== undefined && (e.value.province === name || e.value.prefecture === name)
  const ranked = entries
    .map((e) => {
      let score = { p: 5, c: 4, x: 2, t: 0, s: 0 }[e.value.level]
      if (beside && e.value.level !== 'p' && under(e, beside.name)) score += 10
      if (under(e, paper.home.市?.name)) score += 3
      if (under(e, paper.home.省?.name)) score += 2
      if (e.weak && !(beside && under(e, beside.name)) && !paper.text.includes(e.value.name)) score -= 100
      return { e, score }
    })
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (!best || best.score < 0) return undefined
  return best.e.value
}

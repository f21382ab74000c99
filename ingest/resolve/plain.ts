// Names as they are compared: simplified characters, no spaces, quotes, title marks; numerals as digits where asked.
// Knows no type of thing.

import { words } from '../lexicon.js'
import { numeral } from '../text/numeral.js'

let simplified: Map<string, string> | undefined

const DROPPED = /[\s\u3000\u200b-\u200d\ufeff“”"'‘’「」『』《》〈〉<>]/gu
const DOTS = /[•‧・･∙●．.·﹒]/gu

/** A name without what only typesetting adds: width, spaces, quotes, title marks, traditional forms, sorts of dots. */
export function plain(name: string): string {
  simplified ??= new Map(words('traditional').map((row) => [row.word, row.fields[0] || row.word]))
  const table = simplified
  return name
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(DOTS, '·')
    .replace(/[\u3400-\u9fff]/gu, (c) => table.get(c) ?? c)
}

/** 二十一 -> 21, 〇 and 零 read as 0; digits as they stand; undefined for what is no number below 1000. */
export function readNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text)
  const known = /^(?:[一二三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/u.test(text)
  return known && text ? numeral(text) : undefined
}

/** The numbers after 第 in digits: 第十四组 -> 第14组. */
export function digitOrdinals(text: string): string {
  return text.replace(/第?([一二三四五六七八九十百]+|\d+)(?=[届次组轮批号期]|届|中全会)/gu, (whole, n: string) => {
    const number = readNumber(n)
    return number === undefined ? whole : `第${number}`
  })
}

/** Pairs of neighbouring characters. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

/** How alike two texts are by their pairs of characters, 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [x, y] = [pairsOf(a), pairsOf(b)]
  let common = 0
  for (const pair of x) if (y.has(pair)) common++
  return common === 0 ? 0 : common / (x.size + y.size - common)
}

/** Whether the characters of `short` stand in `long` in their order: 工信部 in 工业和信息化部. */
export function abbreviates(short: string, long: string): boolean {
  let i = 0
  for (const c of long) if (c === short[i]) i++
  return i === short.length
}

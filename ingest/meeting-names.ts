// Names of meetings compared: which of them can be forms of one. Knows no document.
import { numeral } from './text/numeral.js'

/** A name as it is compared: without quotes and brackets, bodies in their short forms, ordinals in digits. */
export function fold(name: string): string {
  let folded = foldings.get(name)
  if (folded === undefined) {
    if (foldings.size > MOST_HELD) foldings.clear()
    folded = foldAnew(name)
    foldings.set(name, folded)
  }
  return folded
}

/** Each name of a document is compared with each other one. */
const foldings = new Map<string, string>()
const MOST_HELD = 4000

const foldAnew = (name: string) =>
  name
    .replace(/[“”‘’（）《》\s]/gu, '')
    .replace(/第[一二三四五六七八九十\d]{1,3}场/u, '')
    .replace(/(?:中国人民)?(?:政协|政治协商会议)第?([^第届]{1,4}届)全国委员会/u, '全国政协$1')
    .replace(/^第?([^第届]{1,4}届)全国人民代表大会/u, '$1全国人大')
    .replace(/人民代表大会/u, '人大')
    .replace(/第([一二三四五六七八九十\d]{1,4})届/u, '$1届')
    .replace(/常务委员会/u, '常委会')
    .replace(/人民政府/u, '政府')
    .replace(/安全生产委员会/u, '安委会')
    .replace(/安委会办公室/u, '安委办')
    .replace(/会议$/u, '会')
    .replace(/[一二三四五六七八九十]{1,3}(?=[次届])/gu, (n) => `${numeral(n)}`)

const ORDINAL = /第?([一二三四五六七八九十百\d]+)([次届])/gu

/** A name without its ordinals and years, and the ordinals. */
interface Bare {
  rest: string
  ordinals: Map<string, string>
}

const bared = new Map<string, Bare>()

function bare(name: string): Bare {
  let known = bared.get(name)
  if (known === undefined) {
    if (bared.size > MOST_HELD) bared.clear()
    known = bareAnew(name)
    bared.set(name, known)
  }
  return known
}

function bareAnew(name: string): Bare {
  const ordinals = new Map<string, string>()
  const rest = name.replace(ORDINAL, (_, n: string, unit: string) => {
    ordinals.set(unit, n)
    return ''
  })
  return { rest: rest.replace(/(?:19|20)\d{2}年(?:度)?/gu, ''), ordinals }
}

/** 表彰大会: two characters before the last word tell a large meeting from others. */
const LARGE = /^[\u4e00-\u9fff]{2}(?:大会|论坛|峰会|年会)$/u

/**
 * Whether two folded names can be forms of one: equal, the end of one another, or equal where one lacks an ordinal or year.
 * @param named false for a last word alone, which any name that holds it can be
 */
export function sameName(own: string, other: string, named: boolean): boolean {
  if (own === other) return true
  if (!named) return other.endsWith(own) || other.includes(own)
  if ((own.length >= 5 || LARGE.test(own)) && other.endsWith(own)) return true
  if (other.length >= 7 && own.endsWith(other)) return true
  const a = bare(own)
  const b = bare(other)
  if (a.rest !== b.rest || a.rest.length < 5) return false
  return [...a.ordinals].every(([unit, n]) => !b.ordinals.has(unit) || b.ordinals.get(unit) === n)
}

/** Whether a headline's name leaves words out of a longer one: 中德化工交流会, 中德（佛山）化工过程安全交流会. */
export function leavesOut(short: string, long: string): boolean {
  if (short.length < 6 || short.length >= long.length || short.slice(-3) !== long.slice(-3) || short[0] !== long[0])
    return false
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}

/** A meeting is named, not its opening: …论坛开幕式 -> …论坛. */
export function mainOf(name: string): string {
  return /^(.*(?:会议?|论坛|班))(?:开幕|闭幕|开班|结业)[式会]$/u.exec(name)?.[1] ?? name
}

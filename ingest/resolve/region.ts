// Names of divisions -> which divisions they can mean, from the lists; and the division that opens a longer name.
// 离石区 is one, 鼓楼区 is one of four: whoever asks says what else is known.
import { list, words } from '../lexicon.js'

/** Province, prefecture or county; `path` tells it from its namesakes: 江苏省/南京市/鼓楼区. */
export interface Division {
  name: string
  level: 'p' | 'c' | 'x'
  province: string
  prefecture?: string
  path: string
}

/** A division at the head of a longer name: what it can mean, and where the rest begins. */
export interface Lead {
  divisions: Division[]
  end: number
  /** It is written by a short form that is also a word or a name: counts only where the rest bears it out. */
  weak: boolean
}

let forms: Map<string, { division: Division; weak: boolean }[]> | undefined
let longest = 0

function load(): Map<string, { division: Division; weak: boolean }[]> {
  if (forms) return forms
  const table = new Map<string, { division: Division; weak: boolean }[]>()
  const add = (form: string, division: Division, weak: boolean) => {
    if (form.length < 2) return
    longest = Math.max(longest, form.length)
    const entries = table.get(form) ?? []
    if (!entries.some((e) => e.division.path === division.path)) entries.push({ division, weak })
    table.set(form, entries)
  }
  for (const { word, fields } of words('province')) {
    const division: Division = { name: word, level: 'p', province: word, path: word }
    add(word, division, false)
    add(fields[0] as string, division, false)
    if (word.endsWith('自治区')) add(`${fields[0]}自治区`, division, false)
    if (word.endsWith('特别行政区')) add(`${fields[0]}特区`, division, false)
    if (word === '新疆生产建设兵团') add('新疆兵团', division, false)
  }
  for (const { word, fields } of words('prefecture')) {
    const province = fields[1] as string
    const division: Division = { name: word, level: 'c', province, prefecture: word, path: `${province}/${word}` }
    add(word, division, false)
    for (const short of list(fields[0])) {
      add(short, division, false)
      if (/自治州$/u.test(word) && !short.endsWith('州')) add(`${short}州`, division, false)
    }
  }
  for (const { word, fields } of words('county')) {
    const [prefecture, province] = [fields[1] as string, fields[2] as string]
    const path = prefecture === province ? `${province}/${word}` : `${province}/${prefecture}/${word}`
    const division: Division = { name: word, level: 'x', province, prefecture, path }
    add(word, division, false)
    for (const short of list(fields[0])) {
      const own = /[县旗区市]$/u.test(short)
      add(short, division, !own)
      const level = /自治([县旗])$/u.exec(word)?.[1]
      if (level && !own) add(short + level, division, false)
    }
  }
  for (const { word, fields } of words('place-old')) {
    const province = fields[1] as string
    if (table.get(word)?.some((e) => e.division.province === province)) continue
    // A division that is no more is a place of its own: 密云县 was another than 密云区 is.
    add(word, { name: word, level: 'x', province, path: `${province}/${word}` }, false)
  }
  forms = table
  return table
}

/** Every division that a whole name can mean, alone or as a chain (山西省吕梁市, 南京鼓楼区); [] for none. */
export function divisionsNamed(name: string): Division[] {
  return leadsOf(name).find((lead) => lead.end === name.length)?.divisions ?? []
}

/** All ways to read divisions at the head of a name, longest first; the last of a chain is what they mean. */
export function leadsOf(text: string): Lead[] {
  const found = new Map<number, Lead>()
  read(text, 0, undefined, found)
  return [...found.values()].sort((a, b) => b.end - a.end)
}

function read(text: string, from: number, above: Lead | undefined, found: Map<number, Lead>): void {
  const table = load()
  for (let end = Math.min(text.length, from + longest); end >= from + 2; end--) {
    const all = table.get(text.slice(from, end))
    if (!all) continue
    const entries = above ? all.filter((e) => above.divisions.some((over) => isUnder(e.division, over))) : all
    if (!entries.length) continue
    const lead: Lead = { divisions: narrow(entries), end, weak: !above && entries.every((e) => e.weak) }
    const known = found.get(end)
    if (!known || known.divisions.length > lead.divisions.length || (known.weak && !lead.weak)) found.set(end, lead)
    read(text, end, lead, found)
  }
}

/** Of namesakes the higher division is meant, unless the lower one is written in full: 吉林 is the province. */
function narrow(entries: readonly { division: Division; weak: boolean }[]): Division[] {
  const strong = entries.filter((e) => !e.weak)
  const pool = strong.length ? strong : entries
  for (const level of ['p', 'c', 'x'] as const) {
    const at = pool.filter((e) => e.division.level === level)
    if (at.length) return at.map((e) => e.division)
  }
  return []
}

/** Whether a division lies in another, or is it. */
export function isUnder(inner: Division, outer: Division): boolean {
  if (inner.path === outer.path) return true
  if (outer.level === 'p') return inner.province === outer.path
  return (
    outer.level === 'c' && inner.level === 'x' && inner.province === outer.province && inner.prefecture === outer.name
  )
}

/** The divisions of a list that can be where the named ones are: 鼓楼区 with 南京市 is one. */
export function within(divisions: readonly Division[], context: readonly string[]): Division[] {
  let left = [...divisions]
  for (const name of context) {
    const around = divisionsNamed(name)
    const kept = left.filter((d) => around.some((a) => isUnder(d, a) || isUnder(a, d)))
    if (kept.length) left = kept
  }
  return left
}

// A longer name -> the body at its head: 山西省安委会|第一次全体会议. Looks only where a body can begin and end, since most names have none.
import { list, words } from '../lexicon.js'
import { type Body, readBody } from './organization.js'
import { plain } from './plain.js'
import { leadsOf } from './region.js'

/** The longest name of a body that is looked for. */
const LONGEST = 24

let heads: Set<string> | undefined
let tails: Set<string> | undefined

/** The first two characters and the last one of every form of a body that the lists have. */
function load(): void {
  heads = new Set(['中共', '中国', '中华', '政协', '武警', '国家'])
  tails = new Set()
  for (const { word, fields } of words('body'))
    for (const form of [word, ...list(fields[0])]) {
      const name = plain(form)
      heads.add(name.slice(0, 2))
      tails.add(name.at(-1) as string)
    }
  for (const { word } of words('local-body')) {
    heads.add(word.slice(0, 2))
    tails.add(word.at(-1) as string)
  }
}

/** 省, 市, 自治区 …: the level that a local body's bare name begins with. */
const LEVEL = /^[省市县区州旗盟镇乡自]/u

/** The longest body that a name begins with; at least two characters must follow it. */
export function leadingBody(name: string): { body: Body; end: number } | undefined {
  if (!tails) load()
  if (!heads?.has(name.slice(0, 2)) && !LEVEL.test(name) && !leadsOf(name).length) return undefined
  for (let end = Math.min(name.length - 2, LONGEST); end >= 2; end--) {
    if (!tails?.has(name[end - 1] as string)) continue
    const body = readBody(name.slice(0, end))
    if (body.known && body.form && body.sort !== 'other') return { body, end }
  }
  return undefined
}

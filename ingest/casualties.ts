// Sentences with accidents -> their dead, injured and missing, as attributes of the drafts.
// The last figures stand; 无人员伤亡 is nought; an injured person who dies later is counted once, as dead.

import type { Item } from './line.js'
import type { Paper } from './paper.js'
import { type Draft, draftsOf, type Roster } from './roster.js'
import { clauseEnd } from './text/clause.js'
import { matchesOf } from './text/matches.js'
import { numeral } from './text/numeral.js'

type Count = 'deaths' | 'injured' | 'missing'
type Attrs = { [count in Count]?: number }

const N = '(?<n>\\d+|[一二两三四五六七八九十]+(?:[千百万][一二三四五六七八九十百千零]*)?(?=余?多?[名人位]))余?多?'
const WHO = '(?:[名人位]|个人)?(?:[^，。；：、“”（）\\d]{0,14}?)'
const DEAD = '(?:当场|不幸|全部|先后)?(?:死亡|遇难|丧生|身亡|罹难|殒命|殉职|丧命|死(?![者因]))'
const HURT = '(?:不同程度)?(?:地)?(?:受|负)?(?:重|轻|轻微)?伤(?![员者情势亡]|人员|群众)|烧伤|入院|住院|送医|中毒'
const LOST = '(?:失踪|失联|下落不明|失去联系)(?!人员|者|群众)'

interface Pattern {
  count: Count
  regex: RegExp
}

const AFTER: readonly Pattern[] = [
  { count: 'deaths', regex: new RegExp(`${N}${WHO}${DEAD}`, 'gu') },
  { count: 'injured', regex: new RegExp(`${N}${WHO}(?:${HURT})`, 'gu') },
  { count: 'missing', regex: new RegExp(`${N}${WHO}${LOST}`, 'gu') },
  {
    count: 'deaths',
    regex: /(?:死亡|遇难)(?:人数)?(?:已?(?:上升|增加?|升)?[至到]|达到?|已达|为|共)?(?<n>\d+)[名人]/gu,
  },
  {
    count: 'injured',
    regex: /(?:受伤|伤者)(?:人数)?(?:已?(?:上升|增加?|升)?[至到]|达到?|已达|为|共)?(?<n>\d+)[名人]/gu,
  },
  { count: 'missing', regex: /(?:失联|失踪)(?:人数)?(?:为|共)?(?<n>\d+)[名人]/gu },
  { count: 'injured', regex: /(?<n>\d+|[一二两三四五六七八九十]+)伤(?![员者情势亡])/gu },
  { count: 'injured', regex: /(?<n>\d+|[一二两三四五六七八九十]+)(?:名|位)伤[员者]/gu },
  { count: 'deaths', regex: /(?<n>\d+|[一二两三四五六七八九十]+)人?[死亡](?![者因])/gu },
]
const NONE =
  /(?:无|未有?|没有|未造成|未发现|尚无|暂无)[^，。；]{0,12}?(?:人员(?:伤亡|死亡|受伤)|伤亡)(?![^，。；]{0,10}(?:报告|报道|消息|情况))/u
const NO_DEAD = /(?:无|没有|未造成)人员?死亡/u
const LATER = new RegExp(
  `(?:另|又|有|另有)?(?:${N.replace('<n>', '<m>')})?[名人位]?(?:重?伤[员者]|伤势|[^，。；\\d]{0,10}?)(?:因)?(?:经)?(?:送医|医院|全力)?(?:抢救|救治|医治)无效(?:后)?(?:死亡|身亡|去世)?|(?:(?<q>\\d+|[一二两三四五六七八九])人)?(?:在)?送(?:往)?医院?途中[^，。；]{0,10}死亡|不治身亡`,
  'u',
)
/** 三名男乘客和一名女乘客死亡 */
const BOTH =
  /(?<a>\d+|[一二两三四五六七八九十]+)[名位个][^，。；\d]{1,8}?[和及与](?<b>\d+|[一二两三四五六七八九十]+)[名位个][^，。；\d]{1,8}?(?:死亡|身亡|遇难)/u
const SUM = /(?:共|已|累计|造成|致|导致|人数|核定|截至|目前)/u
const FINAL = /(?:核定|最终|核实|更正|更新|确认|共造成|升至|上升到|上升至|增至|截至|至此)/u
const GENERAL =
  /(?:以来|近[\d一二三四五六七八九十几]+年|同比|全年|总量|(?<![该这此本一1])起事故|事故\d+起|\d+起、|死亡人数同比|事故起数)/u

/** Gives each accident of a paper the last figures that its text tells. Run after naming. */
export function countCasualties(paper: Paper, roster: Roster): void {
  const all = roster.ofType('Accident')
  if (!all.length) return
  let current: Draft | undefined = all.length === 1 ? all[0] : undefined
  const headlines = new Map<Draft, Attrs>()
  let row = 0
  for (const line of paper.lines) {
    const spoken = line.items.flatMap((i) => accidentsOf(i))
    const { start } = line.sentence
    const text = line.text
    const last = spoken.at(-1)?.draft ?? current
    if (last) foundDead(text, last.attrs.missing ? (last.attrs as Attrs) : (headlines.get(last) ?? {}))
    let at = 0
    for (const clause of clausesOf(text)) {
      const from = start + at
      const aside = text.lastIndexOf('（', at) > text.lastIndexOf('）', at - 1)
      at += clause.length
      const before = spoken.filter((s) => s.item.start < from + clause.length).at(-1)
      // Far below its last mention an accident is spoken of only by words of its kind.
      const far = line.sentence.line - row > 4 && !/事故|火灾|地震|灾|爆炸|遇难|伤者/u.test(text)
      const owner = before?.draft ?? spoken[0]?.draft ?? (far ? undefined : current)
      if (before) {
        current = before.draft
        row = line.sentence.line
      }
      if (!owner || !/[\d一二两三四五六七八九十无未没尚治效]/u.test(clause) || GENERAL.test(clause)) continue
      if (line.sentence.heading || (line === paper.lines[0] && !/[。！]$/u.test(text))) {
        const head = headlines.get(owner) ?? {}
        headlines.set(owner, head)
        read(clause, head, aside)
      } else read(clause, owner.attrs as Attrs, aside)
    }
    current = spoken.at(-1)?.draft ?? current
  }
  // A headline's figures stand where the text gives none.
  for (const [draft, head] of headlines) draft.attrs = { ...(head as Draft['attrs']), ...draft.attrs }
}

/** The clauses of a text, each with its mark; 其中 begins one. */
function clausesOf(text: string): string[] {
  const clauses: string[] = []
  let from = 0
  for (let i = 1; i < text.length; i++) {
    if (clauseEnd(text, i - 1, i) === i && !text.startsWith('其中', i) && !text.startsWith('（其中', i)) continue
    clauses.push(text.slice(from, i))
    from = i
  }
  clauses.push(text.slice(from))
  return clauses
}

function accidentsOf(item: Item): { item: Item; draft: Draft }[] {
  const own = item.kind === 'Accident' ? draftsOf(item) : []
  if (own.length === 1) return [{ item, draft: own[0] as Draft }]
  return own.length ? [] : item.parts.flatMap(accidentsOf)
}

const ALL_FOUND =
  /(?:最后|全部)?(?<n>\d+)?名?(?:失联|失踪)(?:人员|者|矿工|工人|群众)[^。；\d]{0,8}(?:\d+[:：]\d+)?[^。；\d]{0,6}(?:找到|搜救出|寻获)[^。；\d]{0,16}(?:死亡|无生命体征|遇难)/u

/** The missing are found dead: a sentence says so of the last of them. */
function foundDead(text: string, attrs: Attrs): void {
  const found = ALL_FOUND.exec(text)
  if (!found || !attrs.missing) return
  const n = Math.min(Number(found.groups?.n ?? attrs.missing), attrs.missing)
  attrs.deaths = (attrs.deaths ?? 0) + n
  if (n < attrs.missing) attrs.missing -= n
  else delete attrs.missing
}

const added = new WeakSet<object>()
/** How many the sentence says died on the spot. */
const onSpot = new WeakMap<object, number>()

function read(clause: string, attrs: Attrs, aside: boolean): void {
  const spot = /(?<n>\d+|[一二两三四五六七八九十]+)[名人]?当场(?:死亡|身亡)/u.exec(clause)?.groups?.n
  if (spot) onSpot.set(attrs, numeral(spot))
  const both = BOTH.exec(clause)?.groups
  if (both) {
    const n = numeral(both.a as string) + numeral(both.b as string)
    if ((attrs.deaths ?? 0) < n) attrs.deaths = n
    return
  }
  const later = LATER.exec(clause)
  // 4人死亡（2人当场死亡，2人不治身亡）: what stands in brackets says how, not how many more.
  if (aside && attrs.deaths !== undefined) return
  if (later && attrs.deaths !== undefined && !/其中/u.test(clause)) {
    const word = later.groups?.m ?? later.groups?.q
    const n = word ? numeral(word) : 1
    // 1人当场死亡，2人送医后死亡: told again of three dead it adds none.
    const spot = onSpot.get(attrs)
    if (spot !== undefined && spot < attrs.deaths && spot + n <= attrs.deaths) return
    // What is told twice is added once.
    if (added.has(attrs)) return
    added.add(attrs)
    attrs.deaths += n
    if (attrs.injured && !later.groups?.q) attrs.injured -= n
    return
  }
  if (NONE.test(clause)) {
    attrs.deaths ??= 0
    attrs.injured ??= 0
    return
  }
  if (NO_DEAD.test(clause)) attrs.deaths ??= 0
  if (/继续|留院|出院/u.test(clause)) return
  // 救出5人，其中3人遇难: a part is the figure where there is none for the whole.
  const part = /其中|仍有|还有/u.test(clause)
  const done = new Set<Count>()
  for (const { count, regex } of AFTER)
    for (const m of matchesOf(regex, clause)) {
      if (done.has(count) && !/[重轻]/u.test(m[0])) continue
      const text = m.groups?.n as string
      const n = numeral(text)
      if (!n || /[岁年月日辆起米平]/u.test(m[0].slice(text.length, -1))) continue
      if (part && attrs[count] !== undefined && !(count === 'missing' && /仍有|还有/u.test(clause))) continue
      if (part && count === 'injured' && /[重轻危]/u.test(clause)) continue
      set(attrs, count, n, clause, m[0])
      done.add(count)
    }
}

const parts = new WeakMap<object, { graded?: string; sum: number }>()

function set(attrs: Attrs, count: Count, n: number, clause: string, words: string): void {
  const known = attrs[count]
  // 3人重伤，14人轻伤: the injured by degree add up.
  const degree = count === 'injured' ? /[重轻]/u.exec(words)?.[0] : undefined
  if (degree) {
    const sum = parts.get(attrs)
    if (sum && !sum.graded?.includes(degree)) {
      parts.set(attrs, { graded: sum.graded + degree, sum: sum.sum + n })
      attrs[count] = sum.sum + n
      return
    }
    if (known === undefined) {
      parts.set(attrs, { graded: degree, sum: n })
      attrs[count] = n
    }
    return
  }
  if (known === undefined || (n > known && SUM.test(clause)) || FINAL.test(clause)) attrs[count] = n
}

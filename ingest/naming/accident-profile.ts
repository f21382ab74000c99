// An item of kind `Accident` -> what it says of the accident (places, site, day, grade, kind), the names that follow from it,
// and whether two such sayings can be of one accident. Knows nothing of drafts.
import { type DateValue, dateBefore, dateNear, tagDate } from '../dates.js'
import { words } from '../lexicon.js'
import type { Item, Line } from '../line.js'
import type { Paper, PlaceValue } from '../paper.js'

/** What one mention, or all mentions so far, say of an accident. */
export interface Profile {
  /** Province, prefecture and county that it names or implies, for comparing. */
  region: { province?: string; prefecture?: string; county?: string }
  /** The places that it names, highest first. */
  places: Item[]
  date?: string
  /** A date told earlier in the paragraph, taken when there is no better. */
  guess?: string
  /** The date is that of a tag, or of a telling: not merely near. */
  sure?: boolean
  /** The date is that of the sentence that tells it, which may be of another hour of the same night. */
  told?: boolean
  grade?: string
  kind?: string
  /** Canonical name first. */
  names: string[]
  /** How good its first name is: 3 tagged with a place, 2 by place and kind, 1 composed from a telling, 0 a tag alone or none. */
  rank: number
}

const GRADES: Record<string, string> = {
  特别重大: '特别重大',
  特大: '特别重大',
  重大: '重大',
  较大: '较大',
  一般: '一般',
}

let kinds: Map<string, string> | undefined

/** The kind that a word stands for; undefined for 事故 and other words that say none. */
export function kindOf(word: string | undefined): string | undefined {
  if (!word) return undefined
  kinds ??= new Map(words('accident-kind').map((row) => [row.word, row.fields[0] || row.word]))
  const exact = kinds.get(word)
  if (exact) return exact
  // 生产安全 … a longer description: the longest known word that ends it, else that stands in it.
  for (let i = 0; i < word.length - 1; i++) {
    const tail = kinds.get(word.slice(i))
    if (tail) return tail
  }
  for (let i = 0; i < word.length - 1; i++)
    for (let j = word.length; j > i + 1; j--) {
      const inner = kinds.get(word.slice(i, j))
      if (inner) return inner
    }
  return undefined
}

const BURNS = new Set(['火灾', '森林火灾', '草原火灾', '爆炸', '爆燃', '泄漏', '瓦斯爆炸'])
const SLIDES = new Set(['滑坡', '山体滑坡', '崩塌', '泥石流', '山洪', '洪涝', '暴雨', '地质灾害'])
const DRIVES = new Set(['交通事故', '车辆伤害', '火灾', '脱轨'])
const POISONS = new Set(['中毒', '中毒和窒息', '窒息', '食物中毒'])
const ATTACKS = new Set(['恐怖袭击', '爆炸', '暴恐'])
const WATERS = new Set(['沉船', '渔船倾覆', '船舶碰撞'])

/** Whether two kinds can be of one accident; an unknown kind goes with all. */
export function kindsAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === '台风' || b === '台风') return a === b
  if (!a || !b || a === b || a.includes(b) || b.includes(a)) return true
  return [BURNS, SLIDES, DRIVES, POISONS, ATTACKS, WATERS].some((set) => set.has(a) && set.has(b))
}

/** The places inside an item, in order, those in the names of bodies apart unless they open the item. */
function placesOf(parts: readonly Item[], top = true): Item[] {
  return parts.flatMap((p) => {
    if (p.kind === 'Place') return [p]
    if (p.kind === 'Org') {
      const inner = placesOf(p.parts, false)
      // 渭南市蒲城县某公司: the divisions that open the name of a body say where it is.
      return inner.length && inner[0]?.start === p.start ? leading(inner) : []
    }
    return top ? placesOf(p.parts, false) : []
  })
}

function leading(places: readonly Item[]): Item[] {
  const run: Item[] = []
  for (const place of places) {
    const last = run.at(-1)
    if (last && last.end !== place.start) break
    run.push(place)
  }
  return run
}

const AWAY_BEFORE = /(?:开往|驶往|赶往|前往|飞往|运往|驶向|来自|途经|牌照|距)$/u
const AWAY_AFTER = /^(?:方向|时间|籍|牌照|市民|游客|开往|驶往|人(?!民)|往(?!来))/u

/** A quake named by its magnitude alone is not told. */
const TOLD = /发生(?!在)|遭|爆发/u

/** Reads a mention. */
export function readProfile(item: Item, line: Line, paper: Paper): Profile {
  const value = item.value
  const text = line.folded
  const event = value.event === true
  let places = placesOf(item.parts).filter(
    (p) =>
      (!p.value.here || /^[我本]/u.test(line.textOf(p))) &&
      !AWAY_BEFORE.test(text.slice(line.sentence.start, p.start)) &&
      !AWAY_AFTER.test(text.slice(p.end)),
  )
  if (!places.length && event) places = placesBefore(line, item)
  const profile: Profile = { region: regionOf(places), places, names: [], rank: 0 }
  const grade = typeof value.grade === 'string' ? GRADES[value.grade] : undefined
  if (grade) profile.grade = grade
  const kind = value.typhoon ? '台风' : kindOf(typeof value.kind === 'string' ? value.kind : wordOf(item, line))
  if (kind) profile.kind = kind
  const month = Number(value.month ?? value.m)
  if (month) {
    const date = tagDate(month, Number(value.day ?? value.d), paper)
    if (date) Object.assign(profile, { date, sure: true })
  } else if (event && !value.typhoon && !line.sentence.heading && !(value.magnitude && !TOLD.test(line.textOf(item)))) {
    const near = dateBefore(line, item.end)
    if (near?.date && near.here) Object.assign(profile, { date: near.date, sure: true, told: true })
    else if (near?.date) profile.guess = near.date
  } else if (value.anaphor && /^(?:大约|约)?发生[于在]?/u.test(text.slice(item.end))) {
    const near = dateNear(line, item.end)
    if (near?.date) profile.date = near.date
  } else {
    const before = line.items[line.items.indexOf(item) - 1]
    if (before?.kind === 'Date' && item.start - before.end <= 1 && (before.value as DateValue).date?.length === 10)
      profile.date = (before.value as DateValue).date as string
  }
  addNames(profile, item, line, month > 0)
  return profile
}

/** The words of a tagged name after its tag. */
function wordOf(item: Item, line: Line): string {
  return line
    .textOf(item)
    .replace(/^.*[”\d]/u, '')
    .replace(/(?:生产安全)?(?:责任)?(?:事故|事件|案件?)$/u, '')
}

/** The last run of places in the clauses before a telling that names none itself. */
function placesBefore(line: Line, item: Item): Item[] {
  const before = line.items.filter((i) => i.end <= item.start && (i.kind === 'Place' || i.kind === 'Org'))
  const named = before.filter((i) => i.kind === 'Place' && !i.value.here)
  return lastRun(named.length ? named : before, line, item)
}

/** The longest run of places that stand side by side, the last of equals. */
function lastRun(before: readonly Item[], line: Line, item: Item): Item[] {
  let best: Item[] = []
  let run: Item[] = []
  for (const part of before) {
    const here = part.kind === 'Place' ? [part] : placesOf([part])
    if (!here.length || part.value.here) continue
    const head = line.folded.slice(line.sentence.start, (here[0] as Item).start)
    const tail = line.folded.slice((here.at(-1) as Item).end, item.start)
    if (AWAY_BEFORE.test(head) || AWAY_AFTER.test(tail) || /[；]|获悉|报道|电（/u.test(tail)) continue
    run = run.at(-1)?.end === here[0]?.start ? [...run, ...here] : here
    if (run.length >= best.length) best = run
  }
  return best
}

function regionOf(places: readonly Item[]): Profile['region'] {
  const region: Profile['region'] = {}
  for (const place of places) {
    const v = place.value as unknown as PlaceValue
    if (v.here) continue
    if (v.province && !region.province) region.province = v.province
    if ((v.level === 'c' || v.level === 'x') && v.prefecture && !region.prefecture) region.prefecture = v.prefecture
    if (v.level === 'x' && !region.county) region.county = v.name
  }
  return region
}

const EVENT_WORDS =
  /(?:先后|相继|突然|突|又|再次|曾|刚刚)?(?:发生|突发|爆发|出现|遭遇|遭受|遭|传出|燃起|引发)(?:过|了|的)?(?:一起|1起|一宗|一场|一次|一例)?/u
const SITE_END = /(?:地区|附近|路段上?|境内|境|路段附近|处|内|里|上|第[\d一二三四五六七八九十]+层|大约.{0,10}|的)+$/u

/** The names that a mention gives its accident: as written, then composed of place, site, grade and kind. */
function addNames(profile: Profile, item: Item, line: Line, tagged: boolean): void {
  const value = item.value
  // 我省吕梁市…: the name begins after the words for the document's own region.
  const lead = item.parts[0]
  const here = lead?.start === item.start && (lead.value.here || official(lead)) ? lead.end : item.start
  const whole = line.folded.slice(here, item.end)
  const names = new Set<string>()
  const first = profile.places[0]
  const inside = first && first.start >= item.start && first.end <= item.end
  if (value.typhoon) {
    names.add(`台风“${value.typhoon as string}”`)
    names.add(whole)
    profile.rank = 3
  } else if (value.anaphor) {
    profile.rank = 0
  } else if (!value.event && !whole.startsWith('发生')) {
    const clean = whole.replace(/(?:境内)?发生的?/u, '').replace(/^(.*?)的(?=@|.{2,12}$)/u, '$1')
    profile.rank = tagged ? (inside || value.site ? 3 : 0) : 2
    names.add(whole)
    names.add(clean)
    names.add(clean.replace(/一(?=[\u4e00-\u9fff])(?:[家座栋处间个所](?=[\u4e00-\u9fff]{2}))?/u, ''))
    if (profile.grade) names.add(clean.replace(value.grade as string, ''))
    if (tagged && !inside && first) names.add(line.folded.slice(first.start, item.start) + whole)
  } else {
    for (const name of compose(profile, item, line)) names.add(name)
    if (names.size) profile.rank = first || (names.values().next().value as string).length > 6 ? 1 : 0
    names.add(whole)
    if (line.sentence.heading && item.start - line.sentence.start < 20)
      names.add(line.folded.slice(line.sentence.start, item.end))
  }
  profile.names = [...names].filter(Boolean)
}

/** An office at the head of a name (国务院…事故) belongs to what stands around it. */
const official = (part: Item) => part.kind === 'Org' && !part.value.firm

function compose(profile: Profile, item: Item, line: Line): string[] {
  const first = profile.places[0]
  const value = item.value
  const text = line.folded
  const word = typeof value.kind === 'string' ? value.kind : ''
  const end = /(?:事故|事件)$/u.exec(line.textOf(item))?.[0] ?? ''
  const event = word === '事故' || word === '事件' ? '' : (kindWord(word) ?? word)
  const told = event.endsWith(end) ? '' : end
  const grade = (value.grade as string | undefined) ?? ''
  const tails = [...new Set([`${grade}${event}${told}`, `${event}${told}`])].map((t) => t || word)
  if (value.magnitude) tails.unshift(`${String(value.magnitude)}级地震`)
  if (!first) {
    const subject = abroad(item, line) ?? (typeof value.site === 'string' ? value.site : subjectOf(item, line))
    return subject ? tails.map((tail) => subject + tail) : tails
  }
  const run = leading(profile.places)
  const last = run.at(-1) as Item
  const site = siteAfter(last.end, item, line)
  const chain = (from: Item) => text.slice(from.start, last.end)
  const second = run.find((p) => (p.value as unknown as PlaceValue).level !== 'p')
  const heads = [chain(first), ...(second && second !== first ? [chain(second)] : [])]
  const out: string[] = []
  for (const tail of tails) for (const s of site) for (const head of heads) out.push(`${head}${s}${tail}`)
  return out
}

/** Country and site of a telling that opens with a country. */
function abroad(item: Item, line: Line): string | undefined {
  const country = item.parts.find((p) => p.kind === 'Country')
  if (!country || country.start !== item.start) return undefined
  return line.textOf(country) + (siteAfter(country.end, item, line)[0] ?? '')
}

/** Words that tell of no one place, or of a cause. */
const VAGUE = /[因故由据]|一些|近期|多地|各地|有的|部分|某些|全国|多个|我国|[这该]|悉|不排除|以来/u

/** What the clause says before a telling that names no place of ours: 新西兰东北部海域. */
function subjectOf(item: Item, line: Line): string {
  let head = ''
  let at = line.sentence.start
  for (const part of line.items) {
    if (part.end > item.start) break
    head += line.folded.slice(at, part.kind === 'Date' ? part.start : part.end)
    if (part.kind === 'Date') head += ' '
    at = part.end
  }
  head += line.folded.slice(at, item.start)
  const clause = (head.split(/[，。；：“”]|电（[^（）]*）|）|消息|报道/u).at(-1) as string).replace(
    /^ ?(?:位于|在|于)/u,
    '',
  )
  const bare = clause
    .trim()
    .replace(/ .*$/u, '')
    .replace(SITE_END, '')
    .replace(/(?:一[辆名位].*|的)$/u, '')
  return bare.length <= 18 && /[\u4e00-\u9fff]{2}/u.test(bare) && !VAGUE.test(bare) ? bare : ''
}

/** What a telling verb makes as a noun: 着火 -> 火灾. */
function kindWord(word: string): string | undefined {
  if (/^(?:起火|着火|失火|大火|火警|火情)$/u.test(word)) return '火灾'
  if (/^(?:.*撞.*|相碰|追尾|侧翻|翻车|车祸|坠崖|坠江|相擦|碰撞)$/u.test(word)) return '交通事故'
  return undefined
}

/** The site between the places and the telling, with and without 一, and none. */
function siteAfter(from: number, item: Item, line: Line): string[] {
  const where = item.value.where
  if (from < item.start || !where) return ['']
  const tail = line.folded.slice(from, item.end)
  const at = tail.search(EVENT_WORDS)
  const word = typeof item.value.kind === 'string' ? tail.lastIndexOf(item.value.kind) : -1
  const stop = at >= 0 ? at : word
  if (stop <= 0) return ['']
  const raw = tail
    .slice(0, stop)
    .replace(/[（“].*$/u, '')
    .replace(SITE_END, '')
    .replace(SITE_END, '')
  if (!raw || raw.length > 20 || /[\d，]|时$|日/u.test(raw)) return ['']
  const bare = raw.replace(/^一(?:[家座栋处间个所幢](?=[\u4e00-\u9fff]{2}))?/u, '')
  return [...new Set([bare, raw, ''])]
}

/** Whether a new saying can be of the accident that an older one speaks of. */
export function agrees(known: Profile, said: Profile): boolean {
  if (!kindsAgree(known.kind, said.kind)) return false
  // One name may stand for two divisions; where both sayings use it they mean the same.
  const names = new Set(known.places.map((p) => p.value.name))
  if (!said.places.some((p) => names.has(p.value.name)))
    for (const key of ['province', 'prefecture', 'county'] as const) {
      const [a, b] = [known.region[key], said.region[key]]
      if (a && b && a !== b) return false
    }
  const [a, b] = [known.date, said.date]
  if (a && b) {
    const n = Math.min(a.length, b.length)
    const apart = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
    const loose = said.told && !said.places.length && n === 10 && apart <= 1
    if (a.slice(0, n) !== b.slice(0, n) && !loose) return false
  }
  return true
}

// An item of kind `Accident` -> what it says of the accident (places, day, grade, kind, names), and whether two such
// sayings can be of one accident. Knows nothing of drafts.
import { type DateValue, dateBefore, dateNear, tagDate } from '../dates.js'
import { altered, type Item, type Line } from '../line.js'
import type { Paper, PlaceValue } from '../paper.js'
import { kindOf, kindsAgree } from './accident-kind.js'
import { addNames, leading } from './accident-name.js'

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

/** The places inside an item, in order, those in the names of bodies apart unless they open the item. */
function placesOf(parts: readonly Item[], top = true): Item[] {
  return parts.flatMap((p) => {
    if (p.value.abroad) return [p]
    // 泰州经济开发区 lies in 泰州.
    if (p.kind === 'Place') return p.rule === 'place/zone' ? [...placesOf(p.parts, top), p] : [p]
    if (p.kind === 'Org') {
      const inner = placesOf(p.parts, false)
      // 岳阳市平江县某公司: the divisions that open the name of a body say where it is.
      return inner.length && inner[0]?.start === p.start ? leading(inner) : []
    }
    return top ? placesOf(p.parts, false) : []
  })
}

const AWAY_BEFORE =
  /(?:开往|驶往|赶往|前往|飞往|运往|驶向|来自|途经|牌照|距|(?:一|两|\d)(?:辆|艘|列|架|台|名|位)[^，。；在于到至经沿]{0,10})$/u
const AWAY_AFTER = /^(?:\d+[名人位](?=[^，。；]{0,12}在)|方向|时间|籍|牌照|市民|游客|开往|驶往|人(?!民)|往(?!来))/u

/** 南宁|至|梧州|二级公路: the ends of a road. */
const ROAD = '(?:高速|[一二三]级|公路|铁路|国道|省道|线)'
const ROAD_FROM = new RegExp(`^[至到－—-][\\u4e00-\\u9fff]{2,4}${ROAD}`, 'u')
const ROAD_TO = new RegExp(`[至到－—-][\\u4e00-\\u9fff]{2,4}${ROAD}`, 'u')

/** A quake named by its magnitude alone is not told. */
const TOLD = /发生(?!在)|遭|爆发/u

/** Reads a mention. The `first` of a document may have its places in the sentence above. */
export function readProfile(item: Item, line: Line, paper: Paper, first: boolean): Profile {
  const value = item.value
  const text = line.folded
  const event = value.event === true
  let places = placesOf(item.parts).filter(
    (p) =>
      (!p.value.here || /^[我本]/u.test(line.textOf(p))) &&
      !AWAY_BEFORE.test(text.slice(line.sentence.start, p.start)) &&
      !AWAY_AFTER.test(text.slice(p.end)) &&
      !ROAD_FROM.test(text.slice(p.end, p.end + 8)) &&
      !ROAD_TO.test(text.slice(p.start - 1, p.end + 3)),
  )
  if (!places.length && event) places = placesBefore(line, item)
  else if (event && item.parts[0]?.kind !== 'Place') places = [...placesAhead(line, item), ...places]
  if (!places.length && event && first && !value.typhoon && !line.sentence.heading)
    places = placesAbove(paper, line, item)
  const tag = Number(value.month ?? value.m)
    ? tagDate(Number(value.month ?? value.m), Number(value.day ?? value.d), paper)
    : undefined
  if (!places.length && tag) places = placesOfDay(paper, line, tag)
  const profile: Profile = { region: regionOf(places), places, names: [], rank: 0 }
  const grade = typeof value.grade === 'string' ? GRADES[value.grade] : undefined
  if (grade) profile.grade = grade
  const kind = value.typhoon ? '台风' : kindOf(typeof value.kind === 'string' ? value.kind : wordOf(item, line))
  if (kind) profile.kind = kind
  const month = Number(value.month ?? value.m)
  if (month) {
    // 2001年“9·11”事件: the year may stand with the tag.
    const at = item.start + line.textOf(item).search(/“?\d{1,2}[·•．.・‧∙]\d/u)
    const year = /(\d{4})年$/u.exec(text.slice(Math.max(0, at - 5), at))?.[1]
    const near = tagDate(month, Number(value.day ?? value.d), paper)
    const date = near && year ? year + near.slice(4) : near
    if (date) Object.assign(profile, { date, sure: true })
  } else if (value.typhoon) {
    // The day on which it lands.
    const landed = line.folded.slice(item.end, line.sentence.end).indexOf('登陆')
    const near = landed < 0 ? undefined : dateNear(line, item.end + landed)
    if (near?.date?.length === 10) profile.date = near.date
  } else if (event && !line.sentence.heading && !(value.magnitude && !TOLD.test(line.textOf(item)))) {
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
  const before = line.items.filter(
    (i) => i.end <= item.start && (i.kind === 'Place' || i.kind === 'Org' || i.value.abroad),
  )
  const between = line.folded.slice(before[0]?.end ?? item.start, item.end)
  // 甲区和乙县…两地交界处: all that were named.
  if (/[两三](?:地|县|市|省|区)?交界|两地/u.test(between)) {
    const clauses = new Map<number, Item[]>()
    for (const place of placesOf(before)) {
      const clause = line.folded.slice(0, place.start).search(/[，。；）\n][^，。；）\n]*$/u)
      clauses.set(clause, [...(clauses.get(clause) ?? []), place])
    }
    const both = [...clauses.values()].filter((places) => places.length > 1).at(-1)
    if (both) return both
  }
  const named = before.filter((i) => (i.kind === 'Place' && !i.value.here) || i.value.firm || i.value.abroad)
  return lastRun(named.length ? named : before, line, item)
}

/** 瑞安市飞云镇，温州某公司停车场起火: the run of places that the clause before ends with. */
function placesAhead(line: Line, item: Item): Item[] {
  const run: Item[] = []
  let edge = item.start
  for (const part of [...line.items.filter((i) => i.end <= item.start)].reverse()) {
    const gap = line.folded.slice(part.end, edge)
    if (
      !(part.kind === 'Place' || part.value.abroad) ||
      part.value.here ||
      !(run.length ? gap === '' : /^(?:境内|附近)?，?$/u.test(gap))
    )
      break
    run.unshift(part)
    edge = part.start
  }
  return run.length && AWAY_BEFORE.test(line.folded.slice(line.sentence.start, edge)) ? [] : run
}

/** The places that the sentence above speaks of, unless it tells of another country. */
function placesAbove(paper: Paper, line: Line, item: Item): Item[] {
  const above = paper.lines[line.index - 1]
  if (!above || [...above.items, ...line.items, ...item.parts].some((i) => i.kind === 'Country')) return []
  if (above.sentence.heading || line.sentence.line - above.sentence.line > 1) return []
  return lastRun(above.items, above, altered(item, { start: above.sentence.end }))
}

/** 11月23日22时，随县212省道…: the places told right after the day that the tag names, in a sentence before. */
function placesOfDay(paper: Paper, line: Line, day: string): Item[] {
  for (const above of paper.lines.slice(0, line.index + 1)) {
    const date = above.items.find((i) => i.kind === 'Date' && (i.value as DateValue).date === day)
    if (!date || above.items.some((i) => i.kind === 'Accident' && i.value.event)) continue
    const run: Item[] = []
    let edge = date.end
    for (const place of above.items) {
      if (place.start < edge || place.kind !== 'Place' || place.value.here) continue
      const gap = above.folded.slice(edge, place.start)
      if (!(run.length ? gap === '' : /^(?:[许左右]*，?)?(?:在|位于|[你我][省市县区])?$/u.test(gap))) break
      run.push(place)
      edge = place.end
    }
    if (run.length) return run
  }
  return []
}

/** The longest run of places that stand side by side, the last of equals. */
function lastRun(before: readonly Item[], line: Line, item: Item): Item[] {
  let best: Item[] = []
  let run: Item[] = []
  for (const part of before) {
    const here = part.kind === 'Place' || part.value.abroad ? [part] : placesOf([part])
    if (!here.length || part.value.here) continue
    const head = line.folded.slice(line.sentence.start, (here[0] as Item).start)
    const tail = line.folded.slice((here.at(-1) as Item).end, item.start)
    if (AWAY_BEFORE.test(head) || AWAY_AFTER.test(tail) || /[；]|获悉|报道|介绍|透露|电（/u.test(tail)) continue
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

const LEVELS = ['province', 'prefecture', 'county'] as const

const apart = (a: string | undefined, b: string | undefined) => Boolean(a && b && a !== b)

const sharePlace = (known: Profile, said: Profile) =>
  said.places.some((p) => known.places.some((q) => q.value.name === p.value.name))

/** Whether a new saying can be of the accident that an older one speaks of. */
export function agrees(known: Profile, said: Profile): boolean {
  if (!kindsAgree(known.kind, said.kind)) return false
  // One name may stand for two divisions; where both sayings use it they mean the same.
  if (LEVELS.some((level) => apart(known.region[level], said.region[level])) && !sharePlace(known, said)) return false
  const [a, b] = [known.date, said.date]
  if (a && b) {
    const n = Math.min(a.length, b.length)
    if (a.slice(0, n) === b.slice(0, n)) return true
    const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
    return said.told === true && !said.places.length && n === 10 && days <= 1
  }
  return true
}

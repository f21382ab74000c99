// A mention of an accident with what was read from it -> its names: as written, or composed of place, site, grade and kind.
import type { Item, Line } from '../line.js'
import type { PlaceValue } from '../paper.js'
import type { Profile } from './accident-profile.js'

/** The first places of a list that stand side by side in the text. */
export function leading(places: readonly Item[]): Item[] {
  const run: Item[] = []
  for (const place of places) {
    const last = run.at(-1)
    if (last && (last.end !== place.start || rankOf(place) < rankOf(last))) break
    run.push(place)
  }
  return run
}

/** 桥头镇|北京某校: a higher division behind a lower one begins another name. */
const rankOf = (place: Item) => 'pcxts'.indexOf((place.value as unknown as PlaceValue).level ?? 's')

const EVENT_WORDS =
  /(?:先后|相继|突然|突|又|再次|曾|刚刚)?(?:发生|突发|爆发|出现|遭遇|遭受|遭|传出|燃起|引发)(?:过|了|的)?(?:一起|1起|一宗|一场|一次|一例)?/u
const SITE_END =
  /(?:地区|附近|路段上?|境内|境|路段附近|处|内|里|上|第[\d一二三四五六七八九十]+层|大约.{0,10}|的|突然|时发现|发现|先后有?|今天|昨天|当天|[也还都均又曾已被])+$/u

/** The names that a mention gives its accident: as written, then composed of place, site, grade and kind. */
export function addNames(profile: Profile, item: Item, line: Line, tagged: boolean): void {
  const value = item.value
  // 我省吕梁市…: the name begins after the words for the document's own region.
  const lead = item.parts[0]
  const here = lead?.start === item.start && (lead.value.here || official(lead)) ? lead.end : item.start
  const whole = line.folded.slice(here, item.end).replace(/(?<=[市县区镇乡村道旗州])的(?=[\u4e00-\u9fff]{2,14}“)/u, '')
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
    names.add(clean.replace(/(?<=[市县区镇乡村道园])的/u, ''))
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
  const land = countryBefore(first, line)
  const heads = [...(land ? [chain(land)] : []), chain(first), ...(second && second !== first ? [chain(second)] : [])]
  const out: string[] = []
  for (const tail of tails) for (const s of site) for (const head of heads) out.push(`${head}${s}${tail}`)
  return out
}

/** 哥伦比亚东北部|桑坦德省: the country belongs to the name. */
function countryBefore(first: Item, line: Line): Item | undefined {
  if (!first.value.abroad) return undefined
  const before = [...line.items, ...line.items.flatMap((i) => i.parts)].find(
    (i) =>
      i.kind === 'Country' &&
      !i.value.abroad &&
      i.end <= first.start &&
      /^(?:[东南西北中]{1,3}部|首都|[\u4e00-\u9fff]{0,2}城市)?$/u.test(line.folded.slice(i.end, first.start)),
  )
  return before
}

/** Country and site of a telling that opens with a country. */
function abroad(item: Item, line: Line): string | undefined {
  const country = item.parts.find((p) => p.kind === 'Country')
  if (!country || country.start !== item.start) return undefined
  return line.textOf(country) + (siteAfter(country.end, item, line)[0] ?? '')
}

/** Words that tell of no one place, or of a cause. */
const VAGUE =
  /[因故由据便被]|已经|也在|对于|先后|^与|随后|频频|陆续|后$|^后|爆炸后|一些|近期|多地|各地|有的|部分|某些|全国|多个|我国|[这该此]|悉|不排除|以来/u

/** What the clause says before a telling that names no place of ours: 汤加以南海域. */
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
  // An open quote, unlike a quoted name, begins anew.
  const told = head.replace(/^.*“(?=[^“”]*$)/u, '')
  const clause = (told.split(/[，。；：]|电（[^（）]*）|）|消息|报道/u).at(-1) as string).replace(
    /^ ?(?:位于|在|于)/u,
    '',
  )
  const bare = clause
    .trim()
    .replace(/ .*$/u, '')
    .replace(SITE_END, '')
    .replace(/(?:一[辆名位].*|的)$/u, '')
  return bare.length <= 26 && /[\u4e00-\u9fff]{2}/u.test(bare) && !VAGUE.test(bare) ? bare : ''
}

/** What a telling verb makes as a noun: 着火 -> 火灾. */
function kindWord(word: string): string | undefined {
  if (/^(?:起火|着火|失火|大火|火警|火情)$/u.test(word)) return '火灾'
  if (/^[翻坠滚掉跌栽摔冲驶飞][入下落进至到向出]/u.test(word)) return '交通事故'
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
    .replace(/^(.{2,}?)时(?:发现|遇到|突然).*$/u, '$1')
    .replace(SITE_END, '')
    .replace(SITE_END, '')
  if (!raw || raw.length > 24 || /[\d，]|时$|日/u.test(raw)) return ['']
  const bare = raw.replace(/^的/u, '').replace(/^一(?:[家座栋处间个所幢](?=[\u4e00-\u9fff]{2}))?/u, '')
  return [...new Set([bare, raw, ''])]
}

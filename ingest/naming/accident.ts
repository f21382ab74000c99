// Items of kind `Accident` -> drafts: one for each accident, however often and however named; bare references find theirs.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import { formProfile } from '../report-form.js'
import { type Draft, lastBefore, type Roster } from '../roster.js'
import { agrees, type Profile, readProfile } from './accident-profile.js'

const profiles = new WeakMap<Draft, Profile>()

/** What the document says of an accident so far. */
export function profileOf(draft: Draft): Profile | undefined {
  return profiles.get(draft)
}

/** Finds or makes the draft that an item speaks of. A bare reference with nothing before it stays without one. */
export function nameAccident(item: Item, line: Line, paper: Paper, roster: Roster): void {
  if (item.value.again) {
    const typhoon = roster.near('Accident').find((d) => d.name.includes('台风') && d.name.includes(line.textOf(item)))
    if (typhoon) roster.mention(typhoon, line, item)
    return
  }
  const said = formProfile(item, paper) ?? readProfile(item, line, paper, !roster.near('Accident').length)
  if (item.value.count) {
    const n = '零一两三四五'.indexOf(item.value.count as string)
    const count = n > 0 ? n : item.value.count === '二' ? 2 : Number(item.value.count)
    for (const draft of recent(roster, item.start, count)) roster.mention(draft, line, item)
    return
  }
  // What falls in an earthquake is no accident of its own.
  if (said.kind === '坍塌' && item.value.event && roster.near('Accident').some((d) => d.attrs.kind === '地震')) return
  const known = find(said, item, roster)
  if (known) {
    merge(known, said, roster)
    // 火灾, 该事故 are forms of the accident as long as there is only one.
    if (item.value.anaphor && roster.near('Accident').length === 1) roster.alias(known, line.textOf(item))
    roster.mention(known, line, item)
    return
  }
  // The first lines of a report tell of its accident, wherever it was.
  const opening = said.sure && line.sentence.line <= 4 && !roster.near('Accident').length && HURT.test(paper.text)
  const weak = item.value.weak && !(said.sure && (said.places.length || opening))
  if (item.value.anaphor || weak || !said.names.length || !worthy(said, item, line, roster)) return
  const [name, ...forms] = said.names as [string, ...string[]]
  const draft = roster.draft('Accident', name, forms)
  profiles.set(draft, said)
  settle(draft, said)
  roster.mention(draft, line, item)
}

const VAGUE_HEAD = /一些|近期|多地|各地|哪里|哪儿|是否|询问|有的|部分地区|某些|以来|连续|接连|震中|针对|应对|先是/u
/** Acts of war are no accidents, nor are drills. */
const WAR = /空袭|导弹|炮击|军方|无人机|[以俄乌]军|武装(?!警察)|轰炸/u

/** “某地爆炸”不属实. */
const DENIED = /^(?:事故|事件)?”?[^，。；]{0,8}(?:不属实|不实|系谣言|是谣言|为谣言|纯属谣言|纯属虚构|系误传)/u

const HURT = /[死伤亡]|遇难|失踪|被困|无碍/u

/** Whether a saying is of one accident of its own: it has a tag, or a kind with a place, a day or a headline. */
function worthy(said: Profile, item: Item, line: Line, roster: Roster): boolean {
  if (item.value.typhoon || item.value.month || item.value.m || item.value.magnitude || item.value.quoted) return true
  if (DENIED.test(line.folded.slice(item.end, line.sentence.end))) return false
  if (WAR.test(line.text) || /演练|演习|模拟|到底哪|哪里发生/u.test(line.text)) return false
  const word = line.textOf(item)
  if (!said.kind && (!said.places.length || /事件$/u.test(word))) return false
  if (said.places.length) return true
  // 也门恐怖袭击事件: the country is its place.
  if (item.parts[0]?.kind === 'Country' && item.parts[0].start === item.start && said.rank > 0) return true
  if (line.sentence.heading && item.value.event && said.rank > 0) return true
  // 近期一些地方发生事故: told of no one place.
  const clause = line.folded
    .slice(line.sentence.start, item.start)
    .split(/[，。；]/u)
    .at(-1) as string
  if (VAGUE_HEAD.test(clause) || item.value.event !== true) return false
  // A bare word names the accident of a report that opens with it, no other.
  if (said.rank === 0 && (roster.near('Accident').length || line.sentence.line > 8)) return false
  return (said.date ?? said.guess) !== undefined
}

function find(said: Profile, item: Item, roster: Roster): Draft | undefined {
  const drafts = roster.near('Accident')
  for (const name of said.names) {
    const same = drafts.find((d) => d.name === name || d.forms.has(name))
    if (same && agrees(profiles.get(same) as Profile, said)) return same
  }
  const day = tagOf(said.names)
  const fits = drafts.filter((d) => agrees(profiles.get(d) as Profile, said) && !otherTag(d, day))
  const placed = said.places.length > 0
  const near = (list: Draft[]) => {
    const at = (d: Draft) => lastBefore(d, item.start)
    return list.sort((a, b) => at(b) - at(a))[0]
  }
  if (item.value.typhoon) return undefined
  const dated = fits.filter((d) => said.sure && profiles.get(d)?.date === said.date)
  if (dated.length) return near(dated)
  if (item.value.month || item.value.m)
    return near(fits.filter((d) => !profiles.get(d)?.date || !profiles.get(d)?.sure))
  if (placed) {
    // 小武基村火灾: a village alone is no other region.
    const local = said.places.every((p) => p.value.level === 't' || p.value.level === 's' || p.value.abroad)
    if (local && fits.length === 1 && drafts.length === 1) return fits[0]
    const only = drafts.length === 1 && fits.length === 1 ? profiles.get(fits[0] as Draft) : undefined
    if (only && !said.sure && covers(only.region, said.region)) return fits[0]
    const shared = fits.filter((d) => {
      const known = profiles.get(d) as Profile
      if (!known.places.length) return true
      const names = new Set(known.places.map((p) => p.value.name))
      if (said.places.some((p) => names.has(p.value.name))) return true
      // A headline names the city, its text the district: no contradiction, and a level in common.
      const headline = known.date === undefined && d.mentions.every((m) => m.line.sentence.heading)
      return (
        headline &&
        (known.region.prefecture ?? known.region.province) ===
          (known.region.prefecture ? said.region.prefecture : said.region.province)
      )
    })
    return near(shared)
  }
  return near(fits)
}

/** 12·4 of “12·4”重大事故: two accidents of one text may differ in nothing else. */
const tagOf = (names: Iterable<string>) =>
  [...names]
    .map((n) => /(\d{1,2})[·•．.・‧∙](\d{1,2})/u.exec(n))
    .find(Boolean)
    ?.slice(1)
    .map(Number)
    .join('·')

function otherTag(draft: Draft, day: string | undefined): boolean {
  const own = day && tagOf([draft.name, ...draft.forms])
  return !!own && own !== day
}

/** Whether a region that is told less exactly holds another. */
function covers(a: Profile['region'], b: Profile['region']): boolean {
  if (a.prefecture && b.prefecture)
    return a.prefecture === b.prefecture && !(a.county && b.county && a.county !== b.county)
  return a.province !== undefined && a.province === b.province
}

function merge(draft: Draft, said: Profile, roster: Roster): void {
  const known = profiles.get(draft) as Profile
  const better = said.rank > known.rank
  for (const name of said.names) if (name !== draft.name) roster.alias(draft, name)
  if (better && said.names[0]) {
    roster.rename(draft, said.names[0])
    known.rank = said.rank
  }
  known.region = { ...said.region, ...known.region }
  known.places = [...known.places, ...said.places]
  if (said.date && (!known.date || (said.sure && !known.sure) || (said.sure && said.date.length > known.date.length))) {
    known.date = said.date
    if (said.sure) known.sure = true
  }
  if (said.guess) known.guess ??= said.guess
  if (said.grade && (!known.grade || GRADES.indexOf(said.grade) > GRADES.indexOf(known.grade))) known.grade = said.grade
  if (said.kind) known.kind ??= said.kind
  settle(draft, known)
}

/** Of two grades the graver stands: 重大 is also short for 特别重大. */
const GRADES = ['一般', '较大', '重大', '特别重大']

function settle(draft: Draft, profile: Profile): void {
  const date = profile.date ?? profile.guess
  if (date) draft.attrs.date = date
  if (profile.grade) draft.attrs.severity = profile.grade
  if (profile.kind) draft.attrs.kind = profile.kind
}

/** The accidents spoken of last before an offset, in order of the text. */
function recent(roster: Roster, before: number, count: number): Draft[] {
  const last = (d: Draft) => lastBefore(d, before)
  return roster
    .near('Accident')
    .filter((d) => last(d) >= 0)
    .sort((a, b) => last(b) - last(a))
    .slice(0, count)
    .reverse()
}

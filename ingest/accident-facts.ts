// What accidents bring about by name and place: where each happened, and which meeting, team, paper or drive bears its name
// or was set up for it. What a sentence says in words is in rules/fact-accident.ts.
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { profileOf } from './naming/accident.js'
import { accidentsOf } from './naming/directive.js'
import { causeOf } from './naming/group.js'
import type { Paper } from './paper.js'
import { type Draft, draftsOf, type Roster } from './roster.js'
import { Trie } from './scan.js'

/** All facts of accidents that need no pattern. Run after naming. */
export function findAccidentFacts(paper: Paper, roster: Roster): Finding[] {
  const accidents = roster.ofType('Accident')
  if (!accidents.length) return []
  const findings = accidents.flatMap((accident) => scenesOf(accident, paper))
  const named = new Set<Draft>()
  const names = namesOf(accidents)
  for (const type of ['Directive', 'Group', 'Meeting', 'Campaign'] as const)
    for (const draft of roster.ofType(type)) {
      const found = type === 'Directive' && accidentsOf(draft).length ? instructed(draft) : namedAfter(draft, names)
      const cause = type === 'Group' && !found.length ? causeOf(draft) : undefined
      const at = draft.mentions[0]
      if (cause && at) found.push(finding('RESPONDED_TO', draft, cause, at.line, 'responded/inquiry', 0.93))
      if (found.length) named.add(draft)
      findings.push(...found)
    }
  const own = ownPaper(paper)
  for (const line of paper.lines)
    for (const item of line.items) {
      if (
        own &&
        item.kind === 'Accident' &&
        (LESSON.test(line.folded.slice(line.sentence.start, item.start)) ||
          WATCHED.test(line.folded.slice(item.end, line.sentence.end)))
      )
        for (const to of draftsOf(item))
          findings.push(finding('RESPONDED_TO', own, to, line, 'responded/own-lesson', 0.93))
      findings.push(...contained(item, line).filter((f) => !named.has(f.from)))
      if (item.kind === 'Group') findings.push(...setUp(item, line, accidents))
      if (item.kind === 'Meeting') findings.push(...atScene(item, line, accidents))
    }
  return findings
}

const LESSON = /(?:^|，)为了?(?:深刻|认真|切实)*(?:汲取|吸取)[^，]{0,4}$/u

/** 对…事故查处实行挂牌督办: what the paper is for. */
const WATCHED = /^(?:事故)?的?(?:调查处理|查处|调查|处理)?(?:工作)?(?:实行|实施|进行|予以)?挂牌督办/u

/** The titled paper that the document itself is, when its head names one. */
function ownPaper(paper: Paper): Draft | undefined {
  for (const line of paper.lines.slice(0, 14))
    for (const item of line.items) if (item.kind === 'Directive' && item.value.heading) return draftsOf(item)[0]
  return undefined
}

/** OCCURRED_IN for every place that a mention of the accident names. */
function scenesOf(accident: Draft, paper: Paper): Finding[] {
  return (profileOf(accident)?.places ?? []).flatMap((place) =>
    draftsOf(place).flatMap((to) => {
      const holds = ({ sentence: s }: Line) => s.start <= place.start && place.end <= s.end
      // In a form the place has a field of its own; the sentence that tells of the day may name no accident.
      const apart = accident.mentions.some((m) => m.item.value.form || m.item.value.month || m.item.value.m)
      const at = accident.mentions.find((m) => holds(m.line))?.line ?? (apart ? paper.lines.find(holds) : undefined)
      return at ? [finding('OCCURRED_IN', accident, to, at, 'occurred/named', 0.95)] : []
    }),
  )
}

const plain = (name: string) => name.replace(/[“”\s]/gu, '')

/** The names of accidents and who bears them; shorter ones are borne by many. */
function namesOf(accidents: readonly Draft[]): Trie<Draft> {
  const names = new Trie<Draft>()
  for (const accident of accidents)
    for (const form of [accident.name, ...accident.forms]) {
      const short = plain(form)
      if (short.length >= 6) names.add(short, accident)
    }
  return names
}

/** RESPONDED_TO for a thing whose full name, as completed from the document, holds the name of one accident: the longest counts. */
function namedAfter(draft: Draft, names: Trie<Draft>): Finding[] {
  const name = plain(draft.name)
  let bearers: Draft[] = []
  let length = 0
  for (let i = 0; i < name.length; i++) {
    const hit = names.longest(name, i)
    if (!hit || hit.end - i < length) continue
    bearers = hit.end - i > length ? hit.entries : [...bearers, ...hit.entries]
    length = hit.end - i
  }
  const best = bearers.every((accident) => accident === bearers[0]) ? bearers[0] : undefined
  const at = draft.mentions[0]
  return best && at ? [finding('RESPONDED_TO', draft, best, at.line, 'responded/name', 0.95)] : []
}

/** RESPONDED_TO for an instruction given on accidents. */
function instructed(draft: Draft): Finding[] {
  const at = draft.mentions[0]
  return at
    ? accidentsOf(draft).map((to) => finding('RESPONDED_TO', draft, to, at.line, 'responded/instruction', 0.95))
    : []
}

const ANSWERS = new Set(['Directive', 'Group', 'Meeting', 'Campaign'])

/** RESPONDED_TO for a mention inside which an accident is named. */
function contained(item: Item, line: Line): Finding[] {
  const own = ANSWERS.has(item.kind)
    ? draftsOf(item).flatMap((from) =>
        accidentsIn(item.parts)
          .flatMap(draftsOf)
          .map((to) => finding('RESPONDED_TO', from, to, line, 'responded/in-name', 0.96)),
      )
    : []
  return [...own, ...item.parts.flatMap((part) => contained(part, line))]
}

function accidentsIn(parts: readonly Item[]): Item[] {
  return parts.flatMap((p) => (p.kind === 'Accident' ? [p] : accidentsIn(p.parts)))
}

const SET_UP = /(?:成立|组成|组建|派出|派遣|派|率|率领|带领|设立)[^，。；]{0,24}$/u
const ON_SITE = /(?:调查组|工作组|指挥部|专家组|救援组|医疗组|救灾组)$/u

/** RESPONDED_TO for an inquiry, work team or headquarters set up or sent in the sentences that follow an accident. */
function setUp(item: Item, line: Line, accidents: readonly Draft[]): Finding[] {
  if (!ON_SITE.test(line.textOf(item))) return []
  const head = line.folded.slice(line.sentence.start, item.start)
  const within = /^(?:派出|成立|率)/u.test(line.textOf(item))
  if (!within && !SET_UP.test(head)) return []
  const best = lastTold(line, accidents)
  if (!best) return []
  return draftsOf(item).map((from) => finding('RESPONDED_TO', from, best, line, 'responded/set-up', 0.93))
}

/** 现场会, 前线调度会, 救援会商会: a meeting that no more than its place or its end names. */
const SCENE_MEETING =
  /^(?:[^，。]{0,6}(?:救援|抢险|扑救|处置|搜救|善后|前线|前方|事故)|现场)(?:现场|救援|指挥|处置|工作|抢险|会商|调度|办公|协调|分析|紧急|专题)*会(?:商会|议)?$/u

/** RESPONDED_TO for a meeting held at the scene, or over the rescue, in the sentences that follow an accident. */
function atScene(item: Item, line: Line, accidents: readonly Draft[]): Finding[] {
  if (!item.value.convened || item.value.passing || !SCENE_MEETING.test(line.textOf(item))) return []
  const best = lastTold(line, accidents)
  return best ? draftsOf(item).map((from) => finding('RESPONDED_TO', from, best, line, 'responded/at-scene', 0.9)) : []
}

/** The accident last told of, in this paragraph or the three before. */
function lastTold(line: Line, accidents: readonly Draft[]): Draft | undefined {
  let best: Draft | undefined
  let at = -1
  for (const accident of accidents)
    for (const m of accident.mentions) {
      const rows = line.sentence.line - m.line.sentence.line
      if (m.item.start >= line.sentence.end || rows > 3 || m.item.start <= at) continue
      at = m.item.start
      best = accident
    }
  return best
}

function finding(type: Finding['type'], from: Draft, to: Draft, line: Line, rule: string, confidence: number): Finding {
  const { start, end } = line.sentence
  return { type, from, to, attrs: {}, start, end, rule, confidence }
}

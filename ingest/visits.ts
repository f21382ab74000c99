// Words of going to a place (rules/fact-visit.ts) + who goes (travellers.ts) -> facts that someone visited a place.
// Run line after line: within a paragraph the one who travels is carried on, and so are the places for those who go along.
import { evidenceSpan, type FactRule, type Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { type Match, matchesIn, rulesFor } from './match.js'
import { type Draft, draftsOf, type Roster } from './roster.js'
import { visitFacts } from './rules/fact-visit.js'
import { travellersAt } from './travellers.js'

/** A journey that a paragraph tells of. */
interface Journey {
  paragraph: number
  travellers: readonly Draft[]
  places: readonly Draft[]
}

const SEES =
  /^(?:一行)?(?:仔细|详细|认真|实地|边走边看|走进|同|与|亲切|首先|先后|先|分别|重点|现场|逐一)?(?:调研|督导|督查|抽检|察看|查看|了解|询问|看望|慰问|走进|视察|参观|来到|检查|登上|登车|走上|走到|叮嘱|俯身|询问|听取|观看|翻看|随机抽查|抽查)/u

/** 他随后赶往: what the one of the sentence before does next. */
const GOES_ON = /^[他她](?:随后|随即|接着|之后|又|还|连夜|当晚|当天|立即|冒|首先|来到|赶|赴|一路)/u

export class VisitReader {
  private journey: Journey | undefined
  private last: Journey | undefined
  /** What 这里 means in the next sentence. */
  private above: readonly Draft[] = []
  /** Whom the sentence before, of the same paragraph, is about. */
  private about: { paragraph: number; persons: readonly Draft[] } | undefined

  /** @param sceneOf where the accident spoken of at a folded offset happened */
  constructor(private readonly sceneOf: (at: number) => Draft | undefined) {}

  /** The visits that the next sentence tells of; lists of persons and places have been joined before. */
  read(line: Line): Finding[] {
    const { line: paragraph } = line.sentence
    if (this.journey && this.journey.paragraph !== paragraph) {
      this.last = this.journey
      this.journey = undefined
    }
    const findings: Finding[] = []
    const matches = rulesFor(visitFacts, line)
      .flatMap((known) => matchesIn(line, known).map((match) => ({ rule: known.rule, match })))
      .sort((a, b) => a.match.start - b.match.start)
    for (const { rule, match } of matches)
      if (!quoted(line, match.start)) findings.push(...this.visit(line, rule, match))
    const first = line.items.find((i) => i.kind === 'Person')
    if (first) this.about = { paragraph, persons: draftsOf(first) }
    this.above = opening(line)
    return findings
  }

  private visit(line: Line, rule: FactRule, match: Match): Finding[] {
    if (rule.id === 'visit/along') return this.along(line, rule, match)
    const scene = rule.id === 'visit/scene' ? this.sceneOf(match.start) : undefined
    const places = scene ? [scene] : rule.id === 'visit/here' ? this.above : goals(line, match)
    const travellers = rule.id === 'visit/there' ? this.there(line, match) : this.going(line, match)
    if (!travellers.length || !places.length) return []
    const known = this.journey
    const same = known && travellers.every((t) => known.travellers.includes(t))
    this.journey = same
      ? { ...known, places: [...new Set([...known.places, ...places])] }
      : { paragraph: line.sentence.line, travellers, places }
    return facts(line, rule, match, travellers, places)
  }

  private going(line: Line, match: Match): readonly Draft[] {
    const here = this.journey?.travellers ?? []
    const near = this.last && line.sentence.line - this.last.paragraph <= 3 ? this.last.travellers : []
    const goesOn = this.about?.paragraph === line.sentence.line && GOES_ON.test(line.text)
    const about = goesOn ? (this.about?.persons ?? []) : []
    const pronoun = [here, about, near].find((list) => list.length) ?? []
    return travellersAt(line, match.start, { here, pronoun })
  }

  /** Whether the one who travels acts in a sentence that opens with a place. */
  private there(line: Line, match: Match): readonly Draft[] {
    const journey = this.journey
    const after = line.items.filter((i) => i.kind === 'Person' && i.start >= match.end)
    const next = after[0]?.start === match.end ? after[0] : undefined
    const said = line.folded.slice(next?.end ?? match.end, line.sentence.end)
    if (next && (SEES.test(said) || (atSite(line, match) && /^(?:要求|强调|指出|说|表示|对)/u.test(said))))
      return draftsOf(next)
    if (!journey || /^[他她](?!们)/u.test(line.folded.slice(match.end))) return journey?.travellers ?? []
    const named = new Set(after.flatMap(draftsOf))
    return journey.travellers.filter((t) => named.has(t))
  }

  /** Companions share the places of the journey. */
  private along(line: Line, rule: FactRule, match: Match): Finding[] {
    const journey = this.journey
    if (!journey || line.items.some((i) => i.kind === 'Meeting')) return []
    const after = /有$/u.test(line.folded.slice(match.start, match.end))
    let from = match.start
    while (from > line.sentence.start && !/[；。]/u.test(line.folded[from - 1] as string)) from--
    const persons = line.items.filter(
      (i) =>
        i.kind === 'Person' &&
        !/^一?家/u.test(line.folded.slice(i.end, i.end + 2)) &&
        !/未|没有|请假|缺席/u.test(line.folded.slice(i.end, Math.max(i.end, match.start))) &&
        (after ? i.start >= match.end : i.start >= from && i.end <= match.start),
    )
    const drafts = (after ? persons.slice(0, 1) : persons).flatMap(draftsOf)
    const others = drafts.filter((d) => !journey.travellers.includes(d))
    return facts(line, rule, match, others, journey.places)
  }
}

/** 在某基地，: a site, no division. */
const atSite = (line: Line, match: Match) =>
  line.items.findLast((i) => i.kind === 'Place' && i.end <= match.end && i.start >= match.start)?.value.level === 's'

const LEVELS = [
  /省$|自治区$/u,
  /市$|州$|盟$|地区$/u,
  /县$|(?<!自治)区$|旗$/u,
  /(?:开发|园|高新|经开|保税)区$|工业园$|化工园$|产业园$/u,
  /镇$|乡$|街道$|苏木$|[一二三四五六七八九十〇\d]团$/u,
  /村$|社区$/u,
]

/** Where the accident last spoken of before an offset happened: the most specific division that is told. */
export function sceneFinder(findings: readonly Finding[], roster: Roster): (at: number) => Draft | undefined {
  const level = (d: Draft) => LEVELS.findLastIndex((l) => l.test(d.name))
  return (at) => {
    const accident = roster.latest('Accident', at)
    return findings
      .filter((f) => f.type === 'OCCURRED_IN' && f.from === accident && level(f.to) >= 0)
      .map((f) => f.to)
      .sort((a, b) => level(b) - level(a))[0]
  }
}

/** The places gone to: of each run of places the last one, and the division before a firm. */
function goals(line: Line, match: Match): Draft[] {
  const span = match.groups.to
  if (!span) return []
  const row = line.items.filter((i) => i.start >= span.start && i.end <= span.end)
  return row
    .filter((item, n) => {
      const next = row[n + 1]
      // 四川|远山公司、…: the province of a name that no layer knows.
      const cut = item.end < span.end && !/[、，和及与以 （]/u.test(line.folded[item.end] as string)
      return (
        (next?.start !== item.end && !(cut && draftsOf(item)[0]?.type === 'Province')) ||
        item.rule === 'list/places' ||
        (next && sameLevel(item, next))
      )
    })
    .flatMap((item) => (item.kind === 'Place' ? draftsOf(item) : seat(item, line.textOf(item))))
}

/** The place that a sentence begins with: of a chain the last. */
function opening(line: Line): readonly Draft[] {
  let at = line.sentence.start
  let found: readonly Draft[] = []
  for (const item of line.items) {
    if (item.kind !== 'Place' || item.start !== at) break
    found = draftsOf(item)
    at = item.end
  }
  return found
}

/** 文昌|琼海: divisions of one level in a row are gone to each. */
function sameLevel(a: Item, b: Item): boolean {
  const level = a.value.level
  return a.kind === 'Place' && b.kind === 'Place' && (level === 'c' || level === 'x') && level === b.value.level
}

const FIRM = /公司|集团|银行/u

/** The division that a firm's name begins with. */
function seat(item: Item, name: string): Draft[] {
  let at = item.start
  let found: Draft[] = []
  for (const part of item.parts)
    if (part.kind === 'Place' && part.start === at) {
      found = draftsOf(part)
      at = part.end
    }
  // 四川远山公司: a firm named after a province may stand anywhere.
  return FIRM.test(name) ? found.filter((d) => d.type !== 'Province') : found
}

function facts(line: Line, rule: FactRule, match: Match, from: readonly Draft[], to: readonly Draft[]): Finding[] {
  const span = evidenceSpan(line, match)
  // 甲、乙分别到A、B: each to his own; who goes where is not said when they are not as many.
  const apart = from.length > 1 && to.length > 1 && /分别|分头/u.test(apartBefore(line, match.start))
  if (apart && from.length !== to.length) return []
  return from.flatMap((f, n) =>
    to
      .filter((_, m) => !apart || m === n)
      .map((t) => ({
        type: rule.gives,
        from: f,
        to: t,
        attrs: {},
        ...span,
        rule: rule.id,
        confidence: rule.confidence,
      })),
  )
}

const apartBefore = (line: Line, at: number) => line.folded.slice(Math.max(line.sentence.start, at - 60), at)

function quoted(line: Line, at: number): boolean {
  const before = line.folded.slice(line.sentence.start, at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

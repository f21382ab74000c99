// One document -> its facts: the steps in order, and nothing else. Pure: no network, no database, no clock.
import type { Contribution, Document, Entity, Relation } from '../schema/fact.js'
import { findAbroad } from './abroad.js'
import { findAccidentFacts } from './accident-facts.js'
import { AssignmentReader } from './assignments.js'
import { findBodies } from './bodies.js'
import { findCampaigns } from './campaigns.js'
import { countCasualties } from './casualties.js'
import { confidenceOf } from './confidence.js'
import { findContained } from './containment.js'
import { coordinate, joinTitles } from './coordination.js'
import { findDates } from './dates.js'
import { openDiscourse } from './discourse.js'
import { eventFacts } from './event-facts.js'
import { type Finding, findFacts, joinFindings } from './facts.js'
import { findGroups } from './groups.js'
import { findHome } from './home.js'
import { inferFacts } from './inference.js'
import { findLetterheads } from './letterheads.js'
import type { Item, Line } from './line.js'
import { applyMentionRules, type MentionRule } from './match.js'
import { findMeetings } from './meetings.js'
import { dateMeeting, findPresent } from './minutes.js'
import { nameAccident } from './naming/accident.js'
import { nameBody } from './naming/body.js'
import { nameCampaign } from './naming/campaign.js'
import { nameDirective } from './naming/directive.js'
import { nameGroup } from './naming/group.js'
import { nameMeeting, nameUnnamed } from './naming/meeting.js'
import { namePerson } from './naming/person.js'
import { nameForeign, namePlace } from './naming/place.js'
import { namePost } from './naming/post.js'
import { openPaper, type Paper } from './paper.js'
import { findCalled } from './persons/called.js'
import { findFirstPersons } from './persons/first-person.js'
import { readForeignEnds } from './persons/foreign-end.js'
import { findFormulaNames } from './persons/formula.js'
import { findLatinNames } from './persons/latin.js'
import { findPersonsBehindLabels, findPersonsInLists, findPersonsInRolls } from './persons/slot.js'
import { findPersonsTold } from './persons/told.js'
import { dropOthers, dropPaperMarks, dropSides, dropVerbEnds, mendDotted, mendEdges } from './persons/verb-end.js'
import { findPersons } from './persons.js'
import { findPlaces, findTownsAgain } from './places.js'
import { findPortfolios } from './portfolios.js'
import { findPosts } from './posts.js'
import { findReportForm } from './report-form.js'
import { findRespective, markRespective } from './respective.js'
import { dropInstructed, dropRivals } from './rivals.js'
import { findRoll } from './rolls.js'
import { type Draft, Roster } from './roster.js'
import { accidentRules } from './rules/accident.js'
import { vehicleRules } from './rules/accident-vehicle.js'
import { directiveRules } from './rules/directive.js'
import { postFacts } from './rules/fact-post.js'
import { findShortNames } from './short-names.js'
import { findSites } from './sites.js'
import { findPersonsInTables, findTableFacts } from './table-facts.js'
import { dateTenures } from './tenure.js'
import { originSpan } from './text/fold.js'
import { findUnlisted } from './unlisted-places.js'
import { sceneFinder, VisitReader } from './visits.js'
import { findVitae } from './vita.js'

/** The layers of events, in order: what an earlier one finds is an item of the next. */
const EVENT_LAYERS: readonly ((line: Line) => void)[] = [
  findSites,
  byRules([...accidentRules, ...vehicleRules]),
  findGroups,
  findCampaigns,
  findMeetings,
  byRules(directiveRules),
]

function byRules(rules: readonly MentionRule[]): (line: Line) => void {
  return (line) => applyMentionRules(rules, line)
}

type Namer = (item: Item, line: Line, paper: Paper, roster: Roster) => void
const NAMERS: Record<string, Namer> = {
  Place: namePlace,
  Country: nameForeign,
  Org: nameBody,
  Post: namePost,
  Person: namePerson,
  Accident: nameAccident,
  Group: nameGroup,
  Campaign: nameCampaign,
  Meeting: nameMeeting,
  Directive: nameDirective,
}

/** Types that stand in a contribution only as ends of relations: an office that nobody is said to hold is none. */
const ENDS_ONLY = new Set(['Organization', 'Place', 'Post'])

/**
 * What one document says.
 * @returns its entities and relations, each with the places in the text that say so, in order of appearance
 */
export function extract(document: Document): Contribution {
  const paper = openPaper(document)
  if (!paper.lines.length) return assemble(paper, new Roster(), [])
  findMentions(paper)
  const roster = nameMentions(paper)
  countCasualties(paper, roster)
  dateMeeting(paper, roster)
  const findings = findAllFacts(paper, roster)
  return assemble(paper, roster, findings)
}

/** All layers of mentions, lowest first. */
export function findMentions(paper: Paper): void {
  for (const line of paper.lines) {
    findDates(line, paper)
    findPlaces(line, paper)
  }
  findAbroad(paper)
  findUnlisted(paper)
  findTownsAgain(paper)
  findHome(paper)
  for (const line of paper.lines) findBodies(line, paper)
  findShortNames(paper)
  for (const line of paper.lines) findPosts(line)
  findPersons(paper)
  for (const line of paper.lines) {
    dropVerbEnds(line)
    mendEdges(line)
    findLatinNames(line)
  }
  mendDotted(paper)
  readForeignEnds(paper)
  findPersonsInLists(paper)
  findPersonsInRolls(paper)
  findPersonsBehindLabels(paper)
  findPersonsInTables(paper)
  for (const line of paper.lines) findFormulaNames(line)
  findPersonsTold(paper)
  for (const line of paper.lines) {
    dropPaperMarks(line)
    dropOthers(line)
    findCalled(line)
  }
  dropSides(paper)
  markRespective(paper)
  findFirstPersons(paper)
  for (const line of paper.lines) for (const layer of EVENT_LAYERS) layer(line)
  findReportForm(paper)
}

/** Gives every item the thing or things that it names, in order of the text. */
export function nameMentions(paper: Paper): Roster {
  const roster = new Roster()
  for (const line of paper.lines) for (const item of [...line.items]) nameItem(item, line, paper, roster)
  nameUnnamed(paper, roster)
  return roster
}

function nameItem(item: Item, line: Line, paper: Paper, roster: Roster): void {
  for (const part of item.parts) nameItem(part, line, paper, roster)
  NAMERS[item.kind]?.(item, line, paper, roster)
}

function findAllFacts(paper: Paper, roster: Roster): Finding[] {
  const supply = openDiscourse(paper, roster)
  const findings: Finding[] = [...findAccidentFacts(paper, roster), ...findTableFacts(paper, roster)]
  findings.push(...findLetterheads(paper), ...findPresent(paper, supply), ...findRoll(paper), ...findVitae(paper))
  findings.push(...findPortfolios(paper), ...findRespective(paper, roster))
  const visits = new VisitReader(sceneFinder(findings, roster))
  const assignments = new AssignmentReader()
  for (const line of paper.lines) {
    joinTitles(line)
    findings.push(...findFacts(postFacts, line, supply))
    coordinate(line)
    findings.push(...findFacts(eventFacts, line, supply), ...findContained(line), ...visits.read(line))
    findings.push(...assignments.read(line))
  }
  findings.push(...inferFacts(findings))
  return dateTenures(dropRivals(dropInstructed(findings)), paper.document.date)
}

/** A person's name as the document writes it, where folding changed a character of it (昇, 喆). */
function writtenForms(draft: Draft, paper: Paper): string[] {
  if (draft.type !== 'Person') return []
  const forms = new Set<string>()
  for (const { item } of draft.mentions.slice(0, 4)) {
    const { start, end } = originSpan(paper.folded, item.start, item.end)
    const own = paper.document.text.slice(start, end).replace(/[\s　]/gu, '')
    if (own.length === draft.name.length && own !== draft.name && /^[\u3400-\u9fff]+$/u.test(own)) forms.add(own)
  }
  return [...forms]
}

function assemble(paper: Paper, roster: Roster, findings: readonly Finding[]): Contribution {
  const { folded, document } = paper
  const joined = joinFindings(findings)
  const used = new Set<Draft>()
  for (const list of joined.values())
    for (const f of list) {
      used.add(f.from)
      used.add(f.to)
    }
  const drafts = roster.drafts.filter((d) => used.has(d) || !ENDS_ONLY.has(d.type))
  const ids = new Map(drafts.map((d, i) => [d, `e${i + 1}`]))
  const entities: Entity[] = drafts.map((d) => ({
    id: ids.get(d) as string,
    type: d.type,
    name: d.name,
    aliases: [...new Set([...d.forms, ...writtenForms(d, paper)])].filter((f) => f !== d.name),
    attrs: d.attrs,
    mentions: d.mentions.map(({ item }) => ({ ...originSpan(folded, item.start, item.end), rule: item.rule })),
  }))
  const relations: Relation[] = []
  for (const list of joined.values()) {
    const first = list[0] as Finding
    const seen = new Set<string>()
    const evidence: Relation['evidence'] = []
    for (const f of list) {
      const span = originSpan(folded, f.start, f.end)
      const quote = document.text.slice(span.start, span.end)
      const key = `${span.start} ${span.end} ${f.rule}`
      if (seen.has(key)) continue
      seen.add(key)
      evidence.push({
        ...span,
        quote,
        rule: f.rule,
        confidence: confidenceOf(f.type, f.confidence, quote.includes(f.to.name)),
      })
    }
    const attrs = Object.assign({}, ...list.map((f) => f.attrs)) as Relation['attrs']
    relations.push({
      type: first.type,
      from: ids.get(first.from) as string,
      to: ids.get(first.to) as string,
      attrs,
      evidence,
    })
  }
  return {
    doc: document.id,
    title: document.title,
    ...(document.date && { date: document.date }),
    ...(document.source && { source: document.source }),
    entities,
    relations,
  }
}

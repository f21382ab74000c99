// Lists of one kind -> one item: persons with their posts, places in a row share a verb.
import { altered, type Item, kindsOf, type Line } from './line.js'
import { findMatches, type Rule } from './match.js'
import { draftsOf } from './roster.js'

/** 某工程创新团队|负责人: words that say who a member of the row is, short of an office. */
const CALLED =
  '(?<=[、和及与])(?:‹Org|Place|Country›|(?![的在向对由将率等给把被说称为表])[\\u4e00-\\u9fffA-Za-z0-9“”]){1,24}?‹Title|Role|Bound›'

/** 县领导甲、乙，副县级干部丙 */
const RANKED = '(?<=[，、和及与])(?:[省市县区州]?(?:其他)?领导(?:同志)?|[副正]?[县处厅科市局]级(?:领导)?(?:干部|领导))'

const lists: readonly (Rule & { kind: string })[] = [
  {
    id: 'list/persons',
    kind: 'Person',
    says: 'Persons in a row, each with or without offices, act together.',
    pattern: `(?:‹Post›[、，]?)* ?‹Person›(?:‹Post›)?(?:[、，和及与]|以及)?(?:(?:‹Post›[、，]?|${RANKED}|${CALLED})* ?‹Person›(?:‹Post›)?(?:[、，和及与]|以及)?)*`,
    yes: [],
    no: [],
  },
  {
    id: 'list/directives',
    kind: 'Directive',
    says: 'Titled papers in a row are issued together.',
    pattern: '‹Directive›(?:[、，和及]?‹Directive›)+',
    yes: [],
    no: [],
  },
  {
    id: 'list/places',
    kind: 'Place',
    says: 'Places in a row share a verb.',
    pattern: '‹Place›(?:[、和及与 ]‹Place›)+(?:，‹Place›(?:[、和及与 ]‹Place›)+(?=等))?',
    yes: [],
    no: [],
  },
]

/** What brackets after a name say of it alone: the name in Latin letters, 女, where he stands in a picture. */
const ASIDE =
  /^（(?:[A-Za-z][A-Za-z .·'’-]{1,40}|[男女](?:，[\u4e00-\u9fff]{1,4}族)?|[\u4e00-\u9fff]{1,4}族|(?:前排|后排|图)?(?:[左右中][一二三四五六七]?|居中|正中)(?:[一二三四五])?)）/u

const TITLES = kindsOf('Title')
const WITH_ASIDES = kindsOf('Person', 'Meeting', 'Org')

/** 李某同志: the form of address belongs to the name. Run before facts of any kind. */
export function joinTitles(line: Line): void {
  if (line.holds(TITLES)) joinAddresses(line)
  if (line.holds(WITH_ASIDES)) joinAsides(line)
}

function joinAddresses(line: Line): void {
  for (const title of line.items.filter((i) => i.kind === 'Title' && /^(?:同志|先生|女士)$/u.test(line.textOf(i)))) {
    const person = line.items.find((i) => i.kind === 'Person' && i.end === title.start)
    if (!person || line.folded[title.end] === '们') continue
    line.put(altered(person, { end: title.end, parts: [] }))
  }
}

const OPENING = '（'.charCodeAt(0)

function joinAsides(line: Line): void {
  for (const person of line.items.filter((i) => i.kind === 'Person' || i.kind === 'Meeting' || i.kind === 'Org')) {
    if (line.folded.charCodeAt(person.end) !== OPENING) continue
    const aside = ASIDE.exec(line.folded.slice(person.end, Math.min(line.sentence.end, person.end + 48)))?.[0]
    if (aside) line.put(altered(person, { end: person.end + aside.length, parts: [] }))
  }
}

/** 主持人是甲，乙局局长丙…: after 是 the list ends with its clause; those of the next clause do something else. */
function complementEnd(line: Line, match: { start: number; end: number }): number {
  if (!/[是为]$/u.test(line.folded.slice(Math.max(line.sentence.start, match.start - 1), match.start))) return match.end
  const comma = line.folded.indexOf('，', match.start)
  return comma > 0 && comma < match.end ? comma : match.end
}

/** Replaces lists by one item that stands for all their members. */
export function coordinate(line: Line): void {
  for (const rule of lists)
    for (const match of findMatches(rule, line)) {
      const end = complementEnd(line, match)
      const members = line.items.filter((i) => i.start >= match.start && i.end <= end && i.kind === rule.kind)
      if (!members.length) continue
      const last = line.items.filter((i) => i.start >= match.start && i.end <= end).at(-1) as Item
      const item: Item = {
        kind: rule.kind,
        start: match.start,
        end: last.end,
        rule: rule.id,
        value: { drafts: [...new Set(members.flatMap(draftsOf))] },
        parts: [],
      }
      line.put(item)
    }
}

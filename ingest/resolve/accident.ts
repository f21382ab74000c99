// Whether two accidents are one: the same day, places that go together, kinds that go together, and a core or a tag that says so.
// Two accidents of one kind in one town on one day are known, so that alone is not enough when both have a site.
import { kindsAgree } from '../naming/accident-kind.js'
import { type AccidentWords, coresMeet, familyOf, readAccidentName } from './accident-words.js'
import { type Descriptor, daysApart, different, type Judgement, namesOf, said, same, unsure } from './descriptor.js'
import { plain } from './plain.js'
import { type Division, divisionsNamed, within } from './region.js'

/** What is known of an accident, from its names and from what stands beside them. */
export interface AccidentProfile {
  /** `2023-11-16`, `2023-11`, `2023`; undefined where not even the year is known. */
  date?: string
  /** `11-16`, also where the year is not known. */
  day?: string
  tagged: boolean
  provinces: Set<string>
  prefectures: Set<string>
  counties: Set<string>
  kind?: string
  cores: string[]
}

/** Gathers what a descriptor says of its accident. */
export function readAccident(d: Descriptor): AccidentProfile {
  const words = namesOf(d).map(readAccidentName)
  const first = words[0] as AccidentWords
  const date = said(d, 'date')
  const year = said(d, 'year') ?? first.year
  const kind = said(d, 'kind') ?? words.find((w) => w.kind)?.kind
  const day = date?.length === 10 ? date.slice(5) : words.find((w) => w.day)?.day
  const full = date ?? (year && day ? `${year}-${day}` : year)
  const profile: AccidentProfile = {
    tagged: words.some((w) => w.tagged),
    provinces: new Set(),
    prefectures: new Set(),
    counties: new Set(),
    cores: [...new Set(words.map((w) => w.core).filter((c) => c.length >= 2))],
  }
  if (full) profile.date = full
  if (day) profile.day = day
  if (kind) profile.kind = kind
  const places = [...(d.places ?? []), ...(d.province ? [d.province] : [])]
  for (const place of places) put(profile, within(divisionsNamed(plain(place)), places))
  // The head of the name is a place only where it does not contradict the places that are told.
  for (const { divisions } of words) {
    const fitting = within(divisions, places)
    if (!profile.provinces.size || fitting.some((x) => profile.provinces.has(x.province))) put(profile, fitting)
  }
  return profile
}

function put(profile: AccidentProfile, divisions: readonly Division[]): void {
  const sole = divisions.length === 1 ? divisions[0] : undefined
  if (!sole) return
  profile.provinces.add(sole.province)
  if (sole.prefecture && sole.prefecture !== sole.province)
    profile.prefectures.add(`${sole.province}/${sole.prefecture}`)
  if (sole.level === 'x') profile.counties.add(sole.path)
}

/** Undefined where one side says nothing. */
function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean | undefined {
  if (!a.size || !b.size) return undefined
  for (const x of a) if (b.has(x)) return true
  return false
}

/** Whether two accidents are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readAccident(a), readAccident(b)]
  const apart = daysApart(x.date, y.date)
  if (x.date && y.date && x.date.slice(0, 4) !== y.date.slice(0, 4)) return different('of two years')
  const core = x.cores.some((c) => y.cores.some((e) => coresMeet(c, e)))
  if (apart !== undefined && apart > 1) return different(`on two days: ${x.date} and ${y.date}`)
  if (x.day && y.day && x.day !== y.day && apart === undefined) return different(`on two days: ${x.day} and ${y.day}`)
  if (x.date && y.date && !x.date.startsWith(y.date) && !y.date.startsWith(x.date) && apart === undefined)
    return different(`at two times: ${x.date} and ${y.date}`)
  const province = meet(x.provinces, y.provinces)
  const prefecture = meet(x.prefectures, y.prefectures)
  const county = meet(x.counties, y.counties)
  if (province === false) return different(`in two provinces: ${[...x.provinces]} and ${[...y.provinces]}`)
  if (prefecture === false) return different(`in two places: ${[...x.prefectures]} and ${[...y.prefectures]}`)
  if (county === false) return core ? unsure('in two counties, but one core') : different('in two counties')
  if (!kindsAgree(x.kind, y.kind) && familyOf(x.kind) !== familyOf(y.kind))
    return core && (prefecture || county) ? unsure('one place and core, two kinds') : different('of two kinds')
  if (apart === 1) return core ? unsure('one core, but a day apart') : different('on two days')
  const sameDay = x.day !== undefined && x.day === y.day
  if (!sameDay)
    return equalNames(a, b) && !x.date && !y.date
      ? unsure('one name, but no day')
      : unsure('the day is not known of both')
  const sure = x.date !== undefined && x.date === y.date
  if (core && (sure || x.tagged || y.tagged)) return same(`${x.date ?? x.day}, one core${province ? ' and place' : ''}`)
  if (x.cores.length && y.cores.length) return unsure('one day and place, but two sites')
  if (!sure) return unsure('the year is not known of both')
  if (county || prefecture)
    return familyOf(x.kind) === '交通' && !x.tagged && !y.tagged
      ? unsure('one day and place, but neither names its site')
      : same(`${x.date}, the same place and kind`)
  const grades = [
    said(a, 'severity') ?? readAccidentName(a.name).grade,
    said(b, 'severity') ?? readAccidentName(b.name).grade,
  ]
  if (province && (x.tagged || y.tagged) && !(x.tagged && y.tagged) && (!grades[0] || grades[0] !== grades[1]))
    return unsure('one day and province, but only one has a tag')
  if (province && (x.tagged || y.tagged)) return same(`${x.date}, the same tag and province`)
  if (equalNames(a, b) && x.tagged && province !== undefined) return same('one tagged name')
  return unsure('one day, but neither place nor core says that they are one')
}

const equalNames = (a: Descriptor, b: Descriptor) => plain(a.name) === plain(b.name)

/** The group of names among which an accident is looked for. */
export function block(d: Descriptor): string {
  const { day, provinces } = readAccident(d)
  return day ?? `undated ${[...provinces][0] ?? ''}`
}

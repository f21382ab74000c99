// Whether two meetings are one: the same day, region and name; or the same numbered session of the same body.
import {
  type Descriptor,
  datesAgree,
  daysApart,
  different,
  type Judgement,
  said,
  same,
  several,
  unsure,
} from './descriptor.js'
import { conveners, type MeetingWords, ownerOf, readMeetingName } from './meeting-words.js'
import { readBody } from './organization.js'
import { likeness } from './plain.js'

interface MeetingProfile extends MeetingWords {
  date?: string
  owner?: string
  by: string[]
}

/** Gathers what a descriptor says of its meeting. */
export function readMeeting(d: Descriptor): MeetingProfile {
  const words = readMeetingName(d.name)
  const held = several(d.held_by).map(readBody)
  const owner = ownerOf(words, held)
  const date = said(d, 'date')
  const { year: named, ...others } = words
  const year = named ?? said(d, 'year')
  return {
    ...others,
    ...(date && { date }),
    // A year in the name that is not the year of the day (a meeting on 2023 held in 2024) tells no two meetings apart.
    ...(year && (!date || date.startsWith(year)) && { year }),
    ...(owner && { owner }),
    by: conveners([...words.bodies, ...held]),
  }
}

/** Sessions of one body that last for days are told with any of these days. */
const LONGEST = 16

/** Events that are counted through: 第二十次全国代表大会, 第五届…博览会. */
export const isSeries = (core: string) => core.length >= 5 && /(?:大会|论坛|峰会|博览会|年会|研讨会)$/u.test(core)

/** Sorts of session that one body holds apart from one another. */
const HEADS = /常务会|常委会|党组|全体会|办公会|理论学习|主席会|主任会|民主生活|新闻发布|约谈/u

/** Whether two meetings are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readMeeting(a), readMeeting(b)]
  if (x.term && y.term && x.term !== y.term) return different(`of two terms: ${x.term} and ${y.term}`)
  if (x.session && y.session && x.session !== y.session) return different(`two sessions: ${x.session} and ${y.session}`)
  if (x.year && y.year && x.year !== y.year) return different(`of two years: ${x.year} and ${y.year}`)
  if (x.owner && y.owner && x.owner !== y.owner) return different(`of ${x.owner} and of ${y.owner}`)
  const apart = daysApart(x.date, y.date)
  const [p, q] = [HEADS.exec(x.core)?.[0], HEADS.exec(y.core)?.[0]]
  if (p && q && p !== q && !x.core.includes(q) && !y.core.includes(p))
    return different(`two sorts of session: ${p} and ${q}`)
  const shared = x.owner === y.owner && x.by.some((key) => y.by.includes(key))
  const core = coresAgree(x.core, y.core)
  const owned = x.owner !== undefined && x.owner === y.owner
  const numbered = (x.term !== undefined && x.term === y.term) || (x.session !== undefined && x.session === y.session)
  if (numbered && x.by.length && y.by.length && !shared) return different('sessions of two bodies')
  const onlyTerm = x.term === y.term && x.session === y.session && x.core === y.core
  if (numbered && onlyTerm && (x.term && x.session ? shared : isSeries(x.core))) {
    if (apart === undefined || apart <= LONGEST) return same('the same session of the same term')
    return different('sessions of one number, at two times')
  }
  if (apart !== undefined && apart > 0) return different(`on two days: ${x.date} and ${y.date}`)
  if (datesAgree(x.date, y.date) === false) return different(`at two times: ${x.date} and ${y.date}`)
  if (core && (Boolean(x.term) !== Boolean(y.term) || Boolean(x.session) !== Boolean(y.session)))
    return unsure('one name counts the session, the other does not')
  if (apart === 0) return onOneDay(x, y, { core, shared, owned })
  if (owned && x.core === y.core && x.year && x.year === y.year && x.session && x.session === y.session && shared)
    return same('the same year, convener and name')
  if (core && owned && x.core === y.core && x.year && x.year === y.year && x.core.length >= 6)
    return same(`the meeting of ${x.year} with this name`)
  if (core) return unsure('one name, but the day is not known of both')
  return x.owner && y.owner && likeness(x.core, y.core) < 0.3
    ? different('two names')
    : unsure('the day is not known of both')
}

function onOneDay(
  x: MeetingProfile,
  y: MeetingProfile,
  { core, shared, owned }: { core: boolean; shared: boolean; owned: boolean },
): Judgement {
  const day = x.date as string
  if (core && x.by.length && y.by.length && !shared)
    return owned && x.core === y.core && x.core.length >= 9
      ? same(`${day}, one name; several bodies convene it`)
      : unsure('one day and name, but two conveners')
  if (core && (owned || shared)) return same(`${day}, one name${shared ? ' and convener' : ''}`)
  if (core && x.core === y.core && x.core.length >= 6 && (x.owner || y.owner) && !(x.scope && x.scope !== '全国'))
    return unsure('one day and name, but of one the region is not known')
  if (core) return unsure('one day and name, but the region is not known')
  if (x.by.length && y.by.length && !shared) return different('two names and two conveners')
  return likeness(x.core, y.core) >= 0.35 ||
    /^(?:会|专题会|视频会)$/u.test(x.core) ||
    /^(?:会|专题会|视频会)$/u.test(y.core)
    ? unsure(`${day}, names that are alike`)
    : different('two names on one day')
}

/** Equal, or one is the end or the beginning of the other, and says enough. */
function coresAgree(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 6 && (long.endsWith(short) || long.startsWith(short))
}

/** The group of names among which a meeting is looked for. */
export function block(d: Descriptor): string {
  const { term, session, owner, date, year, core } = readMeeting(d)
  if (term || session) return `${isSeries(core) ? core : (owner ?? '')} ${term ?? ''} ${session ?? ''}`
  return `${owner ?? ''} ${date?.slice(0, 4) ?? year ?? ''}`
}

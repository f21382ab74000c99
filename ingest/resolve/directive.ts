// Whether two directives are one: a title of the same issuer, or an instruction of the same giver, kind and matter.
import { judge as judgeAccident } from './accident.js'
import { readAccidentName } from './accident-words.js'
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
import { type DirectiveWords, readDirectiveName } from './directive-words.js'
import { compareBodies, readBody } from './organization.js'
import { likeness, plain } from './plain.js'

interface DirectiveProfile extends DirectiveWords {
  issuers: string[]
  date?: string
}

/** Gathers what a descriptor says of its directive. */
export function readDirective(d: Descriptor): DirectiveProfile {
  const words = readDirectiveName(d.name)
  const date = said(d, 'date')
  const issuers = [...(words.issuer ? [words.issuer] : []), ...several(d.issuer)]
  return { ...words, ...(date && { date }), issuers: [...new Set(issuers.map(plain))] }
}

/** Whether two directives are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readDirective(a), readDirective(b)]
  if (x.sort !== y.sort) return different('a titled paper and an instruction')
  if (x.number && y.number && x.number !== y.number) return different(`numbers ${x.number} and ${y.number}`)
  const issuer = issuersAgree(x.issuers, y.issuers)
  if (issuer === 'different') return different(`of two issuers: ${x.issuers} and ${y.issuers}`)
  const apart = daysApart(x.date, y.date)
  if (x.sort === 'title') return judgeTitles(a, b, x, y, issuer, apart)
  return judgeInstructions(a, b, x, y, issuer, apart)
}

function judgeTitles(
  a: Descriptor,
  b: Descriptor,
  x: DirectiveProfile,
  y: DirectiveProfile,
  issuer: Judgement['verdict'],
  apart: number | undefined,
): Judgement {
  if (x.number && x.number === y.number) return same(`the number ${x.number}`)
  if (x.years.join() !== y.years.join() && x.years.length && y.years.length)
    return different(`of two years: ${x.years} and ${y.years}`)
  if (x.core !== y.core)
    return likeness(x.core, y.core) >= 0.5 || nested(x.core, y.core)
      ? unsure('titles that are alike')
      : different('two titles')
  if (datesAgree(x.date, y.date) === false && (apart === undefined || apart > 31))
    return different(`of two times: ${x.date} and ${y.date}`)
  if (issuer === 'same') return same('one title of one issuer')
  if (sufficient(x.core) && !(a.issuer && b.issuer)) return same('one title that needs no issuer')
  return unsure('one title, but the issuer is not known of both')
}

/** One title in another: 关于印发《…》的通知. */
const nested = (a: string, b: string) => (a.length >= 6 && b.includes(a)) || (b.length >= 6 && a.includes(b))

/** Laws and plans that name their matter in full are titled by nobody else. */
export function sufficient(core: string): boolean {
  if (/(?:通知|意见|方案|报告|通报|函|批复|公告|通告|要点|清单|措施)$/u.test(core)) return false
  return /法$/u.test(core) ? core.length >= 3 : core.length >= 8
}

function judgeInstructions(
  a: Descriptor,
  b: Descriptor,
  x: DirectiveProfile,
  y: DirectiveProfile,
  issuer: Judgement['verdict'],
  apart: number | undefined,
): Judgement {
  if (issuer === 'unsure') return unsure('the giver is not known of both')
  if (!x.kind.includes(y.kind) && !y.kind.includes(x.kind)) return different(`${x.kind} and ${y.kind}`)
  const kinds = x.kind === y.kind
  const accident = datesAgree(a.accident, b.accident)
  if (accident === false) return different(`on two accidents: ${a.accident} and ${b.accident}`)
  if (datesAgree(x.date, y.date) === false && (apart === undefined || apart > 3))
    return different(`of two times: ${x.date} and ${y.date}`)
  if (accident) return kinds ? same('one giver and one accident') : unsure(`one accident, but ${x.kind} and ${y.kind}`)
  const [p, q] = [onAccident(a, x.core), onAccident(b, y.core)]
  if (p && q) {
    const verdict = judgeAccident(p, q)
    if (verdict.verdict === 'different') return different(`on two accidents: ${verdict.why}`)
    if (verdict.verdict === 'same')
      return kinds ? same(`one giver and one accident: ${verdict.why}`) : unsure('two kinds')
    return x.core === y.core && apart === 0 ? same('one giver, matter and day') : unsure(verdict.why)
  }
  if (x.core === y.core && x.core) {
    if (x.date && x.date === y.date && x.date.length === 10)
      return kinds ? same('one giver, matter and day') : unsure('two kinds')
    return unsure('one matter, but the day is not known of both')
  }
  return likeness(x.core, y.core) >= 0.4 ? unsure('matters that are alike') : different('two matters')
}

/** The accident that an instruction is on, as far as its matter names one. */
function onAccident(d: Descriptor, matter: string): Descriptor | undefined {
  const words = readAccidentName(matter)
  if (!words.kind && !words.tagged) return undefined
  if (!words.tagged && !words.divisions.length && !/事故|火灾|爆炸|地震/u.test(matter)) return undefined
  const date = d.accident
  return { type: 'Accident', name: matter, ...(date && { date }), ...(d.places && { places: d.places }) }
}

function issuersAgree(x: readonly string[], y: readonly string[]): Judgement['verdict'] {
  if (!x.length || !y.length) return 'unsure'
  let found: Judgement['verdict'] = 'different'
  for (const a of fullest(x))
    for (const b of fullest(y)) {
      const [p, q] = [readBody(a), readBody(b)]
      if (a === b && p.sort !== 'bare') return 'same'
      if (!p.known || !q.known) continue
      const { verdict } = compareBodies(p, q)
      if (verdict === 'same') return 'same'
      if (verdict === 'unsure') found = 'unsure'
    }
  return found
}

/** Issuers whose name says of which region they are, if there are any: 省政府 is of any. */
function fullest(issuers: readonly string[]): readonly string[] {
  const placed = issuers.filter((name) => readBody(name).sort !== 'bare')
  return placed.length ? placed : issuers
}

/** The group of names among which a directive is looked for. */
export function block(d: Descriptor): string {
  const { sort, core, issuers, number } = readDirective(d)
  if (sort === 'title') return number ?? core
  return `${issuers[0] ?? ''}`
}

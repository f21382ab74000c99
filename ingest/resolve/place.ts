// Names of places below the province -> the division or the site in a division that they mean; whether two are one.
// 鼓楼区 alone may be any of four; 南京市鼓楼区 is one.
import { type Descriptor, different, type Judgement, same, unsure } from './descriptor.js'
import { plain } from './plain.js'
import { type Division, isUnder, leadsOf, within } from './region.js'

/** A place: the divisions that its name can mean, and what stands below them. */
export interface Site {
  divisions: Division[]
  /** Town, village, road, mine: empty for a division itself. */
  rest: string
}

/** Reads the name of a place; `context` are names of divisions that it may lie in. */
export function readSite(written: string, context: readonly string[] = []): Site {
  const name = plain(written).replace(/(?:境内|辖区)$/u, '')
  const leads = leadsOf(name)
  const whole = leads.find((lead) => lead.end === name.length)
  // A type below the province: 吉林 is the city.
  const below = (divisions: readonly Division[]) => {
    const under = divisions.filter((d) => d.level !== 'p')
    return under.length ? under : [...divisions]
  }
  if (whole) {
    const city = whole.divisions[0]?.level === 'p' ? leadsOf(`${name}市`)[0] : undefined
    const divisions = city?.end === name.length + 1 ? city.divisions : whole.divisions
    return { divisions: within(below(divisions), context), rest: '' }
  }
  const lead = leads.find((l) => !l.weak || /^[镇乡村]/u.test(name.slice(l.end)))
  if (!lead) return { divisions: [], rest: name }
  return { divisions: within(lead.divisions, context), rest: name.slice(lead.end) }
}

/** What tells a place from all others; undefined where its name alone does not. */
export function keyOfSite(site: Site): string | undefined {
  return site.divisions.length === 1 ? `${site.divisions[0]?.path}|${site.rest}` : undefined
}

const contextOf = (d: Descriptor) => [...(d.places ?? []), ...(d.province ? [d.province] : [])]

/** Whether two places are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readSite(a.name, contextOf(a)), readSite(b.name, contextOf(b))]
  const [p, q] = [keyOfSite(x), keyOfSite(y)]
  if (p && p === q) return same(`both are ${p.replaceAll('/', '').replace('|', '')}`)
  if (!x.divisions.length || !y.divisions.length) {
    if (x.rest === y.rest) return unsure('a name without the division it lies in')
    return x.rest && y.rest && (x.rest.endsWith(y.rest) || y.rest.endsWith(x.rest))
      ? unsure('one name ends the other')
      : different('two names')
  }
  const meet = x.divisions.some((d) => y.divisions.some((e) => isUnder(d, e) || isUnder(e, d)))
  if (!meet) return different(`${describe(x)} and ${describe(y)} lie apart`)
  if (x.rest === y.rest) {
    if (x.rest) return unsure(`${x.rest} of ${describe(x)} may be that of ${describe(y)}`)
    const paths = new Set(x.divisions.map((d) => d.path))
    return y.divisions.some((d) => paths.has(d.path))
      ? unsure(`several places are called ${a.name}`)
      : different(`${describe(x)} and ${describe(y)} are of two levels`)
  }
  const [short, long] = x.rest.length < y.rest.length ? [x.rest, y.rest] : [y.rest, x.rest]
  return short && long.endsWith(short) ? unsure('one name ends the other') : different('two names')
}

const describe = (site: Site) => (site.divisions[0]?.path ?? '').replaceAll('/', '')

/** The group of names among which a place is looked for. */
export function block(d: Descriptor): string {
  const site = readSite(d.name, contextOf(d))
  return site.rest || (site.divisions[0]?.name ?? plain(d.name))
}

// Whether two campaigns are one: the same core of the name, and nothing that tells their years or regions apart.
import { type Descriptor, different, type Judgement, said, same, several, unsure } from './descriptor.js'
import { leadingBody } from './leading-body.js'
import { ownerOf } from './meeting-words.js'
import { type Body, readBody } from './organization.js'
import { likeness, plain } from './plain.js'
import { divisionsNamed, leadsOf } from './region.js'

/** What is known of a campaign. */
export interface CampaignProfile {
  year?: string
  /** 全国, or the path of a region. */
  owner?: string
  /** 全省, 全市 …: of a region that the name does not say. */
  scope?: string
  core: string
}

const SCOPE = /^(?:在)?(全国|全省|全市|全县|全区|全州|我省|我市)/u

/** Gathers what a descriptor says of its campaign. */
export function readCampaign(d: Descriptor): CampaignProfile {
  let rest = plain(d.name).replace(/[()（）、，和与及]/gu, '')
  const found = /(20\d{2})年?(?:度)?/u.exec(rest)
  if (found) rest = rest.replace(found[0], '')
  const bodies: Body[] = []
  let scope: string | undefined
  let owner: string | undefined
  for (let i = 0; i < 3; i++) {
    const word = SCOPE.exec(rest)
    const lead = word ? undefined : leadingBody(rest)
    const region = word || lead ? undefined : leadsOf(rest).find((l) => !l.weak && l.divisions.length === 1)
    if (word) scope ??= word[1] as string
    else if (lead) bodies.push(lead.body)
    else if (region) owner ??= region.divisions[0]?.path as string
    else break
    rest = rest.slice(word?.[0].length ?? lead?.end ?? region?.end)
  }
  const place = d.province ?? d.places?.[0]
  const told = place ? divisionsNamed(plain(place))[0]?.path : undefined
  owner =
    owner ??
    (scope === '全国'
      ? '全国'
      : ownerOf({ bodies, core: '', ...(scope && { scope }) }, several(d.issuer).map(readBody))) ??
    told
  const year = said(d, 'year') ?? found?.[1] ?? said(d, 'date')?.slice(0, 4)
  const core = rest.replace(/(?:专项|集中|大)?(?:行动|活动|工作)$/u, '').replace(/专项|工作/gu, '')
  return { ...(year && { year }), ...(owner && { owner }), ...(scope && { scope }), core }
}

/** What every year or every season has of its own. */
export const YEARLY = /检查|宣传|安全生产月|[周日节]$|百日|[冬春夏秋]|岁末|年初|汛期|元旦|两会/u

/** Whether two campaigns are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readCampaign(a), readCampaign(b)]
  if (x.year && y.year && x.year !== y.year) return different(`of two years: ${x.year} and ${y.year}`)
  if (x.owner && y.owner && x.owner !== y.owner) return different(`of ${x.owner} and of ${y.owner}`)
  if (x.core !== y.core)
    return likeness(x.core, y.core) >= 0.4 || nested(x.core, y.core)
      ? unsure('names that are alike')
      : different('two names')
  if (Boolean(x.scope) !== Boolean(y.scope) && (x.scope ?? y.scope) !== '全国' && !(x.owner && y.owner))
    return unsure('one name says of which region, the other does not')
  const owned = x.owner !== undefined && x.owner === y.owner
  if (owned && x.year && x.year === y.year) return same(`one name, ${x.year}, ${x.owner}`)
  if (owned && x.core.length >= 6 && !x.year && !y.year) return same(`one name, ${x.owner}`)
  if (!x.scope && !y.scope && !x.owner && !y.owner && x.core.length >= 7 && !YEARLY.test(x.core))
    return same('one name that says enough')
  if (
    x.year &&
    x.year === y.year &&
    x.core.length >= 6 &&
    (!x.owner || x.owner === '全国') &&
    (!y.owner || y.owner === '全国')
  )
    return same(`one name, ${x.year}`)
  return unsure('one name, but the year or the region is not known of both')
}

const nested = (a: string, b: string) => (a.length >= 4 && b.includes(a)) || (b.length >= 4 && a.includes(b))

/** The group of names among which a campaign is looked for. */
export function block(d: Descriptor): string {
  return readCampaign(d).core
}

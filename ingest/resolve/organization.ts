// Names of standing bodies -> what they mean: a body at the centre, a region's body, or a name that no list knows; and whether two are one.
import { list, words } from '../lexicon.js'
import { canonicalForm, shortForm, withoutLevel } from './body-form.js'
import { type Descriptor, different, type Judgement, namesOf, same, unsure } from './descriptor.js'
import { abbreviates, likeness, plain } from './plain.js'
import { type Division, type Lead, leadsOf, within } from './region.js'

/** What a body's name says. */
export interface Body {
  /** `central` by list, `local` by region and form, `bare` for a form without its region, `other` for any other name. */
  sort: 'central' | 'local' | 'bare' | 'other'
  /** Where a local body is: one division, or the namesakes it may be. */
  regions: Division[]
  /** Town, zone or village below the region: 信义镇. */
  below: string
  /** The body without its region, canonical. */
  form: string
  /** The form is of a known kind: two such forms that differ are two bodies. */
  known: boolean
}

/** Left out in speaking; 股份 stays, since a house and the firm that it has brought to the exchange are two. */
const LEGAL_FORM = /(?<!股份)有限(?:责任)?公司$/u

let central: Map<string, string> | undefined

function loadCentral(): Map<string, string> {
  if (central) return central
  const table = new Map<string, string>()
  for (const { word, fields } of words('body'))
    for (const form of [word, ...list(fields[0])])
      for (const key of [form, form.replace(LEGAL_FORM, '')].map((one) => shortForm(plain(one))))
        if (!table.has(key)) table.set(key, word)
  for (const { word, fields } of words('body-short')) {
    const row = table.get(shortForm(plain(fields[0] as string)))
    if (row) table.set(shortForm(plain(word)), row)
  }
  central = table
  return table
}

/** Letters that name a level, by the level of the division before them. */
const LEVEL_WORDS: Readonly<Record<Division['level'], RegExp>> = {
  p: /^(?:省|自治区|市|区(?=党委))/u,
  c: /^(?:市|自治州|州|地区|盟|地(?=委))/u,
  x: /^(?:自治县|自治旗|县|市|区|旗)/u,
}

/** Levels that do not follow a division of a level: 太原县 is none of the names of 太原市. */
const OTHER_LEVEL: Readonly<Record<Division['level'], RegExp>> = {
  p: /^[县州盟旗镇乡]/u,
  c: /^[省县区旗镇乡]/u,
  x: /^[省州盟镇乡]/u,
}

const TOWN = /^([\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|苏木))(?=[党委人政办安应综派司财])/u
const ZONE =
  /^([\u4e00-\u9fff]{0,12}?(?:开发区|高新区|经开区|新区|工业园区|产业园区|园区|示范区|保税区|风景名胜区|景区|林区|矿区|合作区|度假区))(?=.)/u

const cache = new Map<string, Body>()

/** Reads the name of a body. */
export function readBody(name: string): Body {
  const known = cache.get(name)
  if (known) return known
  if (cache.size > 50_000) cache.clear()
  const body = read(plain(name))
  cache.set(name, body)
  return body
}

function read(written: string): Body {
  const joint = written.split('、').filter(Boolean)
  if (joint.length > 1) return { ...other(''), form: joint.map((name) => shortForm(name)).join('、'), known: true }
  const whole = written.replace(/^中华人民共和国(?=.{2,})/u, '')
  const listed = centralOf(written) ?? centralOf(whole)
  if (listed) return { sort: 'central', regions: [], below: '', form: listed, known: true }
  const name = whole
    .replace(/^(?:中国共产党|中共)/u, '')
    .replace(/^中国人民政治协商会议(.+?)委员会$/u, '$1政协')
    .replace(/^政协(.+?)委员会$/u, '$1政协')
    .replace(/^(?:中国共产主义青年团|共青团)(.+?)委(?:员会)?$/u, '$1团委')
    .replace(/^(?:中国人民武装警察部队|武警)(.+?)(总队|支队|中队)$/u, '$1武警$2')
    .replace(/^(?:国家)?(矿山|煤矿)(?:安全监察|安监)局(.+?)局$/u, '$2$1安监局')
    .replace(/^国家税务总局(.+?税务局)$/u, '$1')
    .replace(/^国家统计局(.+?)调查(总队|队)$/u, '$1国家统计局调查$2')
    .replace(/^(?:中国人民解放军)(.+?(?:省军区|警备区|军分区|卫戍区))$/u, '$1')
  return local(name) ?? part(whole) ?? bare(name) ?? other(name)
}

function centralOf(name: string): string | undefined {
  const table = loadCentral()
  const written = new Set([name, ...WRITTEN_OTHERWISE.map(([part, other]) => name.replace(part, other))])
  for (const form of written) {
    const found = table.get(shortForm(form))
    if (found) return found
  }
  return undefined
}

/** What the list may leave out or write in full. */
const WRITTEN_OTHERWISE: readonly [RegExp, string][] = [
  [/[（(].*?[)）]/gu, ''],
  [/^国家(?=.{2,}部$)/u, ''],
  [/(?<=[部会组])办$/u, '办公室'],
  [LEGAL_FORM, ''],
  [/^(?:中国共产党|中共)/u, ''],
]

/** Region and form: 山西省|人民政府, 山西|省委, 离石区|信义镇|政府. */
function local(name: string): Body | undefined {
  let loose: Body | undefined
  for (const lead of leadsOf(name)) {
    const rest = name.slice(lead.end)
    const body = rest ? ofRegion(lead, rest) : regionItself(lead)
    if (body?.known) return body
    if (body && !lead.weak) loose ??= body
  }
  return loose
}

/** 兵团: a division that acts as a body. */
function regionItself(lead: Lead): Body {
  return { sort: 'local', regions: lead.divisions, below: '', form: '', known: !lead.weak }
}

function ofRegion(lead: Lead, rest: string): Body {
  const base = { sort: 'local' as const, regions: lead.divisions, below: '' }
  const whole = canonicalForm(rest)
  if (whole.known && !/^[省市县区州旗盟]/u.test(rest)) return { ...base, ...whole }
  // 山西|省委: the level that the region's short form left out, and 山西省|省委.
  const level = lead.divisions[0]?.level ?? 'x'
  const word = LEVEL_WORDS[level].exec(rest)?.[0]
  if (word && !/^市(?:场|政(?!府|协|法))/u.test(rest)) {
    const inner = canonicalForm(rest.slice(word.length))
    if (inner.known) return { ...base, ...inner }
  }
  const another = OTHER_LEVEL[level].exec(rest)?.[0]
  if (whole.known) return { ...base, ...whole, ...(another && whole.form !== rest && { below: another }) }
  for (const below of [TOWN, ZONE]) {
    const match = below.exec(rest)
    const inner = match && canonicalForm(withoutLevel(rest.slice(match[0].length)))
    if (match && inner?.known) return { ...base, ...inner, below: match[1] as string }
  }
  return { ...base, form: firm(whole.form), known: false }
}

/** A part of a body at the centre: 应急管理部|办公厅. */
function part(name: string): Body | undefined {
  const table = loadCentral()
  for (let end = name.length - 2; end >= 3; end--) {
    const owner = table.get(shortForm(name.slice(0, end)))
    if (!owner) continue
    const rest = shortForm(name.slice(end))
    const office = rest === '办' ? '办公室' : rest
    return { sort: 'central', regions: [], below: '', form: `${owner}·${office}`, known: false }
  }
  return undefined
}

/** 省应急管理厅, 安委会: a body whose region its document knows. */
function bare(name: string): Body | undefined {
  const level = /^(?:自治区|自治州|自治县|[省市县区州旗盟镇乡])/u.exec(name)?.[0]
  const inner = canonicalForm(level ? withoutLevel(name) : name)
  if (inner.known) return { sort: 'bare', regions: [], below: level ?? '', ...inner }
  const town = TOWN.exec(name) ?? ZONE.exec(name)
  const body = town && canonicalForm(withoutLevel(name.slice(town[0].length)))
  if (town && body?.known) return { sort: 'bare', regions: [], below: town[1] as string, ...body }
  return VAGUE.test(name) ? { ...other(name), sort: 'bare' } : undefined
}

/** 某公司, 该厂, 本局, 有关部门: a name that only its document understands. */
const VAGUE = /^(?:某|该|本|我|其|有关|相关|当地|多个|各|涉事|事发)|某/u

function other(name: string): Body {
  return { sort: 'other', regions: [], below: '', form: firm(shortForm(name)), known: false }
}

/** A firm's name without the words for its legal form; 股份 stays, since it can tell two firms of one house apart. */
function firm(name: string): string {
  return name.replace(/[（）()]/gu, '').replace(/(?:有限责任公司|有限公司)$/u, '')
}

/** What tells a body from all others; undefined where its name alone does not. */
export function keyOfBody(body: Body): string | undefined {
  if (body.sort === 'bare') return undefined
  if (body.sort === 'local' && body.regions.length !== 1) return undefined
  return `${body.regions[0]?.path ?? ''}|${body.below}|${body.form}`
}

/** A body as its document means it: namesakes of its region and a missing region settled by what else is known. */
export function settleBody(body: Body, context: readonly string[]): Body {
  return body.regions.length > 1 ? { ...body, regions: within(body.regions, context) } : body
}

/** Whether two organizations are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [bodiesOf(a), bodiesOf(b)]
  const keys = new Set(x.map(keyOfBody))
  const shared = y.map(keyOfBody).find((key) => key !== undefined && keys.has(key))
  if (shared) return same(`both names are of one body: ${shared.split('|').filter(Boolean).join(' ')}`)
  return compareBodies(x[0] as Body, y[0] as Body)
}

function bodiesOf(d: Descriptor): Body[] {
  const context = [...(d.places ?? []), ...(d.province ? [d.province] : [])]
  return namesOf(d).map((name) => settleBody(readBody(name), context))
}

/** The verdict on two bodies whose keys are not equal. */
export function compareBodies(a: Body, b: Body): Judgement {
  if (keyOfBody(a) !== undefined && keyOfBody(a) === keyOfBody(b)) return same('one body')
  if (a.sort === 'local' && b.sort === 'local') {
    const regions = new Set(a.regions.map((d) => d.path))
    if (!b.regions.some((d) => regions.has(d.path)))
      return different(`of different regions: ${where(a)} and ${where(b)}`)
    if (a.below !== b.below) return different(`of different places: ${where(a)}${a.below}, ${where(b)}${b.below}`)
    if (a.form === b.form) return unsure(`several regions are called ${where(a)}`)
    return compareForms(a, b)
  }
  if (a.sort === 'bare' || b.sort === 'bare') {
    if (a.sort === 'central' || b.sort === 'central') return different('one is at the centre, one in a region')
    if (!levelsAgree(a, b)) return different('bodies of two levels')
    if (a.form !== b.form) return compareForms(a, b)
    return unsure('a name without its region may be of any')
  }
  if ((a.sort === 'central' && b.sort === 'local') || (a.sort === 'local' && b.sort === 'central'))
    return different('one is at the centre, one in a region')
  if (a.sort === 'central' && b.sort === 'central') {
    if (a.known && b.known) return different(`two bodies: ${a.form} and ${b.form}`)
    return compareForms(a, b)
  }
  if (a.known && b.known) return different(`two bodies: ${a.form} and ${b.form}`)
  return compareForms(a, b)
}

const LEVEL_OF: Readonly<Record<string, string>> = {
  省: 'p',
  自治区: 'p',
  自治州: 'c',
  州: 'c',
  盟: 'c',
  自治县: 'x',
  县: 'x',
  区: 'px',
  旗: 'x',
  市: 'pcx',
}

/** 省政府 is of no county; a name that says no level is of any. */
function levelsAgree(a: Body, b: Body): boolean {
  if (a.sort === 'bare' && b.sort === 'bare') {
    const [x, y] = [LEVEL_OF[a.below], LEVEL_OF[b.below]]
    if (x && y) return a.below === b.below || (/区$/u.test(a.below) && /区$/u.test(b.below))
    return !a.below || !b.below || a.below === b.below
  }
  const [plainOne, placed] = a.sort === 'bare' ? [a, b] : [b, a]
  if (placed.sort !== 'local' || !plainOne.below) return true
  const levels = LEVEL_OF[plainOne.below]
  if (!levels) return placed.below === plainOne.below
  return !placed.below && levels.includes(placed.regions[0]?.level ?? '')
}

const where = (body: Body) => body.regions[0]?.name ?? ''

/** Forms that one body has had in turn, or that differ by custom: no rule settles them. */
const NEAR: readonly [RegExp, string][] = [
  [/办公厅$/u, '办公室'],
  [/^消防救援/u, '消防'],
  [/^交通运输/u, '交通'],
  [/^高院$|^中院$/u, '法院'],
  [/^应急管理局$/u, '安监局'],
  [/^矿山安监局$/u, '煤监局'],
]

function compareForms(a: Body, b: Body): Judgement {
  const [x, y] = [a.form, b.form]
  const near = (form: string) => NEAR.reduce((text, [from, to]) => text.replace(from, to), form)
  if (near(x) === near(y)) return unsure(`${x} and ${y} may be one body under two names`)
  if (a.known && b.known) return different(`two bodies: ${x} and ${y}`)
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (long.startsWith(`${short}·`)) return different(`${long.slice(short.length + 1)} is a part of ${short}`)
  if (short.length >= 2 && (long.includes(short) || (abbreviates(short, long) && short.at(-1) === long.at(-1))))
    return unsure(`${short} may be a short form of ${long}`)
  if (likeness(x, y) >= 0.6) return unsure('the names are alike')
  return different(`two bodies: ${x} and ${y}`)
}

/** The group of names among which a body is looked for. */
export function block(d: Descriptor): string {
  const body = bodiesOf(d)[0] as Body
  if (body.sort === 'central') return body.form
  return `${body.regions[0]?.province ?? ''} ${body.form}`
}

// Names of offices -> body and rank; whether two are one office. 省长 is the head of the 人民政府; 副, 代 and 常务 are other offices;
// whether it is held now or was held is no part of it.
import { words } from '../lexicon.js'
import { type Descriptor, different, type Judgement, namesOf, same, unsure } from './descriptor.js'
import { type Body, compareBodies, keyOfBody, readBody, settleBody } from './organization.js'
import { plain } from './plain.js'
import { leadsOf } from './region.js'

/** An office: of a body, with a rank in it. */
export interface Office {
  /** Undefined for a bare rank: 副省长 of which province? */
  body?: Body
  /** 副, 常务副, 代 and so on, in one order; empty for the head. */
  grade: string
  /** 长, 书记, 主任, 成员 … */
  seat: string
  /** An office that has a name of its own: 国务委员. */
  own?: string
}

let seats: Set<string> | undefined
let central: Map<string, string> | undefined

function load(): Set<string> {
  if (seats) return seats
  central = new Map()
  for (const { word, fields } of words('central-post')) {
    central.set(word, fields[0] as string)
    central.set(fields[0] as string, fields[0] as string)
  }
  for (const [form, name] of OWN) central.set(form, name)
  seats = new Set(words('role').map(({ word }) => word))
  return seats
}

const OWN: readonly [string, string][] = [
  ['中华人民共和国主席', '国家主席'],
  ['中华人民共和国副主席', '国家副主席'],
  ['国务院国务委员', '国务委员'],
  ['中共中央军委主席', '中央军委主席'],
  ['中央军事委员会主席', '中央军委主席'],
  ['中共中央军事委员会主席', '中央军委主席'],
  ['中华人民共和国中央军事委员会主席', '中央军委主席'],
  ['中国共产党中央委员会总书记', '中共中央总书记'],
  ['党中央总书记', '中共中央总书记'],
  ['中央政治局常务委员会委员', '中共中央政治局常委'],
  ['中共中央政治局常务委员会委员', '中共中央政治局常委'],
  ['中共中央政治局常务委员', '中共中央政治局常委'],
  ['中共中央书记处书记', '中央书记处书记'],
  ['全国人民代表大会常务委员会委员长', '全国人大常委会委员长'],
]

const GRADES = /(?:常务|第一|代理|代|副|专职|名誉|执行|高级|首席|[一二三四]级|助理|候任|轮值)$/u
const FORMER = /^(?:时任|曾任|历任|前任|原任|现任|新任|原|前|现)/u
/** Seats called after the body that they head: 局长 of a 局. */
const HEAD = /(总队|支队|大队|中队|分局|[部厅局委署院校所站处科司社台馆会镇乡省市县区州旗盟])长$/u
const CHIEFS = /^[省市县区州旗盟镇乡]长$/u

/** Reads the name of an office. */
export function readOffice(written: string): Office {
  load()
  const name = plain(written)
  const whole = officeOf(name)
  if (whole.body?.known || whole.own || !FORMER.test(name)) return whole
  const current = officeOf(name.replace(FORMER, ''))
  return current.body || current.own ? current : whole
}

function officeOf(name: string): Office {
  const own = central?.get(name)
  if (own) return { own, grade: '', seat: '' }
  const split = splitSeat(name)
  if (!split) return { own: name, grade: '', seat: '' }
  const { grade, seat } = split
  const owner = split.owner.replace(/(?<=.{2})(?:时任|原|前)$/u, '')
  if (!owner) {
    const unit = HEAD.exec(seat)?.[1]
    const body = unit ? readBody(CHIEFS.test(seat) ? `${unit}政府` : unit) : undefined
    return body?.sort === 'bare' ? { body, grade, seat: '长' } : { grade, seat }
  }
  if (CHIEFS.test(seat)) return chief(owner, seat, grade)
  if (/主席$/u.test(seat) && isRegion(owner)) return { body: readBody(`${owner}政府`), grade, seat }
  if (seat === '专员' && isRegion(owner)) return { body: readBody(`${owner}政府`), grade, seat }
  return head(owner, seat, grade)
}

/** 山西省|副|省长: the shortest last word that is a seat, and the words for its grade before it. */
function splitSeat(name: string): { owner: string; grade: string; seat: string } | undefined {
  const table = load()
  for (let at = name.length - 2; at >= 0; at--) {
    let seat = name.slice(at)
    if (!table.has(seat)) continue
    let owner = name.slice(0, at)
    // 总|工程师, 总|队长: part of the seat.
    while (owner && table.has((owner.at(-1) as string) + seat) && /[总]$/u.test(owner)) {
      seat = (owner.at(-1) as string) + seat
      owner = owner.slice(0, -1)
    }
    // 主任|委员, 主任|医师: the longer seat is meant.
    for (const wider of ['政治', '主任', '副主任', '总', '特级'])
      if (owner.endsWith(wider) && table.has(wider + seat)) {
        seat = wider + seat
        owner = owner.slice(0, -wider.length)
      }
    let grade = ''
    for (let m = GRADES.exec(owner); m; m = GRADES.exec(owner)) {
      grade = (m[0] === '代理' ? '代' : m[0]) + grade
      owner = owner.slice(0, m.index)
    }
    const inner = /^(副|代|常务副|第一副)(.+)$/u.exec(seat)
    if (inner && table.has(inner[2] as string)) {
      grade += inner[1] as string
      seat = inner[2] as string
    }
    return { owner, grade, seat }
  }
  return undefined
}

const isRegion = (name: string) =>
  leadsOf(name.replace(/^中共/u, '')).some((lead) => lead.end === name.length && !lead.weak)

/** 省长, 市长, 县长: of the government, whichever way the region is written. */
function chief(owner: string, seat: string, grade: string): Office {
  const level = seat[0] as string
  const region = owner.replace(/(?:人民)?政府$/u, '')
  const full = region + level
  for (const name of [full, region])
    if (leadsOf(name).some((lead) => lead.end === name.length && (!lead.weak || name === full)))
      return { body: readBody(`${name}政府`), grade, seat: '长' }
  const town = readBody(`${region}${region.endsWith(level) ? '' : level}政府`)
  if (town.sort === 'local' && town.known) return { body: town, grade, seat: '长' }
  // 新区区长, 高新区主任: a zone that no list knows.
  return { body: readBody(owner), grade, seat: '长' }
}

/** 公安部|部长, 公安部长 and 应急管理厅|厅长: the head of the body, however the body's last word is shared. */
function head(owner: string, seat: string, grade: string): Office {
  const unit = HEAD.exec(seat)?.[1]
  if (!unit) return { body: readBody(owner), grade, seat }
  if (owner.endsWith(unit)) return { body: readBody(owner), grade, seat: '长' }
  const joined = readBody(owner + unit)
  if (joined.known && joined.sort !== 'other') return { body: joined, grade, seat: '长' }
  const body = readBody(owner)
  // 消防救援总队|队长, 国家统计局|局长 by a form that ends otherwise.
  return { body, grade, seat: body.known && body.form.endsWith(unit) ? '长' : seat }
}

const SEATS: Readonly<Record<string, string>> = { 政治委员: '政委', 司令: '司令员', 总编: '总编辑', 常务委员: '常委' }

/** What tells an office from all others; undefined where its name alone does not. */
export function keyOfOffice(office: Office): string | undefined {
  if (office.own) return office.own.length > 2 ? office.own : undefined
  const body = office.body && keyOfBody(office.body)
  return body === undefined ? undefined : `${body}#${office.grade}${SEATS[office.seat] ?? office.seat}`
}

/** An office as its document means it. */
export function settleOffice(office: Office, context: readonly string[]): Office {
  return office.body ? { ...office, body: settleBody(office.body, context) } : office
}

function officesOf(d: Descriptor): Office[] {
  const context = [...(d.places ?? []), ...(d.province ? [d.province] : [])]
  return namesOf(d).map((name) => settleOffice(readOffice(name), context))
}

/** Whether two posts are one office. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [officesOf(a), officesOf(b)]
  const keys = new Set(x.map(keyOfOffice))
  const shared = y.map(keyOfOffice).find((key) => key !== undefined && keys.has(key))
  if (shared) return same(`both names are of one office: ${shared.split(/[|#]/u).filter(Boolean).join(' ')}`)
  return compareOffices(x[0] as Office, y[0] as Office)
}

/** The verdict on two offices whose keys are not equal. */
export function compareOffices(a: Office, b: Office): Judgement {
  if (a.own || b.own) {
    if (a.own && b.own)
      return a.own === b.own ? unsure('the name does not say of which body') : different('two offices')
    const rest = a.own ? b : a
    if (rest.body) return different('an office with a name of its own, and one of a body')
    return (a.own ?? b.own ?? '').endsWith(rest.grade + rest.seat)
      ? unsure('a rank without its body')
      : different('two ranks')
  }
  const rank = (o: Office) => o.grade + (SEATS[o.seat] ?? o.seat)
  if (rank(a) !== rank(b)) return different(`two ranks: ${rank(a)} and ${rank(b)}`)
  if (!a.body || !b.body) return unsure('a rank without its body')
  const bodies = compareBodies(a.body, b.body)
  return bodies.verdict === 'same' ? same(`one rank of one body: ${bodies.why}`) : bodies
}

/** The group of names among which an office is looked for. */
export function block(d: Descriptor): string {
  const office = officesOf(d)[0] as Office
  if (office.own) return office.own
  const body = office.body
  if (!body) return office.seat
  if (body.sort === 'central') return body.form
  return `${body.regions[0]?.province ?? ''} ${body.form}`
}

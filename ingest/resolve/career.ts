// A post -> how high it is and where; two posts -> whether one person can hold them at once, or one after the other.

import { leadingBody } from './leading-body.js'
import { plain } from './plain.js'
import { keyOfOffice, type Office, readOffice } from './post.js'

/** How high a post is: 1 the leaders of the state, 3 a ministry or province, 5 a prefecture, 7 a county, 9 below, 11 a worker. */
export interface Standing {
  office: Office
  key: string | undefined
  level: number
  /** The level is read from a known body; else it is only guessed. */
  sure: boolean
  province?: string
  prefecture?: string
  name: string
}

const LEADERS: readonly [RegExp, number][] = [
  [
    /^(?:中共中央总书记|国家主席|中央军委主席|国务院总理|全国人大常委会委员长|全国政协主席|中共中央政治局常委|国家副主席)$/u,
    1,
  ],
  [
    /^(?:国务院副总理|国务委员|中共中央政治局委员|中央书记处书记|全国人大常委会副委员长|全国政协副主席|中央军委副主席)$/u,
    2,
  ],
]

const LOW =
  /(?:科长|股长|科员|办事员|所长|站长|村长|村主任|村支书|主任科员|民警|教师|医生|记者|队员|消防员|班长|班组长|组员|镇长|乡长|中队长|指导员|派出所所长|指战员)$/u
const WORKER =
  /(?:安全员|司机|驾驶员|工人|矿工|职工|村民|居民|学生|乘客|技术员|包工头|老板|矿长|厂长|车间主任|项目经理|业主|店主|船员|押运员|经理|董事长|法定代表人|实际控制人|安全总监|负责人|监理工程师|股东)$/u

/** Reads where a post stands. */
export function readStanding(written: string): Standing {
  const name = plain(written)
  const office = readOffice(name)
  const key = keyOfOffice(office)
  const { level, sure } = levelOf(name, office)
  const region = office.body?.regions.length === 1 ? office.body.regions[0] : undefined
  return {
    office,
    key,
    level,
    sure,
    name,
    ...(region && { province: region.province }),
    ...(region?.prefecture && { prefecture: region.prefecture }),
  }
}

/** The head of a team or of a headquarters: a task beside a post, not a post. */
const TEAM = /(?:组|指挥部|专班)(?:组长|长|领队|总指挥|指挥长|负责人)$|组长$/u

function levelOf(name: string, office: Office): { level: number; sure: boolean } {
  const own = office.own ?? (office.body ? `${office.body.form}${office.grade}${office.seat}` : name)
  for (const [pattern, level] of LEADERS) if (pattern.test(own) || pattern.test(name)) return { level, sure: true }
  const team = TEAM.test(`${office.body?.form ?? ''}${office.seat}`) && leadingBody(name)
  if (team)
    return {
      level: team.body.sort === 'central' ? 4 : { p: 4, c: 6, x: 8 }[team.body.regions[0]?.level ?? 'x'],
      sure: true,
    }
  const deputy = /副|助理|委员$|成员$|常委$|总工程师|纪检/u.test(`${office.grade}${office.seat}`) ? 1 : 0
  const body = office.body
  const firmly = (level: number) => ({ level: level + deputy, sure: true })
  if (body?.sort === 'central' && !/公司|集团|银行|大学|报|社$/u.test(body.form)) {
    if (/^(?:国务院|中共中央|中央政治局)$/u.test(body.form)) return firmly(1)
    if (body.form === '国务院安委会' || /^国务院.*(?:指挥部|领导小组)$|^中央.*委员会$/u.test(body.form))
      return firmly(2)
    if (/·(?!党组|党委)/u.test(body.form)) return firmly(LOW.test(name) ? 8 : 5)
    const lesser = /^国家(?!发展|卫生|民委|市场|税务|广播|体育|金融|监委)|^中国气象局|^中国地震局|局$/u.test(body.form)
    return firmly(lesser ? 4 : 3)
  }
  if (LOW.test(name)) return { level: 9, sure: true }
  if (body?.sort === 'local' && body.known) {
    const region = body.regions[0]
    const seat = { p: 3, c: 5, x: 7 }[region?.level ?? 'x']
    if (body.below && !/新区/u.test(body.below)) return firmly(9)
    const top = /^(?:委|政府|人大常委会|人大|政协|纪委|监委|纪委监委|政府党组)$/u.test(body.form)
    return firmly(top ? seat : seat + 2)
  }
  if (WORKER.test(name)) return { level: 11, sure: true }
  const guess = /省|自治区/u.test(name) ? 4 : /市/u.test(name) ? 6 : /[县区旗]/u.test(name) ? 8 : undefined
  const inner = /[局厅委办院]/u.test(name) && !/[市县区]委|政府/u.test(name) ? 2 : 0
  return guess === undefined ? { level: 0, sure: false } : { level: guess + inner + deputy, sure: true }
}

export type Fit = 'together' | 'career' | 'clash' | 'open'

/** Years in which one who rises fast rises one level. */
const YEARS_A_LEVEL = 1.5
/** Days within which two posts count as held at once. */
const AT_ONCE = 120

/**
 * Whether one person can hold two posts.
 * @param days from the day of the first to that of the second; undefined where either is not known
 */
export function compareStandings(a: Standing, b: Standing, days: number | undefined): Fit {
  if (a.key !== undefined && a.key === b.key) return 'together'
  if (!a.sure || !b.sure) return a.name === b.name && a.name.length >= 4 ? 'together' : 'open'
  const steps = Math.abs(a.level - b.level)
  const near = days === undefined || Math.abs(days) <= AT_ONCE
  if (near) {
    if (steps >= 3 && days !== undefined) return 'clash'
    if (steps >= 5) return 'clash'
    return together(a, b, steps) ? 'together' : days !== undefined && steps === 0 && apart(a, b) ? 'clash' : 'open'
  }
  const years = Math.abs(days) / 365
  const [early, late] = days >= 0 ? [a, b] : [b, a]
  if (steps > 1 + years / YEARS_A_LEVEL) return 'clash'
  if (late.level > early.level + 2) return 'clash'
  // Two of one name so high are one; lower down only where they serve in one province, then in one city.
  const low = Math.max(a.level, b.level)
  if (low <= 4 || (low === 5 && Math.min(a.level, b.level) <= 3)) return 'career'
  if (low <= 6 && a.province !== undefined && a.province === b.province) return 'career'
  return a.prefecture !== undefined && a.prefecture === b.prefecture && steps <= 2 ? 'career' : 'open'
}

/** Posts that go together: of one body, of one region's leaders, of the leaders of the state. */
function together(a: Standing, b: Standing, steps: number): boolean {
  const [x, y] = [a.office.body, b.office.body]
  if (x && y && x.sort === y.sort && x.regions[0]?.path === y.regions[0]?.path && x.below === y.below) {
    const stem = (form: string) => form.replace(/·.*$|党组$|党委$|办公室$/u, '')
    if (x.known && stem(x.form) === stem(y.form) && steps <= 2) return true
    const top = /^(?:委|政府|人大常委会|人大|政协|安委会|防指|纪委|监委|政法委|组织部|宣传部|统战部|政府党组)$/u
    if (x.sort === 'local' && top.test(x.form) && top.test(y.form) && steps <= 2) return true
  }
  const task = (s: Standing) => TEAM.test(`${s.office.body?.form ?? ''}${s.office.seat}`)
  if ((task(a) || task(b)) && steps <= 2 && !apart(a, b)) return true
  return Math.min(a.level, b.level) <= 2 && steps <= 1 && isCentral(a) && isCentral(b)
}

const isCentral = (s: Standing) => s.office.own !== undefined || s.office.body?.sort === 'central'

/** Posts whose seats lie in two regions. */
function apart(a: Standing, b: Standing): boolean {
  return a.province !== undefined && b.province !== undefined && a.province !== b.province
}

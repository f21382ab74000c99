// The name of a post -> how high it stands and where. Whether one person can hold two is schema/standing.ts.
import type { Standing } from '../../schema/standing.js'
import { list, words } from '../lexicon.js'
import { leadingBody } from './leading-body.js'
import { plain } from './plain.js'
import { keyOfOffice, type Office, readOffice } from './post.js'

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
  const { body } = office
  const region = body?.regions.length === 1 ? body.regions[0] : undefined
  const place = body && `${body.sort} ${body.regions[0]?.path ?? ''} ${body.below}`
  return {
    ...(key !== undefined && { key }),
    name,
    ...levelOf(name, office),
    ...(region && { province: region.province }),
    ...(region?.prefecture && { prefecture: region.prefecture }),
    ...(body?.known && { body: `${place} ${body.form.replace(/·.*$|党组$|党委$|办公室$/u, '')}` }),
    ...(place && body.sort === 'local' && LEADERSHIP.test(body.form) && { leads: place }),
    ...((office.own !== undefined || body?.sort === 'central') && { central: true }),
    ...((isTask(office) || isBeside(office)) && { task: true }),
    ...landOf(name),
  }
}

let lands: Map<string, string> | undefined

/** 南非总统, 俄罗斯联邦副总理: the country that a post's name begins with. */
function landOf(name: string): { land?: string } {
  lands ??= new Map(
    words('country')
      .filter(({ word, fields }) => fields[1] === 'country' && word !== '中国')
      .flatMap(({ word, fields }) => [word, ...list(fields[0])].map((form) => [plain(form), word] as const)),
  )
  for (let end = Math.min(name.length - 1, LONGEST_LAND); end >= 2; end--) {
    const land = lands.get(name.slice(0, end))
    if (land) return { land }
  }
  return {}
}

/** 刚果民主共和国 and the like, in characters. */
const LONGEST_LAND = 12

/** Bodies of a region whose heads are one set of people. */
const LEADERSHIP = /^(?:委|政府|人大常委会|人大|政协|安委会|防指|纪委|监委|政法委|组织部|宣传部|统战部|政府党组)$/u

/** The head of a team or of a headquarters: a task beside a post, not a post. */
const TEAM = /(?:组|指挥部|专班)(?:组长|长|领队|总指挥|指挥长|负责人)$|组长$/u

const isTask = (office: Office) => TEAM.test(`${office.body?.form ?? ''}${office.seat}`)

/** A seat in what ministers form together: 国务院安委会副主任 is a minister beside it. */
const isBeside = ({ body }: Office) =>
  body?.sort === 'central' && /^(?:国务院|国家|中央)[^·]*(?:安委会|领导小组|指挥部|防总|委员会)$/u.test(body.form)

function levelOf(name: string, office: Office): Pick<Standing, 'level' | 'sure' | 'guessed'> {
  const own = office.own ?? (office.body ? `${office.body.form}${office.grade}${office.seat}` : name)
  for (const [pattern, level] of LEADERS) if (pattern.test(own) || pattern.test(name)) return { level, sure: true }
  const team = isTask(office) && leadingBody(name)
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
  // The head of a firm of the state is no worker.
  if (WORKER.test(name)) return { level: 11, sure: body?.sort !== 'central' }
  const guess = /省|自治区/u.test(name) ? 4 : /市/u.test(name) ? 6 : /[县区旗]/u.test(name) ? 8 : undefined
  const inner = /[局厅委办院]/u.test(name) && !/[市县区]委|政府/u.test(name) ? 2 : 0
  return guess === undefined ? { level: 0, sure: false } : { level: guess + inner + deputy, sure: true, guessed: true }
}

// The name of a meeting -> who convenes it, whose it is, which session, and the core of its name.
import { leadingBody } from './leading-body.js'
import { type Body, keyOfBody } from './organization.js'
import { digitOrdinals, plain, readNumber } from './plain.js'
import { leadsOf } from './region.js'

/** What the name of a meeting says. */
export interface MeetingWords {
  year?: string
  /** 全国, or 全省, 全市 …: of the whole of what; without the region, if the name lacks it. */
  scope?: string
  /** Bodies named at the head: 山西省安委会|第一次全体会议. */
  bodies: Body[]
  /** Path of the region at the head: 河南|安全生产工作会议. */
  region?: string
  /** 届 and 次, in digits. */
  term?: string
  session?: string
  core: string
}

const SCOPE =
  /^(?:在)?(全国|全省|全市|全县|全区|全州|全盟|全旗|全镇|全行业|全系统|我省|我市|省|自治区|市|县|区)(?=[\u4e00-\u9fff]{3})/u

/** Reads the name of a meeting. */
export function readMeetingName(written: string): MeetingWords {
  let rest = digitOrdinals(plain(written))
    .replace(/^\d{4}年\d{1,2}月(?:\d{1,2}日)?/u, '')
    .replace(/[（(]?扩大[)）]?(?=会)/u, '')
    .replace(/[()（）]/gu, '')
  const words: MeetingWords = { bodies: [], core: '' }
  const year = /(20\d{2}|19\d{2})年?(?:度)?/u.exec(rest)
  if (year) {
    words.year = year[1] as string
    rest = rest.slice(0, year.index) + rest.slice(year.index + year[0].length)
  }
  rest = sessions(rest, words)
  for (let i = 0; i < 4; i++) {
    const lead = leadingBody(rest)
    if (lead && !/^(?:会|座谈|专题)/u.test(rest.slice(0, 2))) {
      words.bodies.push(lead.body)
      rest = rest.slice(lead.end)
    } else {
      const region = leadsOf(rest).find((l) => !l.weak && l.divisions.length === 1 && l.end < rest.length - 1)
      const scope = SCOPE.exec(rest)
      if (region) {
        words.region = region.divisions[0]?.path as string
        rest = rest.slice(region.end)
      } else if (scope && !words.scope) {
        words.scope = scope[1] as string
        rest = rest.slice(scope[0].length)
      } else break
    }
    rest = rest.replace(/^(?:召开的?|组织召开的?|组织|举行的?|举办的?|关于|、|和|的|联合)/u, '')
  }
  words.core = rest
    .replace(/会议$/u, '会')
    .replace(/^(?:20\d{2}年)/u, '')
    .replace(/电视电话|视频电视电话/u, '电视电话')
  return words
}

/** Takes the ordinals out: 14届, 第1次; 二十届三中全会 and the long way to say it are one. */
function sessions(name: string, words: MeetingWords): string {
  let rest = name
    .replace(
      /^党的(?:第)?(\d+|[一二三四五六七八九十]+)大(?=$|会)/u,
      (_, n: string) => `中国共产党第${readNumber(n) ?? n}次全国代表大会`,
    )
    .replace(/^党的(?=第\d+次)/u, '中国共产党')
    .replace(
      /^(?:中国共产党|中共|党的)?第(\d+)届(?:中央委员会)?第?(\d+)(?:次全体会议|中全会)/u,
      '中共中央第$1届第$2次全体会议',
    )
    .replace(/^中国共产党(.+?)第(\d+)届委员会/u, '$1委第$2届')
    .replace(/^中国人民政治协商会议第(\d+)届(.+?)委员会/u, '$2政协第$1届')
    .replace(/^政协第(\d+)届(.+?)委员会/u, '$2政协第$1届')
    .replace(/^(.{2,8}?)第(\d+)届(人民代表大会|人大)/u, '$1$3第$2届')
    .replace(/^第(\d+)届全国人民代表大会/u, '全国人民代表大会第$1届')
    .replace(/^第(\d+)届全国人大/u, '全国人大第$1届')
    .replace(/^全国政协第?(\d+)届/u, '全国政协第$1届')
  const term = /第(\d+)届/u.exec(rest)
  if (term) {
    words.term = term[1] as string
    rest = rest.replace(term[0], '')
  }
  const session = /第(\d+)次/u.exec(rest)
  if (session) {
    words.session = session[1] as string
    rest = rest.replace(session[0], '')
  }
  return rest.replace(/常务委员会/u, '常委会')
}

/** The region whose meeting it is: by its convener, by its name; `全国` for the whole country. */
export function ownerOf(words: MeetingWords, conveners: readonly Body[]): string | undefined {
  if (words.scope === '全国' || words.core.startsWith('中央')) return '全国'
  if (words.region) return words.region
  for (const body of [...words.bodies, ...conveners]) {
    if (body.sort === 'central' && (!words.scope || words.scope === '全国')) return '全国'
    if (body.sort === 'central') continue
    if (body.regions.length === 1) return body.regions[0]?.path
  }
  return undefined
}

/** The conveners' keys, without those that only their document can place. */
export function conveners(bodies: readonly Body[]): string[] {
  return bodies.map(keyOfBody).filter((key): key is string => key !== undefined)
}

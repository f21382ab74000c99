// The name of a team -> who sent it, its number, its task and what sort of team it is.
import { leadingBody } from './leading-body.js'
import type { Body } from './organization.js'
import { plain, readNumber } from './plain.js'
import { leadsOf } from './region.js'

/** What the name of a team says. */
export interface GroupWords {
  body?: Body
  /** Path of a region at the head: 山西省|“11·16”…调查组. */
  region?: string
  year?: string
  number?: number
  /** 考核巡查, 领导, 调查 …: what stands before 组. */
  sort: string
  /** What it is to do, without the words of its sort. */
  task: string
  /** Day of the accident that it looks into: `11-16`. */
  tag?: string
}

const SORT =
  /(考核巡查|督导检查|督导帮扶|联合督导巡查|督导巡查|联合督导|明查暗访|综合督查|专项督查|督查|督导|巡视|巡察|考核|检查|调查|调研|领导|指导|工作|专家|专班|救援|医疗|协调|巡查|督察|整治|帮扶|服务|技术)?(?:工作)?小?组$/u

/** Reads the name of a team. */
export function readGroupName(written: string): GroupWords {
  let rest = plain(written).replace(/[()（）]/gu, '')
  const words: GroupWords = { sort: '', task: '' }
  const tag = /(\d{1,2})·(\d{1,2})/u.exec(rest)
  if (tag) words.tag = `${tag[1]?.padStart(2, '0')}-${tag[2]?.padStart(2, '0')}`
  const year = /(20\d{2}|19\d{2})年?(?:度)?/u.exec(rest)
  if (year) {
    words.year = year[1] as string
    rest = rest.replace(year[0], '')
  }
  // 第十四组, 14组, 第十四考核巡查组.
  const number = /第([一二三四五六七八九十百]+|\d+)(?=[组\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(\d+)(?=组$)/u.exec(rest)
  const value = number && readNumber((number[1] ?? number[2]) as string)
  if (number && value) {
    words.number = value
    rest = rest.slice(0, number.index) + rest.slice(number.index + number[0].length)
    rest = rest.replace(/组组$/u, '组')
  }
  rest = rest.replace(/\d+个/u, '')
  if (rest.startsWith('中央')) {
    words.region = '中央'
    rest = rest.slice(2)
  }
  for (let i = 0; i < 3; i++) {
    const lead = leadingBody(rest)
    const region = lead ? undefined : leadsOf(rest).find((l) => !l.weak && l.divisions.length === 1)
    if (lead) words.body ??= lead.body
    else if (region) words.region ??= region.divisions[0]?.path as string
    else break
    rest = rest.slice(lead?.end ?? region?.end)
  }
  const sort = SORT.exec(rest)
  words.sort = sort?.[1] ?? ''
  words.task = (sort ? rest.slice(0, sort.index) : rest).replace(/[“”·\d和及]|工作|专项|事故|的|省级|级|派出/gu, '')
  return words
}

// Lines of a life -> offices held: 2011.11—2017.03 新昌县委书记 under the name of whose life it is, 历任…, 曾任… without a subject.
import type { Finding } from './facts.js'
import type { Line } from './line.js'
import type { Paper } from './paper.js'
import { type Draft, draftsOf } from './roster.js'
import { Search } from './search.js'

const DAY = '(?:19|20)\\d{2} ?[.．年/] ?\\d{0,2}月?'
/** 2011.11—2017.03, 2017年3月至今, 2019.05起. */
const SPAN = new RegExp(`^ ?(?<from>${DAY})(?: ?(?:[-–—―~～至到]|起){1,2} ?(?<till>${DAY}|今|现在)?)，?`, 'u')
/** A clause of a life: what was held before, or since some day. */
const CLAUSE = new Search(
  /(?:^|(?<=[，。；]))(?:(?<then>历任|曾任|先后(?:担)?任|曾先后(?:担)?任|此前任|历经)|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:起|后)?，?(?:开始)?(?:(?:担|升|出|调|改)?任|当选为?)|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:至|到|[-–—]{1,2})(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?(?:间|期间)?，?(?:担|历|先后)?任)/gu,
)
/** A paragraph that tells of one person's life names him first. */
const OPENS =
  /^(?:同志)?(?:（[^（）]{1,20}）)?，(?:男|女|[^，。；]{0,4}族|(?:19|20)\d\d年|中共|[^，。；]{2,8}人，|生于|\d{2}岁)|^(?:同志)?(?:简历|生平|基本情况)|^(?:同志)?，[^。；]{0,40}?(?:现任|时任|历任|曾任)/u

/** Offices told in the lines of a life. Run before lists are gathered. */
export function findVitae(paper: Paper): Finding[] {
  const findings: Finding[] = []
  let whose: Draft | undefined
  let row = -1
  for (const line of paper.lines) {
    const opens = line.items.find(
      (i) =>
        i.kind === 'Person' && i.start <= line.sentence.start + 5 && OPENS.test(line.folded.slice(i.end, i.end + 60)),
    )
    if (opens) {
      whose = draftsOf(opens)[0]
      row = line.sentence.line
    }
    if (!whose || line.sentence.line - row > 30) continue
    const told = SPAN.exec(line.text)
    if (told) {
      row = line.sentence.line
      const past = told.groups?.till !== undefined && !/^[今现]/u.test(told.groups.till)
      const times = {
        ...timeOf('since', told.groups?.from),
        ...(past ? timeOf('until', told.groups?.till) : {}),
      }
      findings.push(...held(line, whose, line.sentence.start + told[0].length, past, times))
      for (const clause of CLAUSE.in(line))
        if (clause.index >= told[0].length)
          findings.push(...held(line, whose, line.sentence.start + clause.index + clause[0].length, true))
      continue
    }
    if (!opens && line.items.some((i) => i.kind === 'Person' && draftsOf(i)[0] !== whose)) {
      whose = undefined
      continue
    }
    for (const clause of CLAUSE.in(line))
      findings.push(...held(line, whose, line.sentence.start + clause.index + clause[0].length, true))
  }
  return findings
}

/** 2011.11, 2017年3月, 2017年 as a date of its precision. */
function timeOf(key: 'since' | 'until', told: string | undefined): Finding['attrs'] {
  const [, year, month = ''] = /^((?:19|20)\d{2})\D{0,3}(\d{0,2})/u.exec(told ?? '') ?? []
  if (year === undefined) return {}
  return { [key]: Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : year }
}

/** The offices in a row that begins near an offset. */
function held(line: Line, from: Draft, at: number, past: boolean, times: Finding['attrs'] = {}): Finding[] {
  const findings: Finding[] = []
  let edge = at
  for (const post of line.items) {
    if (post.end <= at) continue
    const between = line.folded.slice(edge, post.start)
    if (post.kind !== 'Post' || !/^[^。；]{0,14}$/u.test(between) || /拟|提名|挂职结束/u.test(between)) {
      if (post.kind === 'Person' || /[。；]/u.test(between)) break
      continue
    }
    edge = post.end
    const attrs = past
      ? { former: true, ...times }
      : { ...(post.value.attrs as Finding['attrs'] | undefined), ...times }
    for (const to of draftsOf(post)) {
      const { start, end } = line.sentence
      findings.push({ type: 'HOLDS_POST', from, to, attrs, start, end, rule: 'post/vita', confidence: 0.93 })
    }
  }
  return findings
}

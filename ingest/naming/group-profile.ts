// What a document says of a team -> whether two mentions mean one team. Knows no text: what the name says, naming/group.ts has read.
import type { GroupValue } from '../groups.js'
import type { Paper } from '../paper.js'
import type { Draft } from '../roster.js'
import { Slot } from '../slot.js'

/** What the document has said of a team. */
export interface Profile {
  body?: string
  head: string
  task: string
  number?: number
  count?: string
  accident?: Draft
}

/** 考核巡查组 -> 考核巡查 */
export function stem(head: string): string {
  return head.replace(/小?组$/u, '')
}

/**
 * Whether what is said here can be said of a team already known.
 * @param sort how the text names it here; `only`: no other team of the document with such a last word has a number
 */
export function same(
  known: Profile,
  said: Profile,
  sort: GroupValue['sort'],
  draft: Draft,
  text: string,
  only: boolean,
): boolean {
  if (ownLevel(text) && known.body && lowerLevel(known.body, ownLevel(text) as string)) return false
  if (draft.name === text || (draft.forms.has(text) && sameBody(known, said)))
    return sort !== 'bare' || !said.count || said.count === known.count
  if (said.count || (known.count && sort === 'named' && said.number === undefined && said.body)) {
    if (!said.count || !known.count) return !said.count && alike(known, said) && sameBody(known, said)
    return said.count === known.count && alike(known, said)
  }
  if (said.number !== undefined && known.number === undefined && only && sort === 'named')
    return !known.count && !!known.body && !!said.body && alike(known, said) && sameBody(known, said)
  if (said.number !== undefined)
    return (
      known.number === said.number &&
      (sort === 'nth' || alike(known, said) || (!!known.body && known.body === said.body && shortens(known, said))) &&
      sameBody(known, said)
    )
  if (sort === 'nth') return false
  if (sort === 'bare' && said.body && known.number !== undefined && !known.body) return false
  if (sort === 'bare') return alike(known, said) && sameBody(known, said)
  if (known.number !== undefined)
    return !said.task && (!said.body || !!known.body) && alike(known, said) && sameBody(known, said)
  if (!alike(known, said) || !sameBody(known, said)) return false
  if (said.accident && known.accident) return said.accident === known.accident
  const [a, b] = [bare(known.task), bare(said.task)]
  return (
    (a === b || !a || !b || a.endsWith(b) || b.endsWith(a)) &&
    (!!said.body || !!known.body || a === b || draft.name.endsWith(text))
  )
}

/** 市级调查组, 市调查小组: the level that the text itself says. */
const ownLevel = (text: string) => /^(?:国家|省|市)(?=级|调查|事故|工作|督|检|联合)/u.exec(text)?.[0]

const LOWER: Readonly<Record<string, RegExp>> = {
  国家: /[省市县区]/u,
  省: /[市县区旗州]/u,
  市: /[县区旗](?=委|政府|人民政府|应急|$)/u,
}

/** Whether a body is of a region below a level. */
const lowerLevel = (body: string, level: string) =>
  LOWER[level]?.test(body.replace(/^[^省]{2,3}省|自治区/u, '')) === true

const bare = (task: string) => task.replace(/事故|工作|专项|[“”\s]/gu, '')

function alike(a: { head: string }, b: { head: string }): boolean {
  const [x, y] = [stem(a.head), stem(b.head)]
  return x.endsWith(y) || y.endsWith(x) || x.startsWith(y) || y.startsWith(x)
}

/** 督查组 and 督导检查组 of one body and number. */
function shortens(a: { head: string }, b: { head: string }): boolean {
  const [short, long] = [stem(a.head), stem(b.head)].sort((x, y) => x.length - y.length) as [string, string]
  return short.length >= 2 && short[0] === long[0] && short.at(-1) === long.at(-1) && long.length <= short.length + 2
}

function sameBody(a: Profile, b: Profile): boolean {
  if (!a.body || !b.body) return true
  return a.body === b.body || a.body.startsWith(b.body) || b.body.startsWith(a.body)
}

/** Whether the document gives only one number to teams with such a last word: the team without a number is that one. */
export function soleNumber(head: string, paper: Paper): boolean {
  const known = sole.keep(paper, () => new Map())
  const only = known.get(head) ?? numbersOf(head, paper).size === 1
  known.set(head, only)
  return only
}

const sole = new Slot<Paper, Map<string, boolean>>()

function numbersOf(head: string, paper: Paper): Set<unknown> {
  const found = new Set<unknown>()
  for (const line of paper.lines)
    for (const item of line.items) {
      const value = item.value as unknown as GroupValue
      if (
        item.kind === 'Group' &&
        value.number !== undefined &&
        !line.textOf(item).endsWith('小组') &&
        (value.sort === 'nth' || alike(value, { head }))
      )
        found.add(value.number)
    }
  return found
}

// Layer of campaigns: a sentence with its items -> items of kind `Campaign`. A drive without a name of its own is none.
import { type Edge, leftEdge } from './left-edge.js'
import type { Line } from './line.js'
import { findMatches } from './match.js'
import { campaignRules, NO_WORD } from './rules/campaign.js'

const EDGE: Edge = {
  list: 'campaign-edge',
  opens: ['Place'],
  shuts: [
    'Person',
    'Post',
    'Role',
    'Org',
    'Date',
    'Directive',
    'Meeting',
    'Campaign',
    'Accident',
    'Group',
    'Title',
    'Lead',
  ],
  goesOn: /^(?:三年|百日|专项|20\d\d|大检查|攻坚|排查|行动|“)/u,
  limit: 44,
}

/** What a drive is about says nothing when it is only this. */
const GENERIC =
  /^(?:安全|生产|安全生产|消防|消防安全|隐患|排查|整治|有关|相关|各类|各项|重大|重点|重要|全面|联合|拉网式|地毯式|一系列|系列|多项|“?专项”?|[一二三四五六七八九十两几\d]+[个项次轮场])*$/u
/** A drive without 行动 in its name is one only where somebody starts or carries it on. */
const ORDERED = /(?:开展|启动|部署|推进|实施|深化|组织|持续|一次|一场|进行|参与|为期[^，。]{2,6}的|做好|抓好)$/u
const AFTER = new RegExp(`^${NO_WORD}`, 'u')

/** Finds campaigns in one sentence. */
export function findCampaigns(line: Line): void {
  for (const rule of campaignRules) {
    const matches = findMatches(rule, line)
    if (!matches.length) continue
    const heads = new Map(matches.map((m) => [m.start, m.end]))
    for (const match of [...matches].reverse()) {
      if (line.items.some((i) => i.start < match.end && match.start < i.end)) continue
      if (!AFTER.test(line.folded.slice(match.end, match.end + 8))) continue
      const whole = 'value' in rule && rule.value.whole
      const start = whole ? match.start : rowStart(line, leftEdge(line, match.start, heads, EDGE), match.start)
      const name = line.folded.slice(start, match.end)
      if (/^[\d一二三四五六七八九十]+(?:大|项|个|类)/u.test(name)) continue
      const modifier = line.folded.slice(start, match.start).replace(/^(?:全[国省市县区]|我[省市县])/u, '')
      if (
        !whole &&
        rule.id !== 'campaign/law-check' &&
        GENERIC.test(modifier) &&
        !(name.length >= 10 && name.endsWith('行动')) &&
        !/[“\d]/u.test(name)
      )
        continue
      if (name.length < 6) continue
      if (
        !whole &&
        !/行动|会战|“|法执法检查|运动|、|轮巡/u.test(name) &&
        !ORDERED.test(line.folded.slice(line.sentence.start, start)) &&
        !/^全[国省市区]/u.test(name)
      )
        continue
      line.put({ kind: 'Campaign', start, end: match.end, rule: rule.id, value: {}, parts: [] })
    }
  }
}

/** A row of short things belongs to a name (燃气、危化品…治理); after a longer thing the name begins anew. */
function rowStart(line: Line, start: number, head: number): number {
  const pieces = line.folded.slice(start, head).split('、')
  if (pieces.length === 1 || pieces.slice(0, -1).every((p) => p.length <= 6) || /大/u.test(line.folded[head] ?? ''))
    return start
  return head - (pieces.at(-1) as string).length
}

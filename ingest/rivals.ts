// Facts of a document -> the same without those that others of them make unlikely: second holders of an office that only one
// holds, when only a bare title after the name says so (习近平总书记和阮富仲总书记); and words spoken at a meeting by one who only
// sent an instruction to it. Knows which offices are single, no persons.
import type { Finding } from './facts.js'
import type { Draft } from './roster.js'

/** Offices of the state and the party that have one holder; in a text about another country the bare title is of that country. */
const SINGLE = new Set([
  '中共中央总书记',
  '国家主席',
  '国家副主席',
  '国务院总理',
  '全国人大常委会委员长',
  '全国政协主席',
  '中央军委主席',
])
const BARE = 'post/after-name'

/** Rules by which someone speaks at the meeting that is told of, for no other reason than that it is. */
const NEAR = new Set(['spoke/says', 'spoke/tells'])
const AT = new Set(['CHAIRED', 'ATTENDED', 'SPOKE_AT'])

/** Leaves out what the giver of an instruction says in it when nothing shows him at the meeting. */
export function dropInstructed(findings: Finding[]): Finding[] {
  const gave = new Map<Draft, number>()
  for (const f of findings)
    if (f.type === 'ISSUED' && f.rule === 'directive/instruction-by')
      gave.set(f.from, Math.min(f.start, gave.get(f.from) ?? f.start))
  if (!gave.size) return findings
  const there = (who: Draft, meeting: Draft) =>
    findings.some((f) => AT.has(f.type) && f.from === who && f.to === meeting && !NEAR.has(f.rule))
  return findings.filter(
    (f) => !(NEAR.has(f.rule) && (gave.get(f.from) ?? Number.POSITIVE_INFINITY) < f.start && !there(f.from, f.to)),
  )
}

/** Keeps of several holders of a single office those that a title before the name confirms, else the one named most. */
export function dropRivals(findings: Finding[]): Finding[] {
  const offices = new Map<Draft, Map<Draft, Finding[]>>()
  for (const f of findings) {
    if (f.type !== 'HOLDS_POST' || !SINGLE.has(f.to.name)) continue
    const holders = offices.get(f.to) ?? new Map<Draft, Finding[]>()
    holders.set(f.from, [...(holders.get(f.from) ?? []), f])
    offices.set(f.to, holders)
  }
  const dropped = new Set<Finding>()
  for (const holders of offices.values()) {
    if (holders.size < 2) continue
    const sure = [...holders].filter(([, list]) => list.some((f) => f.rule !== BARE))
    const most = Math.max(...[...holders.values()].map((list) => list.length))
    const kept = sure.length ? sure : [...holders].filter(([, list]) => list.length === most).slice(0, 1)
    for (const [who, list] of holders) if (!kept.some(([k]) => k === who)) for (const f of list) dropped.add(f)
  }
  return dropped.size ? findings.filter((f) => !dropped.has(f)) : findings
}

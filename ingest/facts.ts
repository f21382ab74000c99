// Items of a sentence -> facts, by fact rules. A role that the sentence leaves out is supplied from what the document speaks of.
import type { AttributeValue, Evidence } from '../schema/fact.js'
import { allowsEnds, type RelationType } from '../schema/model.js'
import type { Line } from './line.js'
import { type Match, matchesIn, type Rule, rulesFor } from './match.js'
import { type Draft, draftsOf } from './roster.js'
import { clauseEnd, clauseStart } from './text/clause.js'

/** A rule whose match is a fact between the items captured as `from` and `to`. */
export interface FactRule extends Rule {
  gives: RelationType
  /** Supplies an end that the match lacks: the thing that the document is speaking of at that place. */
  supply?: { from?: string; to?: string }
  attrs?: Readonly<Record<string, AttributeValue>>
  /** How often facts of this rule are right, measured (0 to 1). */
  confidence: number
  /** `plain`: the plan and negation guard does not apply. */
  guard?: 'plain'
  /** Several hold the office together: none that only one can hold. */
  shared?: true
  /** The fact holds only when `from` is known to have made `to`. */
  own?: true
}

/** A fact before it is a `Relation`; the span is in folded offsets. */
export interface Finding {
  type: RelationType
  from: Draft
  to: Draft
  attrs: Record<string, AttributeValue>
  start: number
  end: number
  rule: string
  confidence: number
}

/** Says which thing of a kind the document speaks of at a folded offset; undefined when it speaks of none. */
export type Supplier = (kind: string, line: Line, at: number) => Draft | undefined

const PLAN =
  /(?:将于|将在|将(?:应邀|[同与和]‹›一[道起同])?(?:出席|参加|主持|发表|举行|召开)|将会|即将|拟于|拟在|拟[^定议]|定于|计划于|计划在|原计划|原定|不再|未能|没有|未|取消|推迟|尚未|并未|因公请假|请假)/u

/** Applies fact rules to one sentence. */
export function findFacts(rules: readonly FactRule[], line: Line, supply: Supplier): Finding[] {
  const findings: Finding[] = []
  for (const known of rulesFor(rules, line)) {
    const { rule } = known
    for (const match of matchesIn(line, known, true)) {
      const froms = ends(rule, match, 'from', line, supply)
      const tos = ends(rule, match, 'to', line, supply)
      if (!froms.length || !tos.length) continue
      if (rule.guard !== 'plain' && PLAN.test(line.plain(match.start, match.end))) continue
      const { start, end } = evidenceSpan(line, match)
      for (const { draft: from } of froms)
        for (const { draft: to, told } of tos) {
          if (!fits(rule, from, to)) continue
          const attrs = { ...rule.attrs, ...told }
          findings.push({ type: rule.gives, from, to, attrs, start, end, rule: rule.id, confidence: rule.confidence })
        }
    }
  }
  return findings
}

/** Offices of one holder: 省长, 书记, 局长; 副省长 and 委员 have several. */
const SOLE = /(?<!副|原)(?:书记|[省市县区州旗盟厅局部处科院队镇乡]长|主席|主任|董事长|总经理)$/u

function fits(rule: FactRule, from: Draft, to: Draft): boolean {
  if (from === to || !allowsEnds(rule.gives, from.type, to.type)) return false
  if (rule.shared && SOLE.test(to.name)) return false
  if (rule.own && !to.by) return false
  return !(to.by && rule.gives === 'ISSUED' && !to.by.has(from))
}

/** One end of a fact; `told` is what the captured words themselves say of the fact (时任 before an office). */
interface End {
  draft: Draft
  told: Record<string, AttributeValue>
}

/** The drafts of the item captured as `from` (or `to`), of all items in the span captured as `froms`, or the one supplied. */
function ends(rule: FactRule, match: Match, role: 'from' | 'to', line: Line, supply: Supplier): End[] {
  const row = match.groups[`${role}s`]
  const item = match.groups[role]?.item
  const items = row ? line.items.filter((i) => i.start >= row.start && i.end <= row.end) : item ? [item] : []
  if (items.length)
    return items.flatMap((i) =>
      draftsOf(i).map((draft) => ({ draft, told: (i.value.attrs ?? {}) as Record<string, AttributeValue> })),
    )
  const kind = rule.supply?.[role]
  const draft = kind ? supply(kind, line, match.start) : undefined
  return draft ? [{ draft, told: {} }] : []
}

/** The clause or sentence that holds the match: the whole sentence when it is short, else the clauses that the match touches. */
export function evidenceSpan(line: Line, match: { start: number; end: number }): { start: number; end: number } {
  const { start, end } = line.sentence
  if (end - start <= 120) return { start, end }
  return { start: clauseStart(line.folded, match.start, start), end: clauseEnd(line.folded, match.end, end) }
}

/** Facts said more than once become one relation with several pieces of evidence, in order of appearance. */
export function joinFindings(findings: readonly Finding[]): Map<string, Finding[]> {
  const joined = new Map<string, Finding[]>()
  const number = new Map<Draft, number>()
  const id = (d: Draft) => {
    if (!number.has(d)) number.set(d, number.size)
    return number.get(d)
  }
  for (const f of findings) {
    const key = `${f.type} ${id(f.from)} ${id(f.to)}`
    const list = joined.get(key)
    if (list) list.push(f)
    else joined.set(key, [f])
  }
  return joined
}

/** Evidence with its quote cut from the original text. */
export type Quoted = Evidence

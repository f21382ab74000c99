// A thing named inside the name of another -> a fact between the two: the notice of a campaign, the inquiry into an accident.
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { draftsOf } from './roster.js'
import { type ContainmentRule, containmentRules } from './rules/containment.js'

const byOuter = new Map<string, { rule: ContainmentRule; named: RegExp | undefined }[]>()
for (const rule of containmentRules) {
  const those = byOuter.get(rule.outer) ?? []
  byOuter.set(rule.outer, those)
  those.push({ rule, named: rule.named === undefined ? undefined : new RegExp(rule.named, 'u') })
}

/** Facts that the names in one sentence hold. */
export function findContained(line: Line): Finding[] {
  const findings: Finding[] = []
  for (const outer of line.items) visit(outer, line, findings)
  return findings
}

function visit(outer: Item, line: Line, findings: Finding[]): void {
  if (outer.rule.startsWith('list/')) {
    // A list stands for its members; each name speaks for itself.
    for (const part of outer.parts) visit(part, line, findings)
    return
  }
  if (!outer.parts.length) return
  for (const { rule, named } of byOuter.get(outer.kind) ?? []) {
    if (named && !named.test(line.textOf(outer))) continue
    for (const inner of within(outer, rule.inner)) {
      if (rule.before && line.folded.slice(outer.start, inner.start).includes(rule.before)) continue
      const [froms, tos] = rule.turned ? [inner, outer] : [outer, inner]
      for (const from of draftsOf(froms))
        for (const to of draftsOf(tos)) {
          if (from === to) continue
          const { start, end } = outer
          findings.push({
            type: rule.gives,
            from,
            to,
            attrs: {},
            start,
            end,
            rule: rule.id,
            confidence: rule.confidence,
          })
        }
    }
  }
}

function within(item: Item, kind: string): Item[] {
  return item.parts.flatMap((p) => (p.kind === kind ? [p] : within(p, kind)))
}

// A thing named inside the name of another -> a fact between the two: the notice of a campaign, the inquiry into an accident.
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { draftsOf } from './roster.js'
import { containmentRules } from './rules/containment.js'

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
  for (const rule of containmentRules) {
    if (rule.outer !== outer.kind) continue
    const name = line.textOf(outer)
    if (rule.named && !new RegExp(rule.named, 'u').test(name)) continue
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

// A hand-made annotation and a contribution -> what of the contribution is right, wrong or free, and what is missed.
// The same matching as the scorer beside the project: forms folded, entities paired one to one, optional things free.
import type { Contribution, Relation } from '../schema/fact.js'

export interface GoldEntity {
  id: string
  type: string
  name: string
  aliases?: string[]
  attrs?: Record<string, unknown>
  optional?: boolean
}

export interface GoldRelation {
  type: string
  from: string
  to: string
  evidence?: string
  optional?: boolean
}

export interface Gold {
  entities: GoldEntity[]
  relations: GoldRelation[]
}

export interface Comparison {
  entities: { right: number; wrong: string[]; missed: string[] }
  relations: { right: number; wrong: string[]; missed: string[] }
  /** For each relation of the contribution: whether it counts as right or wrong, or not at all. */
  verdicts: Map<Relation, 'right' | 'wrong' | 'free'>
}

/** Scored only as ends of relations. */
const ENDS_ONLY = new Set(['Organization', 'Place'])

/** What typography alone makes different: width, spaces, quotes, brackets, dots. */
const fold = (s: string) =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉()（）【】[\]]/g, '')
    .replace(/[·••・.]/g, '·')

const formsOf = (e: { name: string; aliases?: string[] }) =>
  new Set([e.name, ...(e.aliases ?? [])].filter(Boolean).map(fold))

function pair(gold: Gold, found: Contribution): { ofGold: Map<string, string>; ofFound: Map<string, string> } {
  const candidates: { shared: number; g: string; f: string }[] = []
  for (const g of gold.entities) {
    const forms = formsOf(g)
    for (const f of found.entities) {
      if (f.type !== g.type) continue
      let shared = 0
      for (const form of formsOf(f)) if (forms.has(form)) shared += form.length
      if (shared) candidates.push({ shared, g: g.id, f: f.id })
    }
  }
  candidates.sort((a, b) => b.shared - a.shared)
  const ofGold = new Map<string, string>()
  const ofFound = new Map<string, string>()
  for (const { g, f } of candidates) {
    if (ofGold.has(g) || ofFound.has(f)) continue
    ofGold.set(g, f)
    ofFound.set(f, g)
  }
  return { ofGold, ofFound }
}

/** Compares what was found in one document with its annotation. */
export function compareWithGold(gold: Gold, found: Contribution): Comparison {
  const { ofGold, ofFound } = pair(gold, found)
  const golds = new Map(gold.entities.map((e) => [e.id, e]))
  const founds = new Map(found.entities.map((e) => [e.id, e]))
  const counted = gold.entities.filter((e) => !ENDS_ONLY.has(e.type) && !e.optional)
  const entities = {
    right: counted.filter((e) => ofGold.has(e.id)).length,
    missed: counted.filter((e) => !ofGold.has(e.id)).map((e) => `${e.type} ${e.name}`),
    wrong: found.entities.filter((e) => !ENDS_ONLY.has(e.type) && !ofFound.has(e.id)).map((e) => `${e.type} ${e.name}`),
  }
  const key = (type: string, from: string | undefined, to: string | undefined) => `${type} ${from} ${to}`
  const wanted = new Map(gold.relations.map((r) => [key(r.type, r.from, r.to), r]))
  const optional = (id: string | undefined) => id !== undefined && golds.get(id)?.optional === true
  const hit = new Set<string>()
  const relations = { right: 0, wrong: [] as string[], missed: [] as string[] }
  const verdicts: Comparison['verdicts'] = new Map()
  for (const r of found.relations) {
    const [from, to] = [ofFound.get(r.from), ofFound.get(r.to)]
    const k = key(r.type, from, to)
    const g = wanted.get(k)
    if (g) {
      const counts = !g.optional && !hit.has(k)
      hit.add(k)
      verdicts.set(r, g.optional ? 'free' : 'right')
      if (counts) relations.right++
    } else if (optional(from) || optional(to)) verdicts.set(r, 'free')
    else {
      verdicts.set(r, 'wrong')
      relations.wrong.push(`${r.type} ${founds.get(r.from)?.name} → ${founds.get(r.to)?.name}`)
    }
  }
  for (const [k, r] of wanted)
    if (!hit.has(k) && !r.optional && !optional(r.from) && !optional(r.to))
      relations.missed.push(`${r.type} ${golds.get(r.from)?.name} → ${golds.get(r.to)?.name}`)
  return { entities, relations, verdicts }
}

// Every rule is proved by its own examples: each `yes` gives just the marked words by this rule, each `no` gives nothing by it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract, findMentions } from '../../ingest/extract.js'
import type { FactRule } from '../../ingest/facts.js'
import type { Item, Line } from '../../ingest/line.js'
import type { MentionRule, Rule } from '../../ingest/match.js'
import { openPaper } from '../../ingest/paper.js'
import { ruleBook } from '../../ingest/rule-book.js'
import type { ContainmentRule } from '../../ingest/rules/containment.js'
import { originSpan } from '../../ingest/text/fold.js'
import type { Document } from '../../schema/fact.js'

type AnyRule = Rule | ContainmentRule

const folder = join(import.meta.dirname, '../../ingest/rules')
const rules: { file: string; rule: AnyRule }[] = []
for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.ts'))
  .sort()) {
  const module = (await import(join(folder, file))) as Record<string, unknown>
  for (const list of Object.values(module)) {
    if (!Array.isArray(list)) continue
    for (const rule of list)
      if (rule && typeof rule === 'object' && 'id' in rule) rules.push({ file, rule: rule as AnyRule })
  }
}

/** Example text -> document and the marked spans, in offsets of the text without marks. */
function read(example: string): { document: Document; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = []
  let text = ''
  for (const c of example) {
    if (c === '【') marks.push({ start: text.length, end: -1 })
    else if (c === '】') (marks.at(-1) as { end: number }).end = text.length
    else text += c
  }
  return { document: { id: 'example', title: '', date: '2024-05-06', sha256: '0'.repeat(64), text }, marks }
}

function itemsOf(document: Document): { line: Line; item: Item; span: { start: number; end: number } }[] {
  const paper = openPaper(document)
  findMentions(paper)
  const all: { line: Line; item: Item; span: { start: number; end: number } }[] = []
  const walk = (line: Line, items: readonly Item[]) => {
    for (const item of items) {
      all.push({ line, item, span: originSpan(paper.folded, item.start, item.end) })
      walk(line, item.parts)
    }
  }
  for (const line of paper.lines) walk(line, line.items)
  return all
}

/** The relations of a text that rest on a rule, with the spans of the mentions of their ends. */
function factsOf(document: Document, rule: string) {
  const { entities, relations } = extract(document)
  const mentions = (id: string) => entities.find((e) => e.id === id)?.mentions ?? []
  return relations
    .filter((r) => r.evidence.some((e) => e.rule === rule))
    .map((r) => ({ type: r.type, from: mentions(r.from), to: mentions(r.to) }))
}

const within = (spans: readonly { start: number; end: number }[], mark: { start: number; end: number }) =>
  spans.some((s) => s.start >= mark.start && s.end <= mark.end)

describe('rules', () => {
  it('are found', () => expect(rules.length).toBeGreaterThan(60))
  it('are all in the book that lists them', () => {
    const listed = new Set(ruleBook().map((page) => page.id))
    expect(rules.map((r) => r.rule.id).filter((id) => !listed.has(id))).toEqual([])
  })
  it('have ids of their own', () => {
    const ids = rules.map((r) => r.rule.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
  it.each(rules.map(({ file, rule }) => [rule.id, file, rule] as const))(
    '%s (%s) has a yes and a no',
    (_id, _file, rule) => {
      expect(rule.says).toMatch(/\S/)
      expect(rule.yes.length).toBeGreaterThan(0)
      expect(rule.no.length).toBeGreaterThan(0)
    },
  )
})

const isFact = (rule: AnyRule): rule is FactRule => 'gives' in rule && 'pattern' in rule
const isMention = (rule: AnyRule): rule is MentionRule => 'kind' in rule

describe('mention rules', () => {
  const rows = rules.map((r) => r.rule).filter(isMention)
  it.each(rows.flatMap((r) => r.yes.map((y) => [r.id, y, r] as const)))('%s finds %s', (id, example, rule) => {
    const { document, marks } = read(example)
    expect(marks.length).toBeGreaterThan(0)
    const found = itemsOf(document).filter((f) => f.item.rule === id && f.item.kind === rule.kind)
    expect(found.map((f) => f.span)).toEqual(expect.arrayContaining(marks))
  })
  it.each(rows.flatMap((r) => r.no.map((n) => [r.id, n] as const)))('%s leaves %s', (id, example) => {
    expect(itemsOf(read(example).document).filter((f) => f.item.rule === id)).toEqual([])
  })
})

describe('fact rules', () => {
  const rows = rules.map((r) => r.rule).filter((r) => isFact(r) || 'outer' in r || 'first' in r) as (
    | FactRule
    | ContainmentRule
  )[]
  it.each(rows.flatMap((r) => r.yes.map((y) => [r.id, y, r] as const)))('%s finds %s', (id, example, rule) => {
    const { document, marks } = read(example)
    const found = factsOf(document, id).filter((f) => f.type === rule.gives)
    expect(found.length, `no ${rule.gives} by ${id}`).toBeGreaterThan(0)
    const [a, b] = marks
    const fits = found.some((f) =>
      !a
        ? true
        : !b
          ? within(f.from, a) || within(f.to, a)
          : (within(f.from, a) && within(f.to, b)) || (within(f.from, b) && within(f.to, a)),
    )
    expect(fits, `the ends are ${JSON.stringify(found)}`).toBe(true)
  })
  it.each(rows.flatMap((r) => r.no.map((n) => [r.id, n] as const)))('%s leaves %s', (id, example) => {
    expect(factsOf(read(example).document, id)).toEqual([])
  })
})

// `npm run survey`: what the rules make of the news corpus and the accident reports of ../shared, of which nobody has made a gold set.
//   npm run survey                          counts by type and rule, names that break the grammar, and what the rules may miss
//   npm run survey -- --sample 200 [--seed 1]   so many facts drawn with a fixed seed, to be judged one by one
//   npm run survey -- --missed [TRIGGER]    sentences that hold a trigger and gave no fact
//   npm run survey -- --every 20            only every twentieth document
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../ingest/extract.js'
import { readDocuments } from '../../ingest/read/documents.js'
import type { Contribution, Document } from '../../schema/fact.js'
import { shared } from '../material.js'
import { drawFacts, type SampledFact } from './sample.js'

/** Words that mostly tell a fact of the model; a sentence with one and no fact is worth a look. */
const TRIGGERS = [
  '主持',
  '带队',
  '批示',
  '组长',
  '出席',
  '率队',
  '作出重要指示',
  '印发',
  '赶赴',
  '启动',
  '任命',
  '免去',
]

interface Tally {
  documents: number
  characters: number
  types: Map<string, number>
  rules: Map<string, number>
  odd: Map<string, string[]>
  triggers: Map<string, { sentences: number; silent: string[] }>
}

const bump = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

function note(tally: Tally, kind: string, what: string): void {
  const list = tally.odd.get(kind) ?? []
  list.push(what)
  tally.odd.set(kind, list)
}

function look(tally: Tally, document: Document, found: Contribution): void {
  tally.documents++
  tally.characters += document.text.length
  const posts = new Map<string, number>()
  const led = new Set<string>()
  for (const r of found.relations) {
    bump(tally.types, r.type)
    for (const e of r.evidence) bump(tally.rules, e.rule)
    if (r.type === 'HOLDS_POST') posts.set(r.from, (posts.get(r.from) ?? 0) + 1)
    if (r.type === 'LEADS_GROUP') led.add(r.to)
  }
  for (const e of found.entities) {
    bump(tally.types, e.type)
    if (e.type === 'Person' && !e.name.includes('·') && (e.name.length < 2 || e.name.length > 4))
      note(tally, 'persons of unusual length', `${found.doc} ${e.name}`)
    if (e.type === 'Person' && (posts.get(e.id) ?? 0) > 3)
      note(tally, 'persons with more than three posts', `${found.doc} ${e.name}`)
    if (e.type === 'Post' && !found.relations.some((r) => r.to === e.id))
      note(tally, 'posts without a holder', `${found.doc} ${e.name}`)
    if (e.type === 'Group' && !led.has(e.id)) note(tally, 'groups without a leader', `${found.doc} ${e.name}`)
    if (e.type === 'Meeting' && !e.attrs.date) note(tally, 'meetings without a date', `${found.doc} ${e.name}`)
    if (e.name.length > 40) note(tally, 'very long names', `${found.doc} ${e.name}`)
  }
  const spans = found.relations.flatMap((r) => r.evidence)
  for (const m of document.text.matchAll(/[^。！？\n]{1,400}[。！？]?/gu)) {
    const [start, end] = [m.index, m.index + m[0].length]
    for (const trigger of TRIGGERS) {
      if (!m[0].includes(trigger)) continue
      const entry = tally.triggers.get(trigger) ?? { sentences: 0, silent: [] }
      entry.sentences++
      if (!spans.some((s) => s.start < end && start < s.end)) entry.silent.push(`${found.doc} ${m[0].trim()}`)
      tally.triggers.set(trigger, entry)
    }
  }
}

function report(tally: Tally): void {
  const top = (map: Map<string, number>, n: number) =>
    [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, n)
  console.log(`${tally.documents} documents, ${tally.characters} characters\n\nby type`)
  for (const [type, n] of top(tally.types, 40)) console.log(`  ${type.padEnd(14)} ${n}`)
  console.log('\nthe commonest rules of facts')
  for (const [rule, n] of top(tally.rules, 25)) console.log(`  ${rule.padEnd(30)} ${n}`)
  console.log('\nodd names')
  for (const [kind, list] of tally.odd)
    console.log(
      `  ${kind}: ${list.length}\n${list
        .slice(0, 6)
        .map((l) => `    ${l}`)
        .join('\n')}`,
    )
  console.log('\nsentences with a trigger, and how many of them gave no fact')
  for (const [trigger, { sentences, silent }] of tally.triggers)
    console.log(`  ${trigger.padEnd(8)} ${sentences}  silent ${silent.length}`)
}

function printSample(facts: readonly SampledFact[]): void {
  for (const f of facts) console.log(JSON.stringify(f))
}

async function main(args: readonly string[]): Promise<void> {
  // A flag that follows a flag is no value of it: --missed --every 20.
  const value = (name: string) => {
    const next = args.includes(name) ? args[args.indexOf(name) + 1] : undefined
    return next?.startsWith('--') ? undefined : next
  }
  const files = ['corpus/news-2022-2024.jsonl', 'corpus/accidents.jsonl'].map((f) => join(shared, f))
  if (!files.every((f) => existsSync(f))) {
    console.error(`No corpus at ${shared}: nothing to survey.`)
    process.exit(2)
  }
  const every = Number(value('--every') ?? 1)
  const tally: Tally = {
    documents: 0,
    characters: 0,
    types: new Map(),
    rules: new Map(),
    odd: new Map(),
    triggers: new Map(),
  }
  const contributions: Contribution[] = []
  let i = 0
  for await (const reading of readDocuments(files)) {
    if (!('document' in reading) || i++ % every) continue
    const found = extract(reading.document)
    look(tally, reading.document, found)
    if (args.includes('--sample')) contributions.push(found)
  }
  if (args.includes('--sample'))
    printSample(drawFacts(contributions, Number(value('--sample') ?? 200), Number(value('--seed') ?? 1)))
  else if (args.includes('--missed')) {
    const only = value('--missed')
    for (const [trigger, { silent }] of tally.triggers)
      if (!only || only === trigger) for (const s of silent) console.log(`${trigger}  ${s}`)
  } else report(tally)
}

await main(process.argv.slice(2))

// The facts of the survey that were judged one by one (test/survey/judgements.jsonl): those judged right are still found, those
// judged wrong hardly ever. Sentences are not kept; `start` and `end` say where in the text the fact was told.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, type TestContext, test } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { readDocuments } from '../../ingest/read/documents.js'
import { projectRoot, shared } from '../material.js'
import { factKey, type SampledFact } from '../survey/sample.js'

interface Judgement extends Pick<SampledFact, 'doc' | 'type' | 'from' | 'to' | 'start' | 'end'> {
  /** The seed of the sample in which the fact was drawn first. */
  seed: number
  verdict: 'right' | 'wrong'
  why?: string
}

const judgements: Judgement[] = readFileSync(join(projectRoot(), 'test/survey/judgements.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const corpus = ['corpus/news-2022-2024.jsonl', 'corpus/accidents.jsonl'].map((file) => join(shared, file))
const found = { documents: 0, right: [] as Judgement[], lost: [] as Judgement[], wrong: [] as Judgement[] }

beforeAll(async () => {
  if (!corpus.every((file) => existsSync(file))) return
  const asked = new Map<string, Judgement[]>()
  for (const j of judgements) asked.set(j.doc, [...(asked.get(j.doc) ?? []), j])
  for await (const reading of readDocuments(corpus)) {
    if (!('document' in reading)) continue
    const list = asked.get(reading.document.id)
    if (!list) continue
    found.documents++
    const { doc, entities, relations } = extract(reading.document)
    const names = new Map(entities.map((e) => [e.id, [e.name, ...e.aliases]]))
    const told = new Set<string>()
    // A fact whose ends got a better name is the same fact; a wrong one is meant by the very names that made it wrong.
    const strict = new Set<string>()
    for (const { type, from, to } of relations) {
      const [froms, tos] = [names.get(from) ?? [], names.get(to) ?? []]
      strict.add(factKey({ doc, type, from: froms[0] ?? '', to: tos[0] ?? '' }))
      for (const f of froms) for (const t of tos) told.add(factKey({ doc, type, from: f, to: t }))
    }
    for (const j of list) {
      if (j.verdict === 'wrong') {
        if (strict.has(factKey(j))) found.wrong.push(j)
      } else if (told.has(factKey(j))) found.right.push(j)
      else found.lost.push(j)
    }
  }
}, 300_000)

function needCorpus(context: TestContext): void {
  if (!found.documents) context.skip('the corpus of ../shared is not beside the project')
}

test('the judgements are of two samples at least, each fact judged once', () => {
  expect(new Set(judgements.map(factKey)).size).toBe(judgements.length)
  expect(judgements.length).toBeGreaterThanOrEqual(390)
  for (const j of judgements) expect(j.verdict === 'wrong').toBe(typeof j.why === 'string')
})

test('of the facts judged that are still found at most three in a hundred are wrong', (context) => {
  needCorpus(context)
  const share = found.wrong.length / (found.wrong.length + found.right.length)
  expect(share, found.wrong.map(factKey).join('\n')).toBeLessThanOrEqual(0.03)
})

test('at least 95 in a hundred of the facts judged right are still found', (context) => {
  needCorpus(context)
  const share = found.right.length / (found.right.length + found.lost.length)
  expect(share, found.lost.map(factKey).join('\n')).toBeGreaterThanOrEqual(0.95)
})

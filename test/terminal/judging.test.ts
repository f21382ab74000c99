// Judging, and asking of other days, on a graph of the bundled samples.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorLines, makeScratch, wentu } from './wentu.js'

const samples = fileURLToPath(new URL('../../ingest/samples', import.meta.url))
const scratch = makeScratch()
const here = ['--data', scratch.data]
afterAll(() => scratch.end())
beforeAll(async () => {
  await wentu(['ingest', ...here, samples])
})

const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const ask = async (...words: string[]) => JSON.parse((await wentu(['query', '--json', ...here, ...words])).stdout)
const hash = async () => (await wentu(['dump', '--hash', ...here])).stdout

test('what is judged to be one is one, in the list, and two again when undone', async () => {
  const before = await hash()
  const [one, two] = await ask(
    'MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.documents AS documents ORDER BY id LIMIT 2',
  )
  const merged = await wentu([
    'merge',
    ...here,
    one.id,
    two.name,
    '--why',
    'one is misspelt',
    '--by',
    'a reader',
    '--json',
  ])
  expect(merged.code).toBe(0)
  const judgement = JSON.parse(merged.stdout)
  expect(judgement).toMatchObject({ kind: 'merge', type: 'Person', why: 'one is misspelt', by: 'a reader' })
  expect(errorLines(merged)).toEqual([expect.stringContaining('things +0 −1')])
  expect(
    await ask(
      `MATCH (p:Person) WHERE '${one.name}' IN [p.name] + p.aliases AND '${two.name}' IN [p.name] + p.aliases RETURN count(p) AS n`,
    ),
  ).toEqual([{ n: 1 }])
  const listed = await wentu(['judgements', ...here])
  expect(listed.stdout).toContain(`${one.name} = ${two.name}`)
  expect(lines((await wentu(['judgements', '--json', ...here])).stdout)).toEqual([judgement])
  expect(await hash()).not.toBe(before)
  expect((await wentu(['undo', ...here, judgement.id.slice(0, 10)])).code).toBe(0)
  expect(await hash()).toBe(before)
  expect((await wentu(['judgements', ...here])).stdout).toBe('')
})

test('documents that mean another by a name are told apart from the others, until undone', async () => {
  const before = await hash()
  const [person] = await ask(
    'MATCH (d:Document)-[:MENTIONS]->(p:Person) WITH p, d ORDER BY d.id WITH p, collect(d.id) AS ids WHERE size(ids) > 1 RETURN p.id AS id, p.name AS name, ids ORDER BY id LIMIT 1',
  )
  const split = await wentu([
    'split',
    ...here,
    person.id,
    '--document',
    person.ids[0],
    '--why',
    'another one',
    '--json',
  ])
  expect(split.code).toBe(0)
  expect(await ask('-p', `name=${person.name}`, 'MATCH (p:Person {name: $name}) RETURN count(p) AS n')).toEqual([
    { n: 2 },
  ])
  const apart = await wentu(['merge', ...here, person.name, person.name, '--why', 'both'])
  expect([apart.code, apart.stderr]).toEqual([3, expect.stringContaining('give the id of one')])
  await wentu(['undo', ...here, JSON.parse(split.stdout).id])
  expect(await hash()).toBe(before)
})

test('a fact that is judged to be wrong stays, marked, until undone', async () => {
  const before = await hash()
  const [fact] = await ask('MATCH (a)-[r:CHAIRED]->(b) RETURN r.id AS id, a.id AS a, b.id AS b ORDER BY id LIMIT 1')
  const told = await wentu(['wrong', ...here, fact.a, 'CHAIRED', fact.b, '--why', 'he only spoke', '--json'])
  expect([told.code, errorLines(told)]).toEqual([0, [expect.stringContaining('The fact stays')]])
  const judgement = JSON.parse(told.stdout)
  expect(judgement).toMatchObject({ kind: 'wrong', relation: 'CHAIRED', why: 'he only spoke' })
  expect((await wentu(['judgements', ...here])).stdout).toMatch(/-CHAIRED-> .* is wrong .*he only spoke/)
  const again = await wentu(['wrong', ...here, fact.id, '--why', 'again'])
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('wrong already')])
  expect(await ask(`MATCH ()-[r {id: '${fact.id}'}]->() RETURN count(r) AS n`)).toEqual([{ n: 1 }])
  await wentu(['undo', ...here, judgement.id])
  expect(await hash()).toBe(before)
})

test.each<[string[], number, RegExp]>([
  [['merge', 'a', 'b'], 2, /--why/],
  [['merge', 'no such thing', 'b', '--why', 'x'], 3, /Nothing in the graph/],
  [['split', 'a', '--why', 'x'], 2, /second thing, or --document/],
  [['undo', 'ffff'], 3, /No judgement/],
  [['console', '--host', '0.0.0.0'], 2, /give a password, and put TLS in front/],
  [['wrong', 'none', '--why', 'x'], 3, /No fact/],
  [['wrong', 'a', 'CHAIRED', '--why', 'x'], 2, /where it ends/],
  [['wrong', 'a', 'KNOWS', 'b', '--why', 'x'], 2, /one of HOLDS_POST/],
  [['changes', '--since', 'May'], 2, /give a day/],
  [['query', '--as-of', 'May', 'RETURN 1'], 2, /no date/],
  [['query', '--as-of', '2024', '--write', 'RETURN 1'], 2, /cannot be changed/],
])('%s: exit code %i, and what to do', async (words, code, complaint) => {
  const ended = await wentu([...words, ...here])
  expect([ended.code, ended.stdout]).toEqual([code, ''])
  expect(ended.stderr).toMatch(complaint)
})

test('pairs to judge come with sentences on both sides, most consequential first', async () => {
  const { stdout, stderr, code } = await wentu(['review', '--json', ...here])
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^\d+ pairs to judge/)])
  const pairs = lines(stdout)
  expect(pairs.length).toBeGreaterThan(0)
  const weights = pairs.map(({ a, b }) => Math.min(a.documents, b.documents))
  expect(weights).toEqual([...weights].sort((x, y) => y - x))
  for (const { a, b } of pairs)
    for (const side of [a, b])
      expect(side.sentences[0]).toMatchObject({ quote: expect.stringMatching(/./), title: expect.any(String) })
  expect((await wentu(['review', '--clashes', '--json', ...here])).code).toBe(0)
})

test('a question of another day is answered by the documents of then', async () => {
  const count = 'MATCH (d:Document) RETURN count(d) AS n, max(d.date) AS last'
  const [now] = await ask(count)
  const then = await wentu(['query', '--json', ...here, '--as-of', '2024-03-31', count])
  const [of] = JSON.parse(then.stdout)
  expect(of.n).toBeGreaterThan(0)
  expect(of.n).toBeLessThan(now.n)
  expect(of.last <= '2024-03-31').toBe(true)
  expect(errorLines(then)[0]).toContain(`${of.n} documents`)
  const since = JSON.parse((await wentu(['changes', '--since', '2024-04-01', '--json', ...here])).stdout)
  expect(since.documents).toHaveLength(now.n - of.n)
  expect(since.facts.length).toBeGreaterThan(0)
  const told = await wentu(['changes', '--since', '2024-04-01', ...here])
  expect(told.stdout).toMatch(/^New facts$/m)
})

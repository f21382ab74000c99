// The filters: documents in pieces, in any order, by pipes, give the graph that one ingest gives.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSink } from '../../console/terminal/graph-sink.js'
import { loadStream } from '../../console/terminal/load-stream.js'
import { splitLines } from '../../console/terminal/stream.js'
import { dumpHash } from '../../graph/dump.js'
import { readSources } from '../../ingest/read/sources.js'
import { extractorVersion } from '../../ingest/rules-version.js'
import { ingest } from '../../ingest/run.js'
import { engines, type OpenEngine } from '../graph/engines.js'
import { projectRoot } from '../material.js'
import { errorLines, makeScratch, wentu } from './wentu.js'

const scratch = makeScratch()
afterAll(scratch.end)

const samples = join(projectRoot(), 'ingest/samples')
/** As a cluster sends files: whole, with their names. */
const files = readdirSync(samples).map((file) => {
  return JSON.stringify({ file, base64: readFileSync(join(samples, file)).toString('base64') })
})
const row = (id: string, text: string) => JSON.stringify({ id, text })
const stream = (command: string, lines: readonly string[], ...args: string[]) =>
  wentu([command, '--stream', ...args], { input: lines.map((line) => `${line}\n`).join('') })
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

let said: string[]
beforeAll(async () => {
  said = linesOf((await stream('extract', files)).stdout)
})

describe('extract --stream', () => {
  test('keeps the order, with threads beside it too', async () => {
    expect(said.map((line) => JSON.parse(line).document.id)).toEqual(
      readdirSync(samples).map((name) => name.slice(0, -4)),
    )
    expect(linesOf((await stream('extract', files, '--jobs', '2')).stdout)).toEqual(said)
  })

  test('a bad line is told with its number, costs itself alone, and shows in the exit code', async () => {
    const lines = [
      row('a', '正文\u2028二'),
      '{"id"',
      '[]',
      JSON.stringify({ text: '无号' }),
      row('b', ' '),
      '',
      row('c', '末'),
    ]
    const ran = await stream('extract', lines)
    expect(linesOf(ran.stdout).map((line) => JSON.parse(line).document)).toMatchObject([
      { id: 'a', text: '正文\u2028二' },
      { id: 'c', text: '末' },
    ])
    expect(errorLines(ran)).toEqual([
      expect.stringMatching(/^wentu: standard input:2: no valid JSON/),
      expect.stringMatching(/:3: no JSON object/),
      expect.stringMatching(/:4: no id/),
      expect.stringMatching(/:5: "text" is empty/),
    ])
    expect(ran.code).toBe(3)
  })

  test('takes no paths, and without --stream wants some', async () => {
    expect((await wentu(['extract', '--stream', samples])).code).toBe(2)
    expect((await wentu(['extract'])).code).toBe(2)
  })
})

test.each([
  ['whole', ['a\nb\r\n\nc']],
  ['in pieces', ['a', '\nb\r', '\n', '\nc']],
])('lines %s have their numbers', async (_, pieces) => {
  const found: string[] = []
  const input = async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  }
  for await (const { number, text } of splitLines(input())) found.push(`${number} ${text}`)
  expect(found).toEqual(['1 a', '2 b', '4 c'])
})

describe('resolve --stream', () => {
  test('a block out of its place is told', async () => {
    const lines = linesOf((await stream('resolve', said)).stdout).filter((line) => line.startsWith('{"block":"name'))
    const ran = await stream('resolve', lines.sort().reverse().slice(0, 2), '--blocks', 'name')
    expect(errorLines(ran)).toEqual([expect.stringMatching(/^wentu: standard input:2: .* Sort the lines by block\.$/)])
    expect(ran.code).toBe(3)
  })

  test('what is not settled yet is no file of neo4j-admin', async () => {
    const { stdout } = await stream('resolve', said.slice(0, 1))
    const ran = await stream('load', linesOf(stdout), '--files', join(scratch.folder, 'import'))
    expect(ran.code).toBe(3)
    expect(errorLines(ran)[0]).toMatch(/:2: block "name \w+" has not been settled/)
  })
})

describe('load --stream', () => {
  test('a line of another version, or of something else, is refused by itself', async () => {
    const other = (said[0] as string).replace(/"extractor":"\w+"/, '"extractor":"000000000000"')
    const ran = await stream('load', [other, '{"a":1}', said[1] as string], '--data', scratch.data)
    expect(errorLines(ran).slice(0, 2)).toEqual([
      expect.stringMatching(/^wentu: standard input:1: extracted by version 000000000000 of the rules/),
      expect.stringMatching(/^wentu: standard input:2: not what wentu extract --stream writes/),
    ])
    expect(ran.stderr).toMatch(/1 ingested, 0 unchanged, 0 skipped, 2 rejected/)
    expect(ran.code).toBe(3)
  })
})

describe.each(await engines())('extract and load beside ingest: $name', ({ missing, open: openEngine }) => {
  let open: OpenEngine | undefined
  beforeAll(async () => {
    if (missing === undefined) open = await openEngine()
  }, 300_000)
  afterAll(() => open?.close())

  test('the same graph, in any order and in any parts', async ({ skip }) => {
    if (open === undefined) return skip(missing)
    const { graph, clear } = open
    await ingest([], await openSink(graph), { found: readSources([samples]) })
    const wanted = await dumpHash(graph)
    // The version of the rules is a hash of their files, and those of this process are not the built ones.
    const here = said.map((line) => line.replace(/"extractor":"\w+"/, `"extractor":"${extractorVersion()}"`))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...here.keys()], { minLength: here.length }),
        fc.array(fc.nat(here.length), { maxLength: 3 }),
        async (order, cuts) => {
          await clear()
          const lines = order.map((at) => here[at] as string)
          const bounds = [0, ...cuts, lines.length].sort((a, b) => a - b)
          for (const [at, start] of bounds.entries()) {
            const part = lines.slice(start, bounds[at + 1] ?? start)
            const { counts } = await loadStream(numbered(part), await openSink(graph))
            expect(counts).toMatchObject({ ingested: part.length, rejected: 0 })
          }
          expect(await dumpHash(graph)).toBe(wanted)
        },
      ),
      { numRuns: 4 },
    )
  }, 120_000)
})

async function* numbered(lines: readonly string[]) {
  for (const [at, text] of lines.entries()) yield { number: at + 1, text }
}

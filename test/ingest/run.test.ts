// Many documents into a sink that only remembers: what is written, what is left alone, and what the report says of each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../ingest/report.js'
import { extractorVersion } from '../../ingest/rules-version.js'
import { type IngestOptions, ingest, type Known, type Sink } from '../../ingest/run.js'
import { here } from '../../ingest/work.js'
import type { Resolved } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'

/** A sink that keeps what it is given, and can be told to fail at its nth batch. */
class Memory implements Sink {
  readonly documents = new Map<string, Resolved>()
  batches: string[][] = []
  settled = 0
  failAt = Number.POSITIVE_INFINITY

  async known(ids: readonly string[]): Promise<Map<string, Known>> {
    const found = new Map<string, Known>()
    for (const id of ids) {
      const document = this.documents.get(id)?.document
      if (document)
        found.set(id, { sha256: document.sha256, ...(document.extractor ? { extractor: document.extractor } : {}) })
    }
    return found
  }

  /** How often it says that it began anew, for each batch. */
  retries = 0

  async write(batch: readonly Resolved[]): Promise<number> {
    if (this.batches.length + 1 >= this.failAt) throw new Fault('store', 'the graph is gone')
    this.batches.push(batch.map(({ document }) => document.id))
    for (const resolved of batch) this.documents.set(resolved.document.id, resolved)
    return this.retries
  }

  async settle(): Promise<void> {
    this.settled++
  }
}

let folder: string
let sink: Memory
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wentu-run-'))
  sink = new Memory()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const run = (paths: string[] = [folder], options: IngestOptions = {}) => ingest(paths, sink, options)

/** Each line as `name: outcome, reason`. */
const lines = ({ lines }: Report) =>
  lines.map(({ path, line, outcome, reason }) => {
    const place = path.slice(folder.length + 1) + (line ? `:${line}` : '')
    return `${place}: ${outcome}${reason ? `, ${reason.replaceAll(`${folder}/`, '')}` : ''}`
  })

const notice =
  '江北省安全生产会议\n\n2021-05-06 江北日报\n\n5月6日，江北省省长周文在江城市主持召开全省安全生产电视电话会议。\n'

describe('ingest', () => {
  test('the report says where the time went, and how often the sink began anew', async () => {
    put('a.txt', notice)
    put('b.txt', `${notice}\n`)
    sink.retries = 2
    const { stages, retries } = await run()
    expect(retries).toBe(2)
    expect(Object.values(stages).every((seconds) => seconds > 0)).toBe(true)
    expect(Object.keys(stages)).toEqual(['read', 'extract', 'resolve', 'write', 'wait'])
  })

  test('every file is accounted for, and the good ones reach the sink', async () => {
    put('a.txt', notice)
    put('b.txt', '')
    put('c.json', '{}')
    put('d.jsonl', '{"id":"d1","text":"正文"}\n{"id":"d2"\n')
    const report = await run([folder, join(folder, 'missing.txt')])
    expect(lines(report)).toEqual([
      'a.txt: ingested',
      'b.txt: rejected, b.txt: empty. Nothing to read in it.',
      'c.json: skipped, .json files are not read',
      'd.jsonl:1: ingested',
      expect.stringMatching(/^d\.jsonl:2: rejected, d\.jsonl:2: no valid JSON/),
      'missing.txt: rejected, missing.txt: no such file or folder. Check the path.',
    ])
    expect(report.counts).toEqual({ ingested: 2, unchanged: 0, skipped: 1, rejected: 3 })
    expect([...sink.documents.keys()]).toEqual(['a', 'd1'])
    expect(sink.settled).toBe(1)
  })

  test('the report says what a document gave', async () => {
    put('a.txt', notice)
    const report = await run()
    const { contribution } = sink.documents.get('a') as Resolved
    expect(contribution.entities.length).toBeGreaterThan(0)
    expect(report.lines[0]?.gave).toEqual({
      entities: contribution.entities.length,
      relations: contribution.relations.length,
      statements: contribution.relations.flatMap(({ evidence }) => evidence).length,
    })
  })

  test('a second run writes nothing; a changed byte writes its document alone', async () => {
    put('a.txt', notice)
    put('b.txt', '另一篇')
    await run()
    expect((await run()).counts).toEqual({ ingested: 0, unchanged: 2, skipped: 0, rejected: 0 })
    put('b.txt', '另一篇。')
    expect((await run()).counts).toEqual({ ingested: 1, unchanged: 1, skipped: 0, rejected: 0 })
    expect(sink.batches).toEqual([['a', 'b'], ['b']])
  })

  test('what older rules read is read again, and so is all on request', async () => {
    put('a.txt', notice)
    await run()
    const resolved = sink.documents.get('a') as Resolved
    expect(resolved.document.extractor).toBe(extractorVersion())
    sink.documents.set('a', { ...resolved, document: { ...resolved.document, extractor: 'older' } })
    expect((await run()).counts.ingested).toBe(1)
    expect((await run()).counts.unchanged).toBe(1)
    expect((await run([folder], { again: true })).counts.ingested).toBe(1)
  })

  test('two documents of one id: the first stands, a copy is passed over, another text is refused', async () => {
    put('x/a.txt', '甲')
    put('y/a.txt', '甲')
    put('z/a.txt', '乙')
    const report = await run(['x', 'y', 'z'].map((name) => join(folder, name)))
    expect(lines(report)).toEqual([
      'x/a.txt: ingested',
      'y/a.txt: skipped, the same document as x/a.txt',
      'z/a.txt: rejected, z/a.txt: its id "a" is that of x/a.txt, which says something else. Rename one of them.',
    ])
    expect([...sink.documents.values()].map(({ document }) => document.text)).toEqual(['甲'])
    sink = new Memory()
    await run()
    expect([...sink.documents.keys()]).toEqual(['x/a', 'y/a', 'z/a'])
  })

  test('a rule that stumbles over one document does not cost the others', async () => {
    put('a.txt', '甲')
    put('b.txt', '乙')
    const report = await run([folder], {
      worker: {
        ...here,
        contribute: async (raw, options) => {
          if (raw.id === 'a') throw new RangeError('too deep')
          return here.contribute(raw, options)
        },
      },
    })
    expect(lines(report)).toEqual(['a.txt: rejected, the rules failed on it: RangeError: too deep', 'b.txt: ingested'])
    expect([...sink.documents.keys()]).toEqual(['b'])
  })

  test('a document that the graph refuses does not cost the rest of its batch', async () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.txt`, name)
    const write = sink.write.bind(sink)
    sink.write = async (batch) => {
      if (batch.some(({ document }) => document.id === 'b')) throw new Fault('input', 'b contradicts itself')
      return write(batch)
    }
    expect(lines(await run())).toEqual(['a.txt: ingested', 'b.txt: rejected, b contradicts itself', 'c.txt: ingested'])
    expect([...sink.documents.keys()]).toEqual(['a', 'c'])
  })

  test('a graph that fails ends the run, and no document is said to be in it that is not', async () => {
    put('news.jsonl', Array.from({ length: 500 }, (_, i) => JSON.stringify({ id: `n${i}`, text: '正文' })).join('\n'))
    sink.failAt = 2
    const report = await run()
    expect(report.fault?.message).toBe('the graph is gone')
    expect(report.counts).toEqual({ ingested: 200, unchanged: 0, skipped: 0, rejected: 200 })
    expect(report.lines[200]).toMatchObject({ outcome: 'rejected', reason: 'not written: the graph failed' })
    expect(report.lines[200]).not.toHaveProperty('gave')
    expect(sink.settled).toBe(0)
    sink.failAt = Number.POSITIVE_INFINITY
    expect((await run()).counts).toEqual({ ingested: 300, unchanged: 200, skipped: 0, rejected: 0 })
  })

  test('progress counts up to the report', async () => {
    put('a.txt', '甲')
    put('b.txt', '')
    const seen: number[] = []
    const report = await run([folder], { onProgress: (counts) => seen.push(counts.ingested + counts.rejected) })
    expect(seen).toEqual([1, 2])
    expect(report.lines).toHaveLength(2)
  })

  test('the report says where metadata came from, and what was told wins', async () => {
    put('a.txt', notice)
    const told = await run([folder], { source: '内部', date: '2021-05-07' })
    expect(told.lines[0]?.from).toEqual({ title: 'text', date: '--date', source: '--source' })
    expect(sink.documents.get('a')?.document).toMatchObject({ date: '2021-05-07', source: '内部' })
    const read = await run([folder], { again: true })
    expect(read.lines[0]?.from).toEqual({ title: 'text', date: 'text', source: 'text' })
    expect(read.bytes.ingested).toBe(Buffer.byteLength(notice))
  })

  test('only so many, only the newer, only the wanted, only until the first that fails', async () => {
    put('a.txt', notice)
    put('b.txt', notice.replaceAll('2021', '2022'))
    put('c.txt', '没有日期')
    expect(lines(await run([folder], { limit: 1 }))).toEqual(['a.txt: ingested'])
    expect(lines(await run([folder], { since: '2022-01-01' })).slice(1)).toEqual(['b.txt: ingested', 'c.txt: ingested'])
    expect(lines(await run([folder], { since: '2022-01-01', again: true }))[0]).toBe(
      'a.txt: skipped, dated 2021-05-06, before 2022-01-01',
    )
    expect(lines(await run([folder], { wanted: (name) => name === 'c.txt' }))).toEqual([
      'a.txt: skipped, not among those asked for',
      'b.txt: skipped, not among those asked for',
      'c.txt: unchanged',
    ])
    put('b.txt', '')
    expect(lines(await run([folder], { failFast: true, again: true }))).toEqual([
      'a.txt: ingested',
      'b.txt: rejected, b.txt: empty. Nothing to read in it.',
      'c.txt: ingested',
    ])
  })

  test('asked to stop, it writes what is in hand and says so', async () => {
    put('news.jsonl', Array.from({ length: 900 }, (_, i) => JSON.stringify({ id: `n${i}`, text: '正文' })).join('\n'))
    const stop = new AbortController()
    const report = await run([folder], { signal: stop.signal, onProgress: () => stop.abort() })
    expect(report.stopped).toBe(true)
    expect(report.counts.ingested).toBe(sink.documents.size)
    expect(report.counts.ingested).toBeLessThan(900)
    expect((await run()).counts.ingested).toBe(900 - report.counts.ingested)
  })
})

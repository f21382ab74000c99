// wentu ingest as a person runs it over many files: what is read from where, what is told, what is kept of a run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docx, tar, zip } from '../ingest/files.js'
import { errorLines, makeScratch, stay, wentu } from './wentu.js'

const scratch = makeScratch()
afterAll(() => scratch.end())
const here = ['--data', scratch.data]
const inFolder = (name: string) => join(scratch.folder, name)

function put(name: string, content: string | Uint8Array): string {
  const path = inFolder(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const notice = (day: string) => `江北省会议\n\n${day} 江北日报\n\n江北省省长周文在江城市主持召开全省安全生产会议。\n`
const ingest = (...args: string[]) => wentu(['ingest', ...here, ...args])
const titles = async (): Promise<string[]> => {
  const { stdout } = await wentu(['query', '--json', ...here, 'MATCH (d:Document) RETURN d.id AS id ORDER BY id'])
  return JSON.parse(stdout).map(({ id }: { id: string }) => id)
}

beforeAll(async () => {
  put('in/a.txt', notice('2024-05-06'))
  put('in/b.docx', docx([...notice('2024-05-07').trim().split(/\n+/)]))
  put('in/drafts/c.txt', notice('2024-05-08'))
  put('in/d.tar', await tar({ 'e.txt': notice('2020-01-01'), 'f.zip': zip({ 'g.txt': '' }) }))
})

describe('what is read', () => {
  test('a dry run tells all and writes nothing', async () => {
    const ran = await ingest('--dry-run', inFolder('in'))
    expect(ran.stderr).toContain('dry run, nothing written: 4 ingested, 0 unchanged, 0 skipped, 1 rejected')
    expect(await titles()).toEqual([])
  })

  test('patterns, exclusions, dates, and a program that listens', async () => {
    const ran = await ingest('--json', '--exclude', 'drafts/**', '--since', '2021', inFolder('in'))
    expect(ran.code).toBe(3)
    expect(errorLines(ran)).toEqual([expect.stringMatching(/d\.tar\/f\.zip\/g\.txt: empty/)])
    const events = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map(({ event, doc, outcome, reason }) => [event, doc, outcome, reason])).toEqual(
      expect.arrayContaining([
        ['document', 'a', 'ingested', undefined],
        ['document', 'b', 'ingested', undefined],
        ['document', undefined, 'skipped', 'not among those asked for'],
        ['document', 'd/e', 'skipped', 'dated 2020-01-01, before 2021'],
      ]),
    )
    expect(events.at(-1)).toMatchObject({
      event: 'end',
      counts: { ingested: 2, unchanged: 0, skipped: 2, rejected: 1 },
    })
    expect(await titles()).toEqual(['a', 'b'])
    await ingest(join(scratch.folder, 'in/dr*/*.txt'))
    expect(await titles()).toEqual(['a', 'b', 'c'])
    expect(errorLines(await ingest('nothing/*.txt'))).toEqual([
      expect.stringMatching(/^wentu: nothing\/\*\.txt: no file matches/),
    ])
  })

  test('standard input, and fields under other names', async () => {
    const ran = await wentu(['ingest', ...here, '--format', 'csv', '--map', 'id=no,title=headline,text=body', '-'], {
      input: 'no,headline,body\nk1,会议,江北省省长周文主持召开会议。\n',
    })
    expect(ran.code).toBe(0)
    const { stdout } = await wentu(['query', '--json', ...here, "MATCH (d:Document {id: 'k1'}) RETURN d.title AS t"])
    expect(JSON.parse(stdout)).toEqual([{ t: '会议' }])
    expect(errorLines(await ingest('--map', 'words=body', inFolder('in')))).toEqual([
      expect.stringMatching(/"words=body" is no FIELD=NAME with FIELD one of id, text/),
    ])
  })

  test('settings in a file, and one that is none', async () => {
    const config = put('wentu.json', '{"limit": 1, "source": "内部"}')
    const ran = await ingest('--again', '--config', config, inFolder('in'))
    expect(ran.stderr).toContain('1 ingested')
    put('wentu.json', '{"limits": 1}')
    expect(errorLines(await ingest('--config', config, inFolder('in')))).toEqual([
      expect.stringMatching(/wentu\.json: no setting "limits"\. There are map, /),
    ])
  })
})

describe('what is kept of a run', () => {
  test('the report as a page holds every file, and hostile names as text', async () => {
    put('odd/<img src=x onerror=alert(1)>.txt', '江北省会议')
    const page = inFolder('report.html')
    await ingest('--report', page, inFolder('odd'))
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;.txt')
    expect(html).not.toContain('<img')
    await ingest('--report', inFolder('report.json'), inFolder('odd'))
    expect(JSON.parse(readFileSync(inFolder('report.json'), 'utf8'))).toMatchObject({ counts: { unchanged: 1 } })
  })

  test('what failed is listed, mended, and read again alone', async () => {
    put('bad/x.txt', '')
    put('bad/y.txt', '江北省会议')
    expect((await ingest(inFolder('bad'))).code).toBe(3)
    expect((await wentu(['status', ...here])).stdout).toMatch(/run of .*1 ingested, 0 unchanged, 0 skipped, 1 rejected/)
    expect((await wentu(['failed', ...here])).stdout).toMatch(/x\.txt: empty/)
    put('bad/x.txt', '江南省会议')
    const again = await wentu(['failed', '--retry', ...here])
    expect(again.stdout).toMatch(/^ingested {3}.*x\.txt[^\n]*\n$/)
    expect(await titles()).toContain('x')
    expect((await wentu(['failed', ...here])).stdout).toBe('')
  })

  test('watching, it reads what is added', async () => {
    mkdirSync(inFolder('live'))
    put('live/one.txt', '江北省会议')
    const watching = await stay(['ingest', ...here, '--watch', inFolder('live')])
    expect(watching.line).toMatch(/one\.txt/)
    put('live/two.txt', '江南省会议')
    for (let i = 0; i < 150 && !(await titles()).includes('two'); i++)
      await new Promise((done) => setTimeout(done, 100))
    await watching.stop()
    expect(await titles()).toContain('two')
    expect(existsSync(join(scratch.data, 'runs'))).toBe(true)
  })
})

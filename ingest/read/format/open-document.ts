// An OpenDocument text (.odt): bytes in, words out, tables as rows.
import { DOMParser } from 'linkedom'
import { Fault } from '../../../schema/fault.js'
import { readMember } from '../container/zip.js'
import { type PageNode, toText } from './blocks.js'
import type { Parsed } from './parsed.js'

/** What the elements of an OpenDocument are on a page; others are passed through for what they hold. */
const AS_PAGE: Record<string, string> = {
  'text:p': 'P',
  'text:h': 'H1',
  'text:line-break': 'BR',
  'text:list-item': 'LI',
  'text:note': 'TEMPLATE',
  'text:tracked-changes': 'TEMPLATE',
  'office:annotation': 'TEMPLATE',
  'table:table': 'TABLE',
  'table:table-header-rows': 'THEAD',
  'table:table-row': 'TR',
  'table:table-cell': 'TD',
}

/** @throws Fault('input') when the file is no OpenDocument text or holds no words */
export async function parseOdt(bytes: Uint8Array, place: string): Promise<Parsed> {
  const content = await readMember(bytes, 'content.xml', place)
  if (!content) throw new Fault('input', `${place}: no OpenDocument: there is no content.xml in it.`)
  const xml = new TextDecoder().decode(content)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new Fault('input', `${place}: its XML declares entities, which no such document does.`)
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as PageNode | null
  const text = root ? toText(asPage(root)) : ''
  if (!text.trim()) throw new Fault('input', `${place}: an OpenDocument without words.`)
  return { text }
}

/** The same tree under the names of a page's elements. */
function asPage(node: PageNode): PageNode {
  return {
    nodeType: node.nodeType,
    nodeName: AS_PAGE[node.nodeName.toLowerCase()] ?? node.nodeName,
    textContent: node.textContent,
    get childNodes() {
      return Array.from(node.childNodes).map(asPage)
    },
  }
}

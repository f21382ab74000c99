// Rows with named fields in (JSON Lines, CSV, sheets), what they say of a document out. Which field is which: as told, or by its name.
import { Fault } from '../../schema/fault.js'
import { toDate } from './dates.js'
import type { Parsed, Stated } from './format/parsed.js'

export const FIELDS = ['id', 'text', 'title', 'date', 'source', 'url'] as const
export type Field = (typeof FIELDS)[number]

/** Field of a document -> name of the field in the rows. */
export type Mapping = Partial<Record<Field, string>>

/** Names that rows in use have for a field, tried in this order where nothing was told. */
const NAMES: Record<Field, readonly string[]> = {
  id: ['id', '_id', '编号'],
  text: ['text', 'body', 'content', '正文', '内容', '全文'],
  title: ['title', 'headline', '标题', '题目', '名称'],
  date: ['date', 'published', 'pub', 'pubdate', 'pub_date', 'publish_date', '日期', '发布日期', '发布时间', '时间'],
  source: ['source', '来源', '发布机构', '发文机关'],
  url: ['url', 'link', '链接', '网址'],
}

/**
 * `title=headline,date=pub,text=body` as a mapping.
 * @throws Fault('usage') for a field that documents do not have
 */
export function readMapping(words: string): Mapping {
  const mapping: Mapping = {}
  for (const pair of words.split(',').filter((one) => one.trim() !== '')) {
    const [field, name] = pair.split('=').map((side) => side.trim())
    if (!FIELDS.includes(field as Field) || !name)
      throw new Fault('usage', `--map ${words}: "${pair}" is no FIELD=NAME with FIELD one of ${FIELDS.join(', ')}.`)
    mapping[field as Field] = name
  }
  return mapping
}

/** The mapping told, completed by the names that the rows have. Names are compared without case. */
export function completeMapping(told: Mapping, names: readonly string[]): Mapping {
  const byName = new Map(names.map((name) => [name.trim().toLowerCase(), name]))
  const mapping: Mapping = { ...told }
  for (const field of FIELDS) {
    if (mapping[field]) continue
    const name = NAMES[field].map((one) => byName.get(one)).find((one) => one !== undefined)
    if (name !== undefined) mapping[field] = name
  }
  return mapping
}

/** What a row says of its document. */
export interface RowReading {
  id?: string
  parsed: Parsed
}

/**
 * @param row field name -> value; numbers are taken as they are written
 * @throws Fault('input') for a row without words, naming the place and what the row has
 */
export function readRow(row: Readonly<Record<string, unknown>>, mapping: Mapping, place: string): RowReading {
  const take = (field: Field): string | undefined => {
    const name = mapping[field]
    const value = name === undefined ? undefined : row[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (value instanceof Date) return value.toISOString().slice(0, 10)
    throw new Fault('input', `${place}: ${name}: ${describeType(value)}, where a string is needed.`)
  }
  const text = take('text')
  if (text === undefined && mapping.text !== undefined && row[mapping.text] === '')
    throw new Fault('input', `${place}: "${mapping.text}" is empty.`)
  if (text === undefined)
    throw new Fault(
      'input',
      `${place}: no text. It has the fields ${Object.keys(row).slice(0, 12).join(', ')}; say which holds the words with --map text=NAME.`,
    )
  if (!text.trim()) throw new Fault('input', `${place}: "${mapping.text}" is empty.`)
  const parsed: Parsed = { text }
  for (const field of ['title', 'date', 'source', 'url'] as const) {
    const value = take(field)
    if (value !== undefined && (field !== 'date' || toDate(value)))
      parsed[field] = { value, from: `field ${mapping[field]}`, weight: 'sure' } satisfies Stated
  }
  const id = take('id')
  return { ...(id === undefined ? {} : { id }), parsed }
}

function describeType(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`
}

// One .csv or .tsv file in, what each of its rows says out. The first row names the fields.
import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { decode } from './encoding.js'
import type { RowOutcome, RowSource } from './json-lines.js'
import { completeMapping, type Mapping, readRow } from './mapping.js'
import { describeRefusal } from './walk.js'

/** A table beyond this is not held whole; in bytes. Larger ones go as JSON Lines, which are read line by line. */
const MAX_TABLE = 512 * 2 ** 20

/**
 * The documents of a table with a row of names.
 * @param separator `,` or a tab; where the row of names has a semicolon and no comma, that
 * @throws Fault('input') when the file as a whole cannot be read, or names no field with words
 */
export async function* readCommaSeparated(
  source: RowSource,
  place: string,
  told: Mapping,
  separator: ',' | '\t',
): AsyncGenerator<RowOutcome> {
  const text = decode(await bytesOf(source, place), place).text
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = separator === ',' && !head.includes(',') && head.includes(';') ? ';' : separator
  const rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, info: true })
  let names: string[] | undefined
  let mapping: Mapping = {}
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!names) {
        names = record
        mapping = completeMapping(told, names)
        checkMapping(mapping, names, place)
        continue
      }
      const line = info.lines
      const size = Buffer.byteLength(record.join())
      try {
        const row = Object.fromEntries(names.map((name, i) => [name, record[i]]))
        yield { line, size, sha256: sha256(JSON.stringify(record)), ...readRow(row, mapping, `${place}:${line}`) }
      } catch (cause) {
        if (!(cause instanceof Fault)) throw cause
        yield { line, size, fault: cause }
      }
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new Fault('input', `${place}: no table that can be read (${cause.message}).`, { cause })
  }
  if (!names) throw new Fault('input', `${place}: empty. Nothing to read in it.`)
}

/** @throws Fault('input') when no field holds the words, or a name told is not among the fields */
export function checkMapping(mapping: Mapping, names: readonly string[], place: string): void {
  const has = `It has the fields ${names.slice(0, 20).join(', ')}.`
  for (const [field, name] of Object.entries(mapping))
    if (!names.includes(name)) throw new Fault('input', `${place}: no field "${name}" for ${field}. ${has}`)
  if (mapping.text === undefined)
    throw new Fault('input', `${place}: no field holds the words. ${has} Say which with --map text=NAME.`)
}

async function bytesOf(source: RowSource, place: string): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes
  const bytes = await readFile(source.path).catch((cause) => {
    throw describeRefusal(source.path, cause)
  })
  if (bytes.length > MAX_TABLE)
    throw new Fault('input', `${place}: ${bytes.length} bytes, more than ${MAX_TABLE}. Give it as JSON Lines.`)
  return bytes
}

// One file that holds several documents in a format that must be read whole (a mail, a workbook) in, those documents-to-be out.
import { extname } from 'node:path'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { checkMapping } from './comma-separated.js'
import { parseMail } from './format/mail.js'
import { readWorkbook, type Sheet, sheetText } from './format/sheet.js'
import { completeMapping, type Mapping, readRow } from './mapping.js'
import { knownEnding } from './parse.js'
import { describePlace, type Found, type Place, placeOf, type Raw } from './raw.js'

/** The endings that are expanded. */
export const EXPANDED = ['.eml', '.xlsx'] as const

type Whole = Place & { id: string; ending: string; bytes: Uint8Array }

/** @throws Fault('input') when the file is not of its format */
export async function expand(file: Whole, told: Mapping): Promise<Found[]> {
  return file.ending === '.eml' ? expandMail(file) : expandWorkbook(file, told)
}

async function expandMail(file: Whole): Promise<Found[]> {
  const { body, attachments } = await parseMail(file.bytes, describePlace(file))
  const found: Found[] = body
    ? [{ raw: { ...placeOf(file), id: file.id, sha256: sha256(file.bytes), size: file.bytes.length, parsed: body } }]
    : []
  for (const { name, bytes } of attachments) {
    const place = { path: file.path, member: file.member === undefined ? name : `${file.member}/${name}` }
    const ending = knownEnding(extname(name))
    if (ending)
      found.push({
        raw: {
          ...place,
          id: `${file.id}/${withoutEnding(name)}`,
          sha256: sha256(bytes),
          size: bytes.length,
          ending,
          bytes,
        },
      })
    else found.push({ ...place, skipped: `${extname(name) || 'attachments without an ending'}: not read` })
  }
  return found
}

async function expandWorkbook(file: Whole, told: Mapping): Promise<Found[]> {
  const sheets = (await readWorkbook(file.bytes, describePlace(file))).filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new Fault('input', `${describePlace(file)}: a workbook without cells.`)
  return sheets.flatMap((sheet) => expandSheet(file, sheet, sheets.length > 1, told))
}

/** A sheet with a column of words is a table of documents; any other is one document that is a table. */
function expandSheet(file: Whole, sheet: Sheet, several: boolean, told: Mapping): Found[] {
  const place = several ? { path: file.path, member: join(file.member, sheet.name) } : placeOf(file)
  const id = several ? `${file.id}/${sheet.name}` : file.id
  const [names = [], ...rows] = sheet.rows
  const mapping = completeMapping(told, names)
  if (told.text !== undefined) checkMapping(mapping, names, describePlace(place))
  if (mapping.text === undefined) {
    const text = sheetText(sheet)
    return [{ raw: { ...place, id, sha256: sha256(text), size: file.bytes.length, parsed: { text } } }]
  }
  return rows.map((row, i): Found => {
    const at = { ...place, line: i + 2 }
    try {
      const { id: own, parsed } = readRow(
        Object.fromEntries(names.map((name, k) => [name, row[k]])),
        mapping,
        describePlace(at),
      )
      const raw: Raw = {
        ...at,
        id: own ?? `${id}:${i + 2}`,
        sha256: sha256(JSON.stringify(row)),
        size: Buffer.byteLength(row.join()),
        parsed,
      }
      return { raw }
    } catch (cause) {
      if (cause instanceof Fault) return { ...at, fault: cause }
      throw cause
    }
  })
}

const join = (outer: string | undefined, name: string): string => (outer === undefined ? name : `${outer}/${name}`)

const withoutEnding = (name: string): string => name.slice(0, name.length - extname(name).length)

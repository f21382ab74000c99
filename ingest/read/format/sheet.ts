// A workbook (.xlsx): bytes in, its sheets as rows of cells out. Formulas give the value they were saved with; nothing is computed.
import { Readable } from 'node:stream'
import { Fault } from '../../../schema/fault.js'
import { checkZip } from '../container/zip.js'

export interface Sheet {
  name: string
  /** Cells as text; an empty cell is ''. */
  rows: string[][]
}

/** @throws Fault('input') when the bytes are no workbook, or unfold beyond what a file may */
export async function readWorkbook(bytes: Uint8Array, place: string): Promise<Sheet[]> {
  const { default: readExcelFile } = await import('read-excel-file/node')
  try {
    // The library waits for ever for the end of a broken zip, and for a bomb it has no limit.
    await checkZip(bytes, place)
    const sheets = await readExcelFile(Readable.from([Buffer.from(bytes)]))
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toText)) }))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Fault('input', `${place}: no workbook that can be read (${why}). Save it again as .xlsx.`, { cause })
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

/** A sheet as lines of bar rows, under its name. */
export function sheetText({ name, rows }: Sheet): string {
  const lines = rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '｜').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`)
  return [name, ...lines].join('\n')
}

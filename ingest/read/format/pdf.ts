// A PDF: bytes in, its words in reading order out, lines of a paragraph joined. Scripts, forms and attachments in it are not opened.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { PDFPageProxy } from 'pdfjs-dist'
import { Fault } from '../../../schema/fault.js'
import { MAX_BYTES } from '../limit.js'
import type { Parsed } from './parsed.js'
import { joinPage, type Piece } from './pdf-lines.js'
import { foldRadicals } from './radicals.js'

/** A page with fewer characters than this, beside pages of text, is a picture of one. */
const SCANNED = 8
/** A paper longer than this is no document that a person reads through; in pages. */
const MAX_PAGES = 5000

/**
 * @throws Fault('input') for a broken or locked file, and for one whose pages are all pictures: those need OCR first
 */
export async function parsePdf(bytes: Uint8Array, place: string, ocr?: string): Promise<Parsed> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    // pdf.js takes the buffer for its own.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await loading.promise
    if (pdf.numPages > MAX_PAGES)
      throw new Fault('input', `${place}: ${pdf.numPages} pages, more than ${MAX_PAGES}. Split it.`)
    const pages: string[] = []
    const scanned: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const text = foldRadicals(joinPage(await piecesOf(page)))
      if (text.replace(/\s/g, '').length < SCANNED) scanned.push(number)
      pages.push(text)
      page.cleanup()
    }
    if (scanned.length === pages.length && ocr)
      return { text: await readScan(bytes, ocr, place), notes: [`read by ${ocr}`] }
    if (scanned.length === pages.length)
      throw new Fault(
        'input',
        `${place}: ${pages.length} pages without text, a scan. Run OCR on it first, or give --ocr COMMAND.`,
      )
    const { info } = (await pdf.getMetadata()) as { info: { Title?: unknown } }
    const title = typeof info.Title === 'string' ? info.Title.trim() : ''
    return {
      text: pages.filter((text) => text !== '').join('\n'),
      ...(title ? { title: { value: title, from: 'document properties', weight: 'hint' } } : {}),
      ...(scanned.length ? { notes: [`pages without text, which need OCR: ${scanned.join(', ')}`] } : {}),
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const { name, message } = cause as Error
    if (name === 'PasswordException')
      throw new Fault('input', `${place}: a PDF locked by a password. Save it without one.`, { cause })
    throw new Fault('input', `${place}: no PDF that can be read (${message}).`, { cause })
  } finally {
    await loading.destroy()
  }
}

/** How long a command may take over one scan, in milliseconds. */
const OCR_TIME = 600_000

/** Hands a scan to a command as the path of a file that only this user can read; its standard output are the words. */
async function readScan(bytes: Uint8Array, ocr: string, place: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wentu-ocr-'))
  const file = join(folder, 'scan.pdf')
  try {
    await writeFile(file, bytes, { mode: 0o600 })
    const [command = '', ...words] = ocr.split(/\s+/)
    // No shell stands between: nothing in a file's name is ever read as a command.
    const { stdout } = await promisify(execFile)(command, [...words, file], { timeout: OCR_TIME, maxBuffer: MAX_BYTES })
    return stdout
  } catch (cause) {
    throw new Fault('input', `${place}: the command for scans failed (${(cause as Error).message.split('\n')[0]}).`, {
      cause,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  const pieces: Piece[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
    pieces.push({ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height })
  }
  return pieces
}

// Word documents, old and new: bytes in, words out. Macros, fields and links are not followed.
import { Fault } from '../../../schema/fault.js'
import { checkZip } from '../container/zip.js'
import { parseMarkup } from './html.js'
import type { Parsed } from './parsed.js'

/** .docx. Comments and tracked deletions are not words of the document. @throws Fault('input') when it is not one */
export async function parseDocx(bytes: Uint8Array, place: string): Promise<Parsed> {
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    // Against a bomb the library has no limit.
    await checkZip(bytes, place)
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
    return parseMarkup(value, place, true)
  } catch (cause) {
    throw cause instanceof Fault ? cause : broken(place, '.docx', cause)
  }
}

/** The mark that Word puts after a cell of a table. */
const CELL_END = '\u0007'

/** .doc, and .wps of the kind that WPS Office writes in the same container. @throws Fault('input') when it is neither */
export async function parseDoc(bytes: Uint8Array, place: string): Promise<Parsed> {
  const { default: WordExtractor } = await import('word-extractor')
  try {
    const text = (await new WordExtractor().extract(Buffer.from(bytes))).getBody()
    if (!text.trim()) throw new Fault('input', `${place}: a Word document without words. It may hold pictures only.`)
    return { text: text.replace(/\r\n?/g, '\n').replaceAll(CELL_END, '\t') }
  } catch (cause) {
    throw cause instanceof Fault ? cause : broken(place, 'Word', cause)
  }
}

function broken(place: string, what: string, cause: unknown): Fault {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Fault(
    'input',
    `${place}: no ${what} document that can be read (${why}). Open it and save it again as .docx.`,
    {
      cause,
    },
  )
}

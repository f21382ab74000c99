// One .txt or .md file in, one Document out. Mark-up stays in the text: offsets count in what the author wrote.
import { readFile } from 'node:fs/promises'
import type { Document } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { decode } from './encoding.js'
import { readMetadata } from './metadata.js'
import { describeRefusal } from './walk.js'

/** Text beyond this is no document that a person wrote; in bytes. */
export const MAX_BYTES = 64 * 2 ** 20

/**
 * The document in a text file.
 * @param id the name it has in the graph
 * @throws Fault('input') when the file is missing, empty, binary, broken or larger than MAX_BYTES
 */
export async function readTextFile(path: string, id: string): Promise<Document> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    throw describeRefusal(path, cause)
  }
  if (bytes.length > MAX_BYTES)
    throw new Fault('input', `${path}: ${bytes.length} bytes, more than ${MAX_BYTES}. Split it, one document a file.`)
  const { text } = decode(bytes, path)
  if (!text.trim()) throw new Fault('input', `${path}: empty. Nothing to read in it.`)
  return { id, ...readMetadata(text, id), path, sha256: sha256(bytes), text }
}

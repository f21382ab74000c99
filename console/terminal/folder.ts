// Pieces of text, each with the name of its file, in; those files in a folder out.
import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'

/** Writes each piece to the end of its file; the folder is made if need be, and files that are there are written anew. */
export async function writeFolder(
  folder: string,
  pieces: AsyncIterable<{ file: string; text: string }>,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const streams = new Map<string, WriteStream>()
  for await (const { file, text } of pieces) {
    let stream = streams.get(file)
    if (!stream) {
      stream = createWriteStream(join(folder, file))
      streams.set(file, stream)
    }
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await Promise.all([...streams.values()].map((stream) => new Promise<void>((done) => stream.end(() => done()))))
}

// A tar, packed with gzip or not: members one at a time, read as a stream. Links and devices in it are not followed.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { Fault } from '../../../schema/fault.js'
import { type Budget, type ContainerSource, collect, type Member, whyNotName } from './member.js'

/** The members of a tar, in its order. @throws Fault('input') when it is no tar or a bomb */
export async function* openTar(
  source: ContainerSource,
  place: string,
  budget: Budget,
  packed: boolean,
): AsyncGenerator<Member> {
  const unpacked = extract()
  const input = openBytes(source)
  const stream = packed ? input.pipe(createGunzip()) : input
  for (const part of [input, stream]) part.on('error', (cause) => unpacked.destroy(cause))
  stream.pipe(unpacked)
  try {
    for await (const entry of unpacked) {
      const { name, type } = entry.header
      budget.member()
      const skipped = type === 'file' || type === 'contiguous-file' ? whyNotName(name) : `a ${type}, no file`
      if (skipped) {
        entry.resume()
        if (type !== 'directory') yield { name, skipped }
      } else yield { name, bytes: await collect(entry as unknown as Readable, `${place}/${name}`, budget) }
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Fault('input', `${place}: no ${packed ? 'tar.gz' : 'tar'} that can be read (${why}). Pack it again.`, {
      cause,
    })
  } finally {
    input.destroy()
    stream.destroy()
  }
}

/** One file packed by itself with gzip: its one member bears its name without `.gz`. @throws Fault('input') */
export async function* openGzip(source: ContainerSource, place: string, budget: Budget): AsyncGenerator<Member> {
  const input = openBytes(source)
  const stream = input.pipe(createGunzip())
  input.on('error', (cause) => stream.destroy(cause))
  try {
    const name = (place.split(/[/\\]/).at(-1) as string).replace(/\.gz$/i, '')
    yield { name, bytes: await collect(stream, place, budget) }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('input', `${place}: no gzip that can be read (${(cause as Error).message}). Pack it again.`, {
      cause,
    })
  } finally {
    input.destroy()
    stream.destroy()
  }
}

/** The bytes of a container as a stream. */
export function openBytes(source: ContainerSource): Readable {
  return 'path' in source ? createReadStream(source.path) : Readable.from([Buffer.from(source.bytes)])
}

// A zip out of which members come one at a time. Names in GB18030, as Windows in Chinese writes them, are read as such.
import * as yauzl from 'yauzl'
import { Fault } from '../../../schema/fault.js'
import { tryDecode } from '../encoding.js'
import { Budget, type ContainerSource, collect, type Member, whyNotName } from './member.js'

/** The members of a zip, in the order of its directory. @throws Fault('input') when it is no zip or a bomb */
export async function* openZip(source: ContainerSource, place: string, budget: Budget): AsyncGenerator<Member> {
  const zip = await openDirectory(source, place)
  try {
    for await (const entry of zip.eachEntry()) {
      budget.member()
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      const skipped = whyNotName(name)
      if (skipped) yield { name, skipped }
      else if (entry.isEncrypted())
        yield { name, fault: new Fault('input', `${place}/${name}: locked by a password. Unlock it first.`) }
      else yield await readEntry(zip, entry, name, `${place}/${name}`, budget)
    }
  } catch (cause) {
    throw cause instanceof Fault ? cause : broken(place, cause)
  } finally {
    zip.close()
  }
}

/** One member of a zip in memory, by its name; undefined when it has none such. */
export async function readMember(bytes: Uint8Array, wanted: string, place: string): Promise<Uint8Array | undefined> {
  const budget = new Budget(place, bytes.length)
  for await (const member of openZip({ bytes }, place, budget))
    if (member.name === wanted) {
      if ('fault' in member) throw member.fault
      if ('bytes' in member) return member.bytes
    }
  return undefined
}

/**
 * Unfolds a zip in memory to its end and keeps nothing: for formats whose library takes the whole of it.
 * @throws Fault('input') when it is a bomb, and what the zip's reader throws when it is broken
 */
export async function checkZip(bytes: Uint8Array, place: string): Promise<void> {
  const budget = new Budget(place, bytes.length)
  try {
    for await (const member of openZip({ bytes }, place, budget)) if ('fault' in member) throw member.fault
  } catch (cause) {
    throw budget.spent ? cause : ((cause as Error).cause ?? cause)
  }
}

async function openDirectory(source: ContainerSource, place: string): Promise<yauzl.ZipFile> {
  try {
    return 'path' in source
      ? await yauzl.openPromise(source.path, { autoClose: false })
      : await yauzl.fromBufferPromise(Buffer.from(source.bytes))
  } catch (cause) {
    throw broken(place, cause)
  }
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  place: string,
  budget: Budget,
): Promise<Member> {
  try {
    return { name, bytes: await collect(await zip.openReadStreamPromise(entry), place, budget) }
  } catch (cause) {
    if (budget.spent) throw cause
    return { name, fault: cause instanceof Fault ? cause : broken(place, cause) }
  }
}

/** Bit 11 of the general purpose flag: the name is UTF-8. */
const UTF8_NAME = 0x800

function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw
  const plain =
    (entry.generalPurposeBitFlag & UTF8_NAME) === 0 && !entry.extraFields.some(({ id }) => id === UNICODE_PATH)
  if (!plain || raw.every((byte) => byte < 0x80)) return entry.fileName
  // 通知 in GB18030 happens to be sound UTF-8 too, of signs that stand in no Chinese name.
  const read = (['utf-8', 'gb18030'] as const).map((encoding) => tryDecode(raw, encoding))
  return (read.find((name) => name !== undefined && /\p{Script=Han}/u.test(name)) ?? entry.fileName).replaceAll(
    '\\',
    '/',
  )
}

/** The Info-ZIP field that gives a name in Unicode. */
const UNICODE_PATH = 0x7075

function broken(place: string, cause: unknown): Fault {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Fault('input', `${place}: no zip that can be read (${why}). Pack it again.`, { cause })
}

// What every container gives: its members one after the other, and what may not be taken out of it. Nothing is ever unpacked to disk.
import type { Readable } from 'node:stream'
import { Fault } from '../../../schema/fault.js'
import { MAX_BYTES } from '../limit.js'

/** One file in a container; `name` is its path in there, with `/`. */
export type Member =
  | { name: string; bytes: Uint8Array; url?: string; date?: string }
  | { name: string; skipped: string }
  | { name: string; fault: Fault }

/** A container is opened from the disk by its path, or, when it lies in another, from its bytes. */
export type ContainerSource = { path: string } | { bytes: Uint8Array }

/** All that one container may unfold to, whatever lies in it, in bytes. */
const MAX_UNPACKED = 16 * 2 ** 30
/** No text shrinks below this share of itself; only a bomb does. */
const MAX_RATIO = 200
/** Below this many bytes the ratio says nothing. */
const RATIO_FROM = 2 ** 20
const MAX_MEMBERS = 2_000_000

/** Counts what has come out of a file given to us, over all containers in it, and stops a bomb before it fills the memory. */
export class Budget {
  #bytes = 0
  #members = 0
  /** Whether the limit was reached: then nothing more is to be taken out. */
  spent = false

  constructor(
    readonly place: string,
    /** Size of the outermost container, in bytes. */
    readonly packed: number,
  ) {}

  /** @throws Fault('input') when the container unfolds to more than any container of documents does */
  member(): void {
    if (++this.#members <= MAX_MEMBERS) return
    this.spent = true
    throw new Fault('input', `${this.place}: more than ${MAX_MEMBERS} files in it; the rest is left out. Split it.`)
  }

  /** @throws Fault('input') as `member` */
  take(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes <= MAX_UNPACKED && (this.#bytes <= RATIO_FROM || this.#bytes <= this.packed * MAX_RATIO)) return
    this.spent = true
    throw new Fault(
      'input',
      `${this.place}: unfolds to more than ${this.#bytes} bytes from ${this.packed}, a decompression bomb; the rest is left out.`,
    )
  }
}

/** The whole of a stream. @throws Fault('input') beyond MAX_BYTES or the budget */
export async function collect(stream: Readable, place: string, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += (chunk as Uint8Array).length
    budget.take((chunk as Uint8Array).length)
    if (size > MAX_BYTES) {
      stream.destroy()
      throw new Fault('input', `${place}: more than ${MAX_BYTES} bytes unpacked. Split it, one document a file.`)
    }
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}

/** Why a member's name is not to be trusted, or undefined. Nothing is written under it, but ids are made of it. */
export function whyNotName(name: string): string | undefined {
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'an absolute path in a container'
  if (name.split(/[/\\]/).includes('..')) return 'a path that leaves its container'
  if (name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) return 'hidden'
  return undefined
}

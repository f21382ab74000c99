// PackStream read. In: bytes, which anybody may have sent. Out: the value, or MalformedBytes and nothing else.

import { Float, MalformedBytes, type PackValue, Structure } from './packstream.js'

/** How deep lists, maps and structures may lie in one another; deeper is taken for an attack, not for data. */
const DEEPEST = 200

/**
 * The one value in `bytes`. Integers come as numbers where they are safe and as bigints beyond; floats always as `Float`.
 * Throws MalformedBytes when the bytes are cut, left over, nested too deep or no PackStream at all.
 */
export function unpack(bytes: Buffer): PackValue {
  const reader = new Unpacker(bytes)
  const value = reader.value(0)
  if (reader.at !== bytes.length) throw new MalformedBytes(`${bytes.length - reader.at} bytes after the value`)
  return value
}

class Unpacker {
  at = 0
  constructor(readonly bytes: Buffer) {}

  #take(count: number): number {
    const at = this.at
    if (at + count > this.bytes.length) throw new MalformedBytes(`value cut short at byte ${this.bytes.length}`)
    this.at = at + count
    return at
  }

  #size(width: 0 | 1 | 2): number {
    if (width === 0) return this.bytes.readUInt8(this.#take(1))
    return width === 1 ? this.bytes.readUInt16BE(this.#take(2)) : this.bytes.readUInt32BE(this.#take(4))
  }

  value(depth: number): PackValue {
    if (depth > DEEPEST) throw new MalformedBytes(`nested deeper than ${DEEPEST}`)
    const marker = this.bytes.readUInt8(this.#take(1))
    if (marker < 0x80) return marker
    if (marker >= 0xf0) return marker - 0x100
    if (marker < 0x90) return this.#string(marker - 0x80)
    if (marker < 0xa0) return this.#list(marker - 0x90, depth)
    if (marker < 0xb0) return this.#map(marker - 0xa0, depth)
    if (marker < 0xc0) return this.#structure(marker - 0xb0, depth)
    if (marker === 0xc0) return null
    if (marker === 0xc1) return new Float(this.bytes.readDoubleBE(this.#take(8)))
    if (marker === 0xc2 || marker === 0xc3) return marker === 0xc3
    if (marker === 0xc8) return this.bytes.readInt8(this.#take(1))
    if (marker === 0xc9) return this.bytes.readInt16BE(this.#take(2))
    if (marker === 0xca) return this.bytes.readInt32BE(this.#take(4))
    if (marker === 0xcb) {
      const wide = this.bytes.readBigInt64BE(this.#take(8))
      return wide >= Number.MIN_SAFE_INTEGER && wide <= Number.MAX_SAFE_INTEGER ? Number(wide) : wide
    }
    const width = (marker & 0b11) as 0 | 1 | 2 | 3
    if (width !== 3) {
      if (marker >= 0xcc && marker <= 0xce) return this.#bytes(this.#size(width))
      if (marker >= 0xd0 && marker <= 0xd2) return this.#string(this.#size(width))
      if (marker >= 0xd4 && marker <= 0xd6) return this.#list(this.#size(width), depth)
      if (marker >= 0xd8 && marker <= 0xda) return this.#map(this.#size(width), depth)
    }
    throw new MalformedBytes(`unknown marker 0x${marker.toString(16)}`)
  }

  #string(size: number): string {
    const from = this.#take(size)
    return this.bytes.toString('utf8', from, from + size)
  }

  #bytes(size: number): Uint8Array {
    const from = this.#take(size)
    return new Uint8Array(this.bytes.subarray(from, from + size))
  }

  #list(size: number, depth: number): PackValue[] {
    const list: PackValue[] = []
    for (let left = size; left > 0; left--) list.push(this.value(depth + 1))
    return list
  }

  #map(size: number, depth: number): { [key: string]: PackValue } {
    const map: { [key: string]: PackValue } = {}
    for (let left = size; left > 0; left--) {
      const key = this.value(DEEPEST)
      if (typeof key !== 'string') throw new MalformedBytes('a map key is no string')
      const value = this.value(depth + 1)
      // Plain assignment to __proto__ would set the prototype instead of a key.
      if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, writable: true })
      else map[key] = value
    }
    return map
  }

  #structure(size: number, depth: number): Structure {
    const tag = this.bytes.readUInt8(this.#take(1))
    return new Structure(tag, this.#list(size, depth))
  }
}

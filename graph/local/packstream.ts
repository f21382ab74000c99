// PackStream, the value encoding of Bolt. In: bytes or values. Out: values or bytes.
// Knows nothing of messages, chunks, graphs or engines: a structure is a tag and its fields.

/** A number that is a float in Bolt even when it is whole: JavaScript alone cannot tell 1 from 1.0. */
export class Float {
  constructor(readonly value: number) {}
}

/** Any PackStream structure; `TAG` lists the tags that Bolt 5 gives to values. */
export class Structure {
  constructor(
    readonly tag: number,
    readonly fields: PackValue[],
  ) {}
}

export type PackValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | Structure
  | Uint8Array
  | PackValue[]
  | { [key: string]: PackValue }

/** Value structures of Bolt 5 (dates with zones count in UTC seconds). */
export const TAG = {
  node: 0x4e,
  relationship: 0x52,
  unboundRelationship: 0x72,
  path: 0x50,
  date: 0x44,
  time: 0x54,
  localTime: 0x74,
  dateTime: 0x49,
  dateTimeZoneId: 0x69,
  localDateTime: 0x64,
  duration: 0x45,
  point2d: 0x58,
  point3d: 0x59,
} as const

/** Bytes that are no PackStream value. */
export class MalformedBytes extends Error {}

/** How deep lists, maps and structures may lie in one another; deeper is taken for an attack, not for data. */
const DEEPEST = 200

/** Writes values into a buffer that grows; the buffer is reused after `take`. */
export class Packer {
  #bytes = Buffer.allocUnsafe(4096)
  length = 0

  /** Makes room and gives its place. To be called before `#bytes` is looked at: it may be another buffer afterwards. */
  #room(count: number): number {
    const at = this.length
    if (at + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, at + count))
      this.#bytes.copy(larger, 0, 0, at)
      this.#bytes = larger
    }
    this.length = at + count
    return at
  }

  /** The bytes written so far, as a copy; the packer starts again empty. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.length))
    this.length = 0
    return taken
  }

  /** A view of bytes already written, valid until the next write. */
  written(from: number): Buffer {
    return this.#bytes.subarray(from, this.length)
  }

  uint8(value: number): void {
    const at = this.#room(1)
    this.#bytes.writeUInt8(value, at)
  }

  uint16(value: number): void {
    const at = this.#room(2)
    this.#bytes.writeUInt16BE(value, at)
  }

  /** Writes over two bytes that were left free at `at`. */
  patch16(at: number, value: number): void {
    this.#bytes.writeUInt16BE(value, at)
  }

  raw(bytes: Uint8Array): void {
    const at = this.#room(bytes.length)
    this.#bytes.set(bytes, at)
  }

  nothing(): void {
    this.uint8(0xc0)
  }

  boolean(value: boolean): void {
    this.uint8(value ? 0xc3 : 0xc2)
  }

  float(value: number): void {
    const at = this.#room(9)
    this.#bytes[at] = 0xc1
    this.#bytes.writeDoubleBE(value, at + 1)
  }

  /** A 64-bit integer. Throws RangeError outside of it. */
  integer(value: number | bigint): void {
    if (value >= -16 && value <= 127) {
      const at = this.#room(1)
      this.#bytes.writeInt8(Number(value), at)
    } else if (value >= -128 && value <= 127) {
      this.uint8(0xc8)
      const at = this.#room(1)
      this.#bytes.writeInt8(Number(value), at)
    } else if (value >= -32768 && value <= 32767) {
      this.uint8(0xc9)
      const at = this.#room(2)
      this.#bytes.writeInt16BE(Number(value), at)
    } else if (value >= -2147483648 && value <= 2147483647) {
      this.uint8(0xca)
      const at = this.#room(4)
      this.#bytes.writeInt32BE(Number(value), at)
    } else {
      const at = this.#room(9)
      this.#bytes[at] = 0xcb
      this.#bytes.writeBigInt64BE(BigInt(value), at + 1)
    }
  }

  string(value: string): void {
    const size = Buffer.byteLength(value)
    this.#size(size, 0x80, 0xd0)
    const at = this.#room(size)
    this.#bytes.write(value, at, size, 'utf8')
  }

  bytes(value: Uint8Array): void {
    this.#size(value.length, null, 0xcc)
    this.raw(value)
  }

  listHeader(size: number): void {
    this.#size(size, 0x90, 0xd4)
  }

  mapHeader(size: number): void {
    this.#size(size, 0xa0, 0xd8)
  }

  structureHeader(tag: number, size: number): void {
    this.uint8(0xb0 + size)
    this.uint8(tag)
  }

  #size(size: number, tiny: number | null, marker: number): void {
    if (tiny !== null && size < 16) this.uint8(tiny + size)
    else if (size < 256) {
      this.uint8(marker)
      this.uint8(size)
    } else if (size < 65536) {
      this.uint8(marker + 1)
      this.uint16(size)
    } else {
      this.uint8(marker + 2)
      const at = this.#room(4)
      this.#bytes.writeUInt32BE(size, at)
    }
  }

  /** Any value: whole numbers as integers, others as floats; `Float` is always a float. */
  value(value: PackValue | undefined): void {
    if (value === null || value === undefined) this.nothing()
    else if (typeof value === 'string') this.string(value)
    else if (typeof value === 'boolean') this.boolean(value)
    else if (typeof value === 'bigint') this.integer(value)
    else if (typeof value === 'number') Number.isSafeInteger(value) ? this.integer(value) : this.float(value)
    else if (value instanceof Float) this.float(value.value)
    else if (value instanceof Uint8Array) this.bytes(value)
    else if (Array.isArray(value)) {
      this.listHeader(value.length)
      for (const item of value) this.value(item)
    } else if (value instanceof Structure) {
      this.structureHeader(value.tag, value.fields.length)
      for (const field of value.fields) this.value(field)
    } else {
      const keys = Object.keys(value)
      this.mapHeader(keys.length)
      for (const key of keys) {
        this.string(key)
        this.value(value[key])
      }
    }
  }
}

/** The bytes of one value. */
export function pack(value: PackValue): Buffer {
  const packer = new Packer()
  packer.value(value)
  return packer.take()
}

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

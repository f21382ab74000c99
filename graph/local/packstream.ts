// PackStream, the value encoding of Bolt. In: values. Out: bytes (unpack.ts goes the other way).
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

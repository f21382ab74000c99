import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Float, MalformedBytes, type PackValue, pack, Structure, TAG } from '../../../graph/local/packstream.js'
import { unpack } from '../../../graph/local/unpack.js'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('the bytes of the specification', () => {
  const rows: [PackValue, string][] = [
    [null, 'c0'],
    [true, 'c3'],
    [false, 'c2'],
    [0, '00'],
    [-16, 'f0'],
    [-17, 'c8 ef'],
    [127, '7f'],
    [128, 'c9 00 80'],
    [-32769, 'ca ff ff 7f ff'],
    [2147483648, 'cb 00 00 00 00 80 00 00 00'],
    [9223372036854775807n, 'cb 7f ff ff ff ff ff ff ff'],
    [-9223372036854775808n, 'cb 80 00 00 00 00 00 00 00'],
    [new Float(1), 'c1 3f f0 00 00 00 00 00 00'],
    ['', '80'],
    ['文', '83 e6 96 87'],
    [Uint8Array.of(1, 2), 'cc 02 01 02'],
    [[1, [2]], '92 01 91 02'],
    [{ a: 1 }, 'a1 81 61 01'],
    [new Structure(TAG.date, [19677]), 'b1 44 c9 4c dd'],
    [
      new Structure(TAG.point2d, [4326, new Float(0), new Float(-0)]),
      'b3 58 c9 10 e6 c1 0000000000000000 c1 8000000000000000',
    ],
  ]
  it.each(rows)('%# %s', (value, bytes) => {
    expect(pack(value).toString('hex')).toBe(hex(bytes).toString('hex'))
    expect(unpack(hex(bytes))).toEqual(value)
  })
})

const anyValue = fc.letrec<{ value: PackValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.bigInt(2n ** 53n, 2n ** 63n - 1n),
    fc.double().map((value) => new Float(value)),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 20 }),
    fc
      .tuple(fc.constantFrom(...Object.values(TAG)), fc.array(tie('value'), { maxLength: 8 }))
      .map(([tag, fields]) => new Structure(tag, fields)),
  ),
})).value

describe('any value', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(unpack(pack(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  it.each([15, 16, 255, 256, 65535, 65536, 100000])('of size %i keeps its size', (size) => {
    const map = Object.fromEntries(Array.from({ length: size }, (_, at) => [`k${at}`, at]))
    for (const value of ['x'.repeat(size), new Uint8Array(size), new Array(size).fill(7), map]) {
      expect(unpack(pack(value))).toEqual(value)
    }
  })

  it('cut short is malformed, never another value', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), (value, at) => {
        const bytes = pack(value)
        expect(() => unpack(bytes.subarray(0, at % bytes.length))).toThrow(MalformedBytes)
      }),
      { numRuns: 500 },
    )
  })

  it('made of random bytes is read or malformed, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        try {
          unpack(Buffer.from(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedBytes)
        }
      }),
      { numRuns: 5000 },
    )
  })
})

describe('hostile bytes', () => {
  it('that nest for ever are refused, not followed', () => {
    expect(() => unpack(Buffer.alloc(1_000_000, 0x91))).toThrow(MalformedBytes)
  })
  it('that promise four billion items do not take the memory for them', () => {
    expect(() => unpack(hex('d6 ff ff ff ff'))).toThrow(MalformedBytes)
  })
  it('that name __proto__ give a key and change no prototype', () => {
    const map = unpack(pack(JSON.parse('{"__proto__": {"x": 1}}'))) as object
    expect(Object.keys(map)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype)
  })
})

// Every encoding that officials save in, and every way in which bytes can be no text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, type Encoding } from '../../ingest/read/encoding.js'

const words = '全省安全生产电视电话会议昨日召开。\n会议通报了“3·14”坍塌事故，要求举一反三。\n'

// 全 is C8 AB in GB18030, 省 CA A1: no encoder for it comes with Node, so the bytes stand here as a fixture.
const gb = Buffer.from('c8abcaa1b0b2c8abc9facdfab5e7caf3b5e7bbb0bbe1d2e9a1a3', 'hex')

const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return swap ? bytes.swap16() : bytes
}

const readable: [string, Uint8Array, Encoding, string][] = [
  ['UTF-8', Buffer.from(words), 'utf-8', words],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`), 'utf-8', words],
  ['UTF-16 LE with a mark', utf16(`\ufeff${words}`, false), 'utf-16le', words],
  ['UTF-16 BE with a mark', utf16(`\ufeff${words}`, true), 'utf-16be', words],
  ['UTF-16 LE without a mark', utf16(words, false), 'utf-16le', words],
  ['UTF-16 BE without a mark', utf16(words, true), 'utf-16be', words],
  ['GB18030', gb, 'gb18030', new TextDecoder('gbk').decode(gb)],
  [
    'GB18030 beside ASCII',
    Buffer.concat([Buffer.from('<p>'), gb, Buffer.from('</p>\r\n')]),
    'gb18030',
    `<p>${new TextDecoder('gbk').decode(gb)}</p>\r\n`,
  ],
  ['ASCII', Buffer.from('2021-05-06\n'), 'utf-8', '2021-05-06\n'],
  [
    'one stray control character in a page',
    Buffer.from(`${words.repeat(4)}\u0003`),
    'utf-8',
    `${words.repeat(4)}\u0003`,
  ],
]

describe('what can be read', () => {
  test.each(readable)('%s', (_, bytes, encoding, text) => {
    expect(decode(bytes, 'a.txt')).toEqual({ text, encoding })
  })

  test('any text of Han and ASCII survives UTF-8 and marked UTF-16', () => {
    const letters = fc.constantFrom(...'安全生产事故会议abc 0189\n，。“”·〔〕')
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), (chars) => {
        const text = chars.join('')
        expect(decode(Buffer.from(text), 'a').text).toBe(text)
        expect(decode(utf16(`\ufeff${text}`, false), 'a').text).toBe(text)
        expect(decode(utf16(`\ufeff${text}`, true), 'a').text).toBe(text)
      }),
    )
  })
})

const utf8 = Buffer.from(words)
const broken: [string, Uint8Array, RegExp][] = [
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
    /^x\.txt: binary data/,
  ],
  ['zeros', Buffer.alloc(300), /binary data/],
  ['control characters', Buffer.from(Array.from({ length: 100 }, (_, i) => i % 8)), /binary data/],
  [
    'one bad byte in UTF-8',
    Buffer.concat([utf8, Buffer.from([0xff]), utf8]),
    new RegExp(`broken UTF-8 at byte ${utf8.length} \\(0xff\\)`),
  ],
  ['UTF-8 cut inside its last character', utf8.subarray(0, utf8.length - 2), /broken UTF-8 at byte \d+/],
  ['UTF-16 cut inside a character', utf16(`\ufeff${words}`, false).subarray(0, 21), /broken UTF-16LE at byte \d+/],
  [
    'GB18030 with a byte it does not allow',
    Buffer.concat([gb, Buffer.from([0xff]), gb]),
    new RegExp(`broken GB18030 at byte ${gb.length} `),
  ],
]

describe('what cannot be read says what, where and what to do', () => {
  test.each(broken)('%s', (_, bytes, message) => {
    expect(() => decode(bytes, 'x.txt')).toThrow(message)
    expect(() => decode(bytes, 'x.txt')).toThrow(/(Save the file again|Give it in)/)
  })
})

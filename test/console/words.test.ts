// Every string in both languages, and none outside words.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../console/web/examples.js'
import { letterOf } from '../../console/web/look/palette.js'
import { captionOf, say, WORDS, type Word } from '../../console/web/words.js'
import { ENTITY_TYPES, RELATION_TYPES } from '../../schema/model.js'

const WEB = fileURLToPath(new URL('../../console/web/', import.meta.url))
const HAN = /\p{Script=Han}/u
const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(WEB, name), 'utf8') }))
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

describe('words', () => {
  test('every word is there in both languages, with the same values', () => {
    const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
    expect(Object.keys(WORDS).length).toBeGreaterThan(60)
    for (const [word, { zh, en }] of Object.entries(WORDS)) {
      expect(zh.trim(), word).not.toBe('')
      expect(en.trim(), word).not.toBe('')
      expect(holes(en), word).toEqual(holes(zh))
    }
  })

  test('Chinese is Chinese and English is English, but for the switch between them', () => {
    for (const [word, { zh, en }] of Object.entries(WORDS)) {
      if (word === 'lang.switch' || word === 'lang.other' || word === 'view.json') continue
      expect(zh, word).toMatch(HAN)
      expect(en, word).not.toMatch(HAN)
    }
  })

  test('values are put in, numbers grouped', () => {
    expect(say('zh', 'result.truncated', { n: 1000 })).toContain('前 1,000 行')
    expect(say('en', 'search.none', { text: '<b>' })).toBe('Nothing found for “<b>”')
  })

  test('every word is used, and every word used is there', () => {
    const all = sources
      .filter(({ name }) => !/^words\b/.test(name))
      .map(({ text }) => text)
      .join('\n')
    const used = new Set([...all.matchAll(/['"`]([a-z]+\.[a-zA-Z]+)['"`]/g)].map((match) => match[1]))
    // Made from parts: the tabs by view, the troubles by kind, the layouts by name.
    const made = /^(view|error|layout|doubt|kind|complete)\./
    const unused = Object.keys(WORDS).filter((word) => !used.has(word) && !made.test(word))
    expect(unused).toEqual([])
    for (const match of all.matchAll(/\bt\(\s*'([^']+)'/g)) expect(Object.keys(WORDS)).toContain(match[1])
  })

  test('every trouble of the server has its words', () => {
    for (const kind of ['usage', 'input', 'query', 'store', 'denied', 'refused', 'broken', 'offline', 'stopped'])
      expect(Object.hasOwn(WORDS, `error.${kind}` satisfies string as Word), kind).toBe(true)
  })
})

describe('no string stands outside', () => {
  const parts = sources.filter(({ name }) => name.endsWith('.tsx'))

  test('there are parts to look at', () => expect(parts.length).toBeGreaterThan(12))

  test.each(parts)('$name holds no Chinese', ({ text }) => {
    expect(withoutComments(text)).not.toMatch(HAN)
  })

  test.each(parts)('$name shows no English of its own', ({ text }) => {
    const code = withoutComments(text)
    // Text between tags that begins a word, and texts in attributes that are read or heard.
    const between = [...code.matchAll(/<\/?[a-zA-Z][^<>{}=]*>\s*([A-Za-z][A-Za-z ,.'-]+)\s*</g)].map((match) =>
      match[1]?.trim(),
    )
    const attributes = [...code.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map((match) => match[1])
    // Names of file formats are the same in both languages.
    expect([...between, ...attributes].filter((word) => !['PNG', 'CSV', 'JSON'].includes(word ?? ''))).toEqual([])
  })
})

describe('captions', () => {
  test('every type of the model has a caption and its own letters in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      expect(new Set(ENTITY_TYPES.map((type) => letterOf(type, lang))).size).toBe(ENTITY_TYPES.length)
      expect(new Set(RELATION_TYPES.map((type) => captionOf(lang, type))).size).toBe(RELATION_TYPES.length)
    }
  })

  test('a type that the model does not know keeps its name', () => {
    for (const type of ['Foo', 'constructor', '__proto__', '']) expect(captionOf('zh', type)).toBe(type)
  })

  test('every example is asked in both languages', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(5)
    for (const { zh, en } of EXAMPLES) {
      expect(zh).toMatch(HAN)
      expect(en).not.toMatch(HAN)
    }
  })
})

// In: ingest/lexicon/*.txt as text. Out: whether a hand that edited them broke their form. Knows nothing of the loader.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Found from the project, because the tests run from .build as well as from the source.
const folder = join(process.cwd(), 'ingest', 'lexicon')
const LINES = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8').split('\n')
const rows = (name: string) =>
  LINES(name)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
const column = (name: string, at: number) => rows(name).map((row) => row[at] ?? '')

// file, fields in a line, least number of lines
const FILES: [string, number, number][] = [
  ['province', 5, 35],
  ['prefecture', 4, 333],
  ['county', 6, 2800],
  ['place-old', 3, 300],
  ['country', 3, 400],
  ['body', 2, 350],
  ['local-body', 3, 150],
  ['role', 4, 250],
  ['surname', 2, 500],
  ['given', 2, 1400],
  ['translit', 2, 300],
  ['minority', 2, 300],
  ['accident', 2, 150],
  ['severity', 2, 10],
  ['meeting', 3, 80],
  ['directive', 2, 120],
  ['campaign', 2, 100],
  ['group', 2, 50],
  ['verb', 1, 300],
  ['common-word', 1, 2500],
]

describe.each(FILES)('%s.txt', (name, fields, least) => {
  it('opens with a header that tells its source', () => {
    expect(LINES(name)[0]).toMatch(/^# /)
    expect(LINES(name).filter((line) => line.startsWith('# Source:'))).toHaveLength(1)
  })
  it(`has ${fields} fields in every line and at least ${least} lines`, () => {
    expect(rows(name).filter((row) => row.length !== fields || row[0] === '')).toEqual([])
    expect(rows(name).length).toBeGreaterThanOrEqual(least)
  })
  it('has no space, no Latin comma out of place and no line twice', () => {
    const lines = rows(name).map((row) => row.join('\t'))
    expect(lines.filter((line) => /[ \u3000\r]|,,|,$|\t,|、|，/.test(line))).toEqual([])
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([])
  })
})

describe('the lists together', () => {
  it('has 34 provinces and the corps', () => {
    expect(column('province', 0)).toHaveLength(35)
    expect(new Set(column('province', 3)).size).toBe(34)
  })
  it.each([
    ['prefecture', 2],
    ['county', 3],
    ['place-old', 2],
  ] as const)('names a province that exists in %s.txt', (name, at) => {
    const provinces = new Set(column('province', 0))
    expect(rows(name).filter((row) => !provinces.has(row[at] ?? ''))).toEqual([])
  })
  it('puts every county under a prefecture or a province that exists', () => {
    const over = new Set([...column('prefecture', 0), ...column('province', 0)])
    expect(rows('county').filter((row) => !over.has(row[2] ?? ''))).toEqual([])
  })
  it('tells a present name for every old one', () => {
    const now = new Set([...column('prefecture', 0), ...column('county', 0)])
    expect(rows('place-old').filter((row) => !now.has(row[1] ?? ''))).toEqual([])
  })
  it.each(['surname', 'given', 'translit', 'role', 'body', 'verb'])('has no word twice in %s.txt', (name) => {
    const words = column(name, 0)
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })
  it('begins every common word with a surname', () => {
    const surnames = new Set(column('surname', 0))
    expect(column('common-word', 0).filter((word) => !surnames.has([...word][0] ?? ''))).toEqual([])
  })
  it('has no form of a central body twice', () => {
    const forms = rows('body').flatMap((row) => [row[0] ?? '', ...(row[1] ?? '').split(',').filter(Boolean)])
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([])
  })
})

// One text in many typographies says the same: what is found must not depend on width, script, quotes, indents or wrapped lines.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { words } from '../../ingest/lexicon.js'
import { projectRoot } from '../material.js'

const folder = join(projectRoot(), 'ingest/samples')
const samples = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => ({ id: f, text: readFileSync(join(folder, f), 'utf8') }))

const traditional = new Map(words('traditional').map((row) => [row.fields[0] as string, row.word]))
const simplified = new Map(words('traditional').map((row) => [row.word, row.fields[0] as string]))

const wrap = (width: number) => (text: string) =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n')
const withPages = (text: string) =>
  text
    .split('\n')
    .flatMap((line, i) => (i % 18 === 17 ? [line, '', `— ${i} —`, ''] : [line]))
    .join('\n')

/** Changes that must change nothing. */
const SAME: Record<string, (text: string) => string> = {
  'traditional characters': (t) => [...t].map((c) => traditional.get(c) ?? c).join(''),
  'full-width figures and letters': (t) =>
    t.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'straight quotes': (t) => t.replace(/[“”]/g, '"'),
  'Windows line ends': (t) => t.replace(/\n/g, '\r\n'),
  'blank lines': (t) => t.replace(/\n/g, '\n\n'),
  indents: (t) =>
    t
      .split('\n')
      .map((l) => `　　${l}`)
      .join('\n'),
  'bold marks': (t) => t.replace(/[\u4e00-\u9fff]{6}/gu, (m) => `${m.slice(0, 3)}**${m.slice(3)}**`),
}

/** Changes that may cost a little. */
const NEARLY: Record<string, (text: string) => string> = {
  'ASCII marks': (t) =>
    t
      .replace(/，/g, ',')
      .replace(/；/g, ';')
      .replace(/：/g, ':')
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/。/g, '.'),
  'lines of 36 characters': wrap(36),
  'lines of 30 characters and page numbers': (t) => withPages(wrap(30)(t)),
}

const fold = (s: string) =>
  [...s.normalize('NFKC').replace(/[\s"'“”()（）]/g, '')].map((c) => simplified.get(c) ?? c).join('')

function factsOf(id: string, text: string): Set<string> {
  const { entities, relations } = extract({ id, title: '', date: '2024-11-20', sha256: '0'.repeat(64), text })
  const names = new Map(entities.map((e) => [e.id, fold(e.name)]))
  return new Set(relations.map((r) => `${r.type} ${names.get(r.from)} ${names.get(r.to)}`))
}

const plain = samples.map(({ id, text }) => factsOf(id, text))

describe('hard text', () => {
  it('begins with facts to keep', () => expect(plain.reduce((n, s) => n + s.size, 0)).toBeGreaterThan(60))
  it.each(Object.entries(SAME))('%s change nothing', (_name, change) => {
    for (const [i, { id, text }] of samples.entries()) expect(factsOf(id, change(text)), id).toEqual(plain[i])
  })
  it.each(Object.entries(NEARLY))('%s cost few facts', (_name, change) => {
    let kept = 0
    let all = 0
    samples.forEach(({ id, text }, i) => {
      const found = factsOf(id, change(text))
      for (const fact of plain[i] as Set<string>) if (found.has(fact)) kept++
      all += (plain[i] as Set<string>).size
    })
    expect(kept / all).toBeGreaterThan(0.9)
  })
})

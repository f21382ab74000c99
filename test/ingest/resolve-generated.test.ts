// Identity over all provinces × bodies × ranks, generated: no false merge among tens of thousands of look-alikes, and what is one joins.
import { describe, expect, test } from 'vitest'
import { words } from '../../ingest/lexicon.js'
import { blockOf, judge } from '../../ingest/resolve/judge.js'
import type { EntityType } from '../../schema/model.js'
import { bodies, mainland, type Named, offices } from './resolve-names.js'

interface Tally {
  pairs: number
  wrong: string[]
}

/** Judges one name of each pair of things, a name further on each time, so that every way to write one meets every other. */
function judgeApart(type: EntityType, things: readonly Named[], meet: (a: Named, b: Named) => boolean): Tally {
  const tally: Tally = { pairs: 0, wrong: [] }
  let turn = 0
  for (const [i, a] of things.entries())
    for (let k = i + 1; k < things.length; k++) {
      const b = things[k] as Named
      if (!meet(a, b)) continue
      turn++
      const [x, y] = [a.names[turn % a.names.length] as string, b.names[(turn >> 2) % b.names.length] as string]
      tally.pairs++
      if (judge({ type, name: x }, { type, name: y }).verdict === 'same') tally.wrong.push(`${x} = ${y}`)
    }
  return tally
}

/** Judges all pairs of names of each thing. */
function judgeTogether(type: EntityType, things: readonly Named[]): Tally & { split: string[] } {
  const tally = { pairs: 0, wrong: [] as string[], split: [] as string[] }
  for (const { names } of things)
    for (const [i, x] of names.entries())
      for (const y of names.slice(i + 1)) {
        if (x === y) continue
        tally.pairs++
        if (judge({ type, name: x }, { type, name: y }).verdict !== 'same') tally.wrong.push(`${x} / ${y}`)
        if (blockOf({ type, name: x }) !== blockOf({ type, name: y })) tally.split.push(`${x} / ${y}`)
      }
  return tally
}

const all = { Organization: bodies(), Post: offices() }

describe.each(Object.entries(all))('%s over all provinces', (type, things) => {
  test('of one province, no two are one', () => {
    const { pairs, wrong } = judgeApart(type as EntityType, things, (a, b) => a.group === b.group)
    expect(wrong).toEqual([])
    expect(pairs).toBeGreaterThan(10_000)
  })

  test('of one kind, no two provinces are one', () => {
    const kind = (thing: Named) => thing.id.slice(thing.group.length)
    const { pairs, wrong } = judgeApart(
      type as EntityType,
      things,
      (a, b) => a.group !== b.group && kind(a) === kind(b),
    )
    expect(wrong).toEqual([])
    expect(pairs).toBeGreaterThan(10_000)
  })

  test('long and short forms of one join, and lie in one block', () => {
    const { pairs, wrong, split } = judgeTogether(type as EntityType, things)
    expect(pairs).toBeGreaterThan(4_000)
    expect(1 - wrong.length / pairs, wrong.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(split).toEqual([])
  })
})

describe('bodies at the centre', () => {
  const rows = words('body').map(({ word, fields }) => [word, ...(fields[0] ?? '').split(',').filter(Boolean)])
  const things = rows.map((names) => ({ id: names[0] as string, group: '', names }))

  test('no two rows of the list are one', () => {
    const { pairs, wrong } = judgeApart('Organization', things, () => true)
    expect(wrong).toEqual([])
    expect(pairs).toBeGreaterThan(100_000)
  })

  test('the forms of a row join', () => {
    const { wrong, split } = judgeTogether('Organization', things)
    expect([wrong, split]).toEqual([[], []])
  })
})

/** Divisions, each with its full name and its superiors before it. */
const cities = words('prefecture').map(({ word, fields }) => ({ name: word, province: fields[1] as string }))
const counties = words('county').map(({ word, fields }) => ({
  name: word,
  prefecture: fields[1] as string,
  province: fields[2] as string,
}))

describe('below the province', () => {
  test('no city’s body or office is that of its province or of another city', () => {
    const wrong: string[] = []
    for (const [i, { name, province }] of cities.entries()) {
      const next = cities[(i + 1) % cities.length] as { name: string }
      for (const form of ['政府', '委', '应急管理局', '安委会'])
        for (const other of [province, next.name])
          for (const y of [`${other}${form}`, `${other}人民政府`, `${other}安全生产委员会办公室`])
            if (
              `${name}${form}` !== y &&
              judge({ type: 'Organization', name: name + form }, { type: 'Organization', name: y }).verdict === 'same'
            )
              wrong.push(`${name}${form} = ${y}`)
    }
    expect(wrong).toEqual([])
  })

  test('a county is itself with its superiors before it, and none of its namesakes', () => {
    const wrong: string[] = []
    const full = (c: (typeof counties)[number]) =>
      (c.prefecture === c.province ? '' : c.province) + c.prefecture + c.name
    const named = new Map<string, typeof counties>()
    // A division that is no more keeps its name from meaning one place only.
    const gone = new Set(words('place-old').map(({ word, fields }) => `${word} ${fields[1]}`))
    for (const county of counties) named.set(county.name, [...(named.get(county.name) ?? []), county])
    for (const namesakes of named.values())
      for (const [i, a] of namesakes.entries()) {
        const alone = judge({ type: 'Place', name: a.name }, { type: 'Place', name: full(a) }).verdict
        const once =
          new Set(namesakes.map(full)).size === 1 &&
          ![...gone].some((g) => g.startsWith(`${a.name} `) && !g.endsWith(` ${a.province}`))
        if (alone !== (once ? 'same' : 'unsure')) wrong.push(`${a.name} ${alone} ${full(a)}`)
        for (const b of namesakes.slice(i + 1).filter((c) => full(c) !== full(a)))
          for (const type of ['Place', 'Organization', 'Post'] as const) {
            const tail = { Place: '', Organization: '政府', Post: '委书记' }[type]
            if (judge({ type, name: full(a) + tail }, { type, name: full(b) + tail }).verdict !== 'different')
              wrong.push(`${full(a)}${tail} ~ ${full(b)}${tail}`)
          }
      }
    expect(wrong).toEqual([])
  })

  test('provinces: every form of each, and none of another', () => {
    const wrong: string[] = []
    const list = mainland()
    for (const a of list)
      for (const b of list)
        for (const [x, y] of [
          [a.full, b.short],
          [a.short, b.short],
        ] as const) {
          const { verdict } = judge({ type: 'Province', name: x }, { type: 'Province', name: y })
          if (verdict !== (a === b ? 'same' : 'different')) wrong.push(`${x} ${verdict} ${y}`)
        }
    expect(wrong).toEqual([])
  })
})

/** Accidents of every city: a day, a place, a kind, a site; the same written in another way. */
test('accidents: every city, by day, place, kind and site', () => {
  const wrong: string[] = []
  const apart: string[] = []
  const sites = ['宏远化工', '顺达煤业', '金鼎酒店', '永昌矿业']
  const kinds = ['火灾', '爆炸', '坍塌', '透水', '中毒']
  const of = (i: number) => cities[i % cities.length] as (typeof cities)[number]
  const make = (i: number, site: string, kind: string, date: string, tagged: boolean) => {
    const { name, province } = of(i)
    const tag = tagged ? `“${Number(date.slice(5, 7))}·${Number(date.slice(8))}”` : ''
    return { type: 'Accident' as const, name: `${name}${site}${tag}较大${kind}事故`, date, places: [province, name] }
  }
  for (let i = 0; i < cities.length; i++) {
    const [site, other] = [sites[i % 4] as string, sites[(i + 1) % 4] as string]
    const [kind, another] = [kinds[i % 5] as string, kinds[(i + 2) % 5] as string]
    const one = make(i, site, kind, '2023-03-04', true)
    const { name, province } = of(i)
    const again = {
      type: 'Accident' as const,
      name: `${province}${name}${site}有限公司${kind}事故`,
      date: '2023-03-04',
      places: [province],
    }
    if (judge(one, again).verdict !== 'same') apart.push(`${one.name} / ${again.name}`)
    if (blockOf(one) !== blockOf(again)) apart.push(`block ${one.name} / ${again.name}`)
    for (const b of [
      make(i, site, kind, '2022-03-04', true),
      make(i, site, kind, '2023-03-08', false),
      make(i, other, kind, '2023-03-04', false),
      make(i, other, another, '2023-03-04', true),
      make(i + 1, site, kind, '2023-03-04', true),
      make(i + 40, site, kind, '2023-03-04', false),
    ])
      if (judge(one, b).verdict === 'same') wrong.push(`${one.name} ${one.date} = ${b.name} ${b.date}`)
  }
  expect(wrong).toEqual([])
  expect(apart.slice(0, 20)).toEqual([])
})

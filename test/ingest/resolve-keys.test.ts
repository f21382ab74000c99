// Keys of entities: documents that name one thing in different ways join, documents that name two do not, and a key is
// a function of its own document alone.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { readDocuments } from '../../ingest/read/documents.js'
import { resolve } from '../../ingest/resolve/resolve.js'
import type { Contribution, Document, Entity } from '../../schema/fact.js'
import { sha256 } from '../../schema/id.js'
import type { EntityType, RelationType } from '../../schema/model.js'
import { projectRoot, shared } from '../material.js'

type Thing = [type: EntityType, name: string, attrs?: Entity['attrs']]

interface Told {
  id?: string
  text?: string
  date?: string
  things: Thing[]
  /** By the places of the things in the list. */
  facts?: [from: number, type: RelationType, to: number][]
}

/** A document that names some things, as the rules would give it. */
function tell({ id = 'd', text = '', date, things, facts = [] }: Told): {
  document: Document
  contribution: Contribution
} {
  const head = { title: '', ...(date && { date }) }
  const entities = things.map(([type, name, attrs], i): Entity => {
    const start = text.indexOf(name)
    const mentions = start < 0 ? [] : [{ start, end: start + name.length, rule: 'test' }]
    return { id: `e${i}`, type, name, aliases: [], attrs: attrs ?? {}, mentions }
  })
  const relations = facts.map(([from, type, to]) => ({
    type,
    from: `e${from}`,
    to: `e${to}`,
    attrs: {},
    evidence: [{ start: 0, end: 1, quote: 'x', rule: 'test', confidence: 1 }],
  }))
  return {
    document: { id, sha256: sha256(text), text, ...head },
    contribution: { doc: id, entities, relations, ...head },
  }
}

/** The id of the first thing of a document. */
function idOf(told: Told): string {
  const { document, contribution } = tell(told)
  return resolve(document, contribution).ids.e0 as string
}

const accident = (id: string, name: string, attrs: Entity['attrs'], ...places: Thing[]): Told => ({
  id,
  things: [['Accident', name, attrs], ...places],
  facts: places.map((_, i) => [0, 'OCCURRED_IN', i + 1]),
})
const one = (id: string, type: EntityType, name: string, rest: Partial<Told> = {}): Told => ({
  id,
  ...rest,
  things: [[type, name], ...(rest.things ?? [])],
})
const fire = { date: '2024-03-05', severity: '较大', kind: '火灾' }
const guangxi: Thing = ['Province', '广西壮族自治区']
const guilin: Thing = ['Place', '桂林市']

const JOINED: [string, Told, Told][] = [
  [
    'long and short names of a body',
    one('a', 'Organization', '贵州省安全生产委员会办公室'),
    one('b', 'Organization', '贵州省安委办'),
  ],
  ['two names of an office', one('a', 'Post', '贵州省省长'), one('b', 'Post', '贵州省人民政府省长')],
  ['a person with any dot', one('a', 'Person', '艾山·买买提'), one('b', 'Person', '艾山•买买提')],
  [
    'an accident by province or by town',
    accident('a', '广西桂林远山木业火灾', fire, guangxi, guilin),
    accident('b', '“3·5”较大火灾事故', fire, guangxi),
  ],
  [
    'one 鼓楼区 by the city beside it, the other by the city before it',
    one('a', 'Place', '鼓楼区', { text: '在南京市鼓楼区', things: [] }),
    one('b', 'Place', '鼓楼区', { text: '鼓楼区', things: [['Place', '南京市']] }),
  ],
  [
    'a town by the county before it',
    one('a', 'Place', '木乐镇', { text: '在桂平市木乐镇' }),
    one('b', 'Place', '木乐镇', { text: '贵港市桂平市木乐镇' }),
  ],
  [
    'a meeting of one day',
    {
      id: 'a',
      things: [
        ['Meeting', '全省森林防火工作电视电话会议', { date: '2024-03-10' }],
        ['Organization', '贵州省政府'],
      ],
      facts: [[0, 'HELD_BY', 1]],
    },
    { id: 'b', things: [['Meeting', '贵州省森林防火工作电视电话会议', { date: '2024-03-10' }]] },
  ],
  [
    'a numbered session',
    one('a', 'Meeting', '十四届全国人大一次会议'),
    one('b', 'Meeting', '第十四届全国人民代表大会第一次会议'),
  ],
  [
    'a numbered team of one year',
    one('a', 'Group', '国务院安全生产和消防工作第三考核巡查组', { date: '2023-11-24' }),
    one('b', 'Group', '国务院第三考核巡查组', { date: '2023-12-01' }),
  ],
  [
    'an instruction on one accident',
    {
      id: 'a',
      things: [
        ['Directive', '程书衡关于桂林远山木业火灾的重要批示', { kind: '批示' }],
        ['Person', '程书衡'],
        ['Accident', '桂林远山木业火灾', fire],
        guangxi,
      ],
      facts: [
        [1, 'ISSUED', 0],
        [0, 'RESPONDED_TO', 2],
        [2, 'OCCURRED_IN', 3],
      ],
    },
    {
      id: 'b',
      things: [
        ['Directive', '程书衡对“3·5”较大火灾事故的批示', { kind: '批示' }],
        ['Person', '程书衡'],
        ['Accident', '“3·5”较大火灾事故', fire],
        guangxi,
      ],
      facts: [
        [1, 'ISSUED', 0],
        [0, 'RESPONDED_TO', 2],
        [2, 'OCCURRED_IN', 3],
      ],
    },
  ],
  [
    'a title of one issuer',
    one('a', 'Directive', '关于做好2024年汛期工作的通知', {
      things: [['Organization', '贵州省政府']],
      facts: [[1, 'ISSUED', 0]],
      date: '2024-05-01',
    }),
    one('b', 'Directive', '贵州省人民政府关于做好2024年汛期工作的通知', { date: '2024-06-01' }),
  ],
  ['a law', one('a', 'Directive', '安全生产法'), one('b', 'Directive', '中华人民共和国安全生产法')],
  [
    'a drive',
    one('a', 'Campaign', '危化品安全整治提升2024行动'),
    one('b', 'Campaign', '全国危化品安全整治提升2024行动'),
  ],
]

const APART: [string, Told, Told][] = [
  ['a surname with an address in two papers', one('a', 'Person', '李女士'), one('b', 'Person', '李女士')],
  ['two provinces', one('a', 'Organization', '湖北省应急管理厅'), one('b', 'Organization', '河北省应急管理厅')],
  [
    'a body that each document means of its own region',
    one('a', 'Organization', '省政府'),
    one('b', 'Organization', '省政府'),
  ],
  ['a bare rank', one('a', 'Post', '副省长'), one('b', 'Post', '副省长')],
  ['a deputy', one('a', 'Post', '贵州省省长'), one('b', 'Post', '贵州省副省长')],
  ['鼓楼区 of no city', one('a', 'Place', '鼓楼区'), one('b', 'Place', '鼓楼区')],
  [
    'two years',
    accident('a', '“3·5”火灾事故', fire, guangxi),
    accident('b', '“3·5”火灾事故', { ...fire, date: '2023-03-05' }, guangxi),
  ],
  [
    'two provinces on one day',
    accident('a', '“3·5”火灾事故', fire, guangxi),
    accident('b', '“3·5”火灾事故', fire, ['Province', '广东省']),
  ],
  [
    'two kinds on one day',
    accident('a', '“3·5”火灾事故', fire, guangxi),
    accident('b', '“3·5”坍塌事故', { ...fire, kind: '坍塌' }, guangxi),
  ],
  [
    'two crashes in two towns of one province on one day',
    accident('a', '桂林交通事故', { ...fire, kind: '交通事故' }, guangxi, guilin),
    accident('b', '柳州交通事故', { ...fire, kind: '交通事故' }, guangxi, ['Place', '柳州市']),
  ],
  ['accidents without a day', accident('a', '桂林火灾', {}, guilin), accident('b', '桂林火灾', {}, guilin)],
  [
    'one name of meeting in two provinces',
    one('a', 'Meeting', '贵州省安全生产会议', {}),
    one('b', 'Meeting', '云南省安全生产会议', {}),
  ],
  ['meetings without a day', one('a', 'Meeting', '专题会议'), one('b', 'Meeting', '专题会议')],
  [
    'sessions of two bodies',
    one('a', 'Meeting', '十四届全国人大一次会议'),
    one('b', 'Meeting', '全国政协十四届一次会议'),
  ],
  [
    'one number in two years',
    one('a', 'Group', '国务院第三考核巡查组', { date: '2023-11-24' }),
    one('b', 'Group', '国务院第三考核巡查组', { date: '2022-11-24' }),
  ],
  ['teams of nobody known', one('a', 'Group', '调查组'), one('b', 'Group', '调查组')],
  [
    'one title of two issuers',
    one('a', 'Directive', '贵州省人民政府关于做好2024年汛期工作的通知', { date: '2024-05-01' }),
    one('b', 'Directive', '云南省人民政府关于做好2024年汛期工作的通知', { date: '2024-05-01' }),
  ],
  [
    'one title of issuers without their regions',
    one('a', 'Directive', '省政府办公厅关于做好汛期工作的通知', { date: '2024-05-01' }),
    one('b', 'Directive', '省政府办公厅关于做好汛期工作的通知', { date: '2024-05-01' }),
  ],
  [
    'a yearly drive',
    one('a', 'Campaign', '安全生产大检查', { date: '2022-03-01' }),
    one('b', 'Campaign', '安全生产大检查', { date: '2023-03-01' }),
  ],
]

describe('documents that name one thing join', () => {
  test.each(JOINED)('%s', (_, a, b) => expect(idOf(a)).toBe(idOf(b)))
})

describe('documents that name two things do not', () => {
  test.each(APART)('%s', (_, a, b) => expect(idOf(a)).not.toBe(idOf(b)))
})

test('two accidents that one document tells apart stay two', () => {
  const { document, contribution } = tell({
    things: [['Accident', '桂林远山木业火灾', fire], ['Accident', '桂林和顺酒楼火灾', fire], guangxi],
    facts: [
      [0, 'OCCURRED_IN', 2],
      [1, 'OCCURRED_IN', 2],
    ],
  })
  const { ids } = resolve(document, contribution)
  expect(ids.e0).not.toBe(ids.e1)
})

async function readAll(folder: string) {
  const read: { document: Document; contribution: Contribution }[] = []
  for await (const reading of readDocuments([folder]))
    if ('document' in reading) read.push({ document: reading.document, contribution: extract(reading.document) })
  return read
}

describe('on the samples', async () => {
  const read = await readAll(join(projectRoot(), 'ingest/samples'))

  test('every entity has one id, the same each time, whatever was resolved before', () => {
    const alone = read.map(({ document, contribution }) => resolve(document, contribution).ids)
    fc.assert(
      fc.property(fc.shuffledSubarray(read.map((_, i) => i)), (order) => {
        for (const i of order) {
          const { document, contribution } = read[i] as (typeof read)[number]
          expect(resolve(document, contribution).ids).toEqual(alone[i])
        }
      }),
      { numRuns: 10 },
    )
    for (const [i, { contribution }] of read.entries())
      expect(Object.keys(alone[i] as object)).toEqual(contribution.entities.map(({ id }) => id))
  })

  test('the explosion that most of them speak of is one', () => {
    const ids = read.flatMap(({ document, contribution }) => {
      const resolved = resolve(document, contribution).ids
      return contribution.entities
        .filter(({ type, attrs }) => type === 'Accident' && attrs.date === '2024-03-08')
        .map(({ id }) => resolved[id])
    })
    expect(ids.length).toBeGreaterThan(4)
    expect(new Set(ids).size).toBe(1)
  })
})

describe('on the documents beside the project', async () => {
  const folder = join(shared, 'seeds')
  const here = existsSync(folder) && readdirSync(folder).length > 0
  const read = here ? await readAll(folder) : []
  const known = (accept: (entity: Entity) => boolean) =>
    read.flatMap(({ document, contribution }) => {
      const { ids } = resolve(document, contribution)
      return contribution.entities.filter(accept).map(({ id }) => ids[id])
    })

  test.skipIf(!here)('each accident with a day is one node, however many documents name it', () => {
    const day = (date: string) => known(({ type, attrs }) => type === 'Accident' && attrs.date === date)
    expect(day('2023-11-16').length).toBeGreaterThan(1)
    expect(new Set(day('2023-11-16')).size).toBe(1)
    expect(new Set([...day('2022-11-21'), ...day('2023-02-22')]).size).toBe(2)
  })

  test.skipIf(!here)('one governor’s office, one head of the mine administration', () => {
    const post = (name: string) => new Set(known((e) => e.type === 'Post' && e.name === name)).size
    expect([post('山西省省长'), post('国家矿山安监局局长')]).toEqual([1, 1])
  })
})

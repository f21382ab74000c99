// Since and until when offices are held, by the words of a text.
import { expect, test } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { sha256 } from '../../schema/id.js'

/** Each office that is told, as `holder office since..until`. */
function tenures(text: string, date?: string): string[] {
  const { entities, relations } = extract({
    id: 'd',
    title: '青海省有关情况',
    sha256: sha256(text),
    text: `青海省有关情况\n\n${text}\n`,
    ...(date === undefined ? {} : { date }),
  })
  const name = new Map(entities.map((entity) => [entity.id, entity.name]))
  return relations
    .filter(({ type }) => type === 'HOLDS_POST' || type === 'LEADS_GROUP')
    .map(({ from, to, attrs }) => {
      const times = [attrs.since, attrs.until].some(Boolean) ? ` ${attrs.since ?? ''}..${attrs.until ?? ''}` : ''
      return `${name.get(from)} ${name.get(to)}${times}${attrs.former ? ' former' : ''}`
    })
    .sort()
}

const ROWS: [string, string | undefined, string[]][] = [
  ['韩立新自2020年5月起担任青海省副省长。', '2023-03-14', ['韩立新 青海省副省长 2020-05..']],
  [
    '韩立新，中共党员，2019年3月至2021年5月任平遥县县长，给予警告处分。',
    '2023-03-14',
    ['韩立新 平遥县县长 2019-03..2021-05 former'],
  ],
  ['青海省人大常委会会议3月12日决定任命韩立新为青海省副省长。', '2023-03-14', ['韩立新 青海省副省长 2023-03-12..']],
  ['青海省人大常委会会议决定任命韩立新为青海省副省长。', '2023-03-14', ['韩立新 青海省副省长 2023-03-14..']],
  ['青海省人大常委会会议决定任命韩立新为青海省副省长。', '2023-03', ['韩立新 青海省副省长']],
  ['青海省人大常委会会议决定免去韩立新的青海省副省长职务。', '2023-03-14', ['韩立新 青海省副省长 ..2023-03-14 former']],
  [
    '任命韩立新为青海省副省长，免去其青海省公安厅厅长职务。',
    '2023-03-14',
    ['韩立新 青海省公安厅厅长 ..2023-03-14 former', '韩立新 青海省副省长 2023-03-14..'],
  ],
  ['3月12日，青海省副省长韩立新主持会议。', '2023-03-14', ['韩立新 青海省副省长']],
  ['时任青海省副省长韩立新出席。', '2023-03-14', ['韩立新 青海省副省长 former']],
  ['3月12日，韩立新担任青海省副省长期间的同事来访。', '2023-03-14', ['韩立新 青海省副省长']],
  ['提名韩立新为青海省副省长人选。', '2023-03-14', []],
]

test.each(ROWS)('%s (%s)', (text, date, expected) => {
  expect(tenures(text, date)).toEqual(expected)
})

test('lines of a life', () => {
  const life =
    '韩立新，男，汉族，1970年3月生，青海西宁人。\n2011.11—2017.03 平遥县委书记\n2017.03— 青海省应急管理厅厅长\n2020年5月至今 青海省副省长'
  expect(tenures(life)).toEqual([
    '韩立新 平遥县委书记 2011-11..2017-03 former',
    '韩立新 青海省副省长 2020-05..',
    '韩立新 青海省应急管理厅厅长 2017-03..',
  ])
})

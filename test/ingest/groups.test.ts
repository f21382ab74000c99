// In: texts of our own about teams and journeys. Out: the teams with their numbers, who leads them, where they and others go.
import { describe, expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'

function read(text: string) {
  const document = { id: 'example', title: '', date: '2024-05-06', sha256: '0'.repeat(64), text }
  const { entities, relations } = extract(document)
  const name = (id: string) => entities.find((e) => e.id === id)?.name ?? ''
  return {
    groups: entities.filter((e) => e.type === 'Group').map((e) => [e.name, e.attrs.number]),
    facts: relations
      .filter((r) => ['LEADS_GROUP', 'INSPECTS', 'VISITED'].includes(r.type))
      .map((r) => `${name(r.from)} ${r.type} ${name(r.to)}`),
  }
}

const TEAMS: [string, [string, number | undefined][]][] = [
  ['江苏省安委会第五督导组进驻南通市。督导组听取了汇报。', [['江苏省安委会第五督导组', 5]]],
  ['国务院安委会综合督查组第十二组来苏。第十二组召开汇报会。', [['国务院安委会综合督查组第十二组', 12]]],
  ['应急管理部、公安部等部门已派出工作组赶赴永春县。', [['应急管理部、公安部等部门工作组', undefined]]],
  ['国务院安委会考核巡查组向浙江省反馈。国务院安委会第三考核巡查组组长李平讲话。', [['国务院安委会第三考核巡查组', 3]]],
  ['要成立工作专班，有关部门派出检查组，全省共派出检查组300个。', []],
  ['联合国专家组发表报告。', []],
]

const FACTS: [string, string[]][] = [
  [
    '江苏省安委会派出2个督查组。\n第一组：组长李平（省应急管理厅副厅长），督查南通市、盐城市；\n第二组由省能源局局长孟岩任组长，赴徐州市。',
    [
      '李平 LEADS_GROUP 江苏省安委会督查组第一组',
      '江苏省安委会督查组第一组 INSPECTS 南通市',
      '江苏省安委会督查组第一组 INSPECTS 盐城市',
      '孟岩 LEADS_GROUP 江苏省安委会督查组第二组',
      '江苏省安委会督查组第二组 INSPECTS 徐州市',
    ],
  ],
  ['李平任全省校车安全治理领导小组组长，副省长孟岩任副组长。', ['李平 LEADS_GROUP 全省校车安全治理领导小组']],
  ['县长李平要求消防队员赶赴永春县。', []],
  ['副省长李平原计划前往永春县检查。', []],
  ['副省长李平受省长孟岩委托，到永春县慰问矿工。', ['李平 VISITED 永春县']],
  [
    '副省长李平来到永春县达埔镇，检查渡口；随后又到泉州市科技馆查看消防设施。副省长孟岩一同检查。',
    ['李平 VISITED 达埔镇', '李平 VISITED 泉州市科技馆', '孟岩 VISITED 达埔镇', '孟岩 VISITED 泉州市科技馆'],
  ],
]

describe('teams', () => {
  it.each(TEAMS)('%s', (text, expected) => expect(read(text).groups).toEqual(expected))
})

describe('who leads and who goes', () => {
  it.each(FACTS)('%s', (text, expected) => expect(read(text).facts.sort()).toEqual([...expected].sort()))
})

// An office of several places with as many holders in a row: each has his own; where the numbers differ, nobody is given another's.
import { expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'

function held(text: string): string[] {
  const { entities, relations } = extract({ id: 'd', title: '', text } as Parameters<typeof extract>[0])
  const name = (id: string) => entities.find((e) => e.id === id)?.name
  return relations.filter((r) => r.type === 'HOLDS_POST').map((r) => `${name(r.from)} ${name(r.to)}`)
}

it.each([
  [
    '福州、厦门、泉州三市市长林则木、郑海潮、洪卫民签订协议。',
    ['林则木 福州市市长', '郑海潮 厦门市市长', '洪卫民 泉州市市长'],
  ],
  ['山西、陕西省委书记唐国立、赵一鸣出席会议。', ['唐国立 山西省委书记', '赵一鸣 陕西省委书记']],
  ['杭州市、嘉兴市市长陈立言、周平川出席会议。', ['陈立言 杭州市市长', '周平川 嘉兴市市长']],
  [
    '江苏、浙江两省应急管理厅厅长高远山、方知行介绍了经验。',
    ['高远山 江苏省应急管理厅厅长', '方知行 浙江省应急管理厅厅长'],
  ],
  ['山西省省长李明川、副省长王大渊出席会议。', ['李明川 山西省省长', '王大渊 山西省副省长']],
])('%s', (text, expected) => expect(held(text)).toEqual(expected))

import { describe, expect, test } from 'vitest'
import { extract } from '../../ingest/extract.js'

function accidents(text: string, date = '2024-05-20') {
  const found = extract({ id: 'x', title: '', text, date, sha256: '0'.repeat(64) } as Parameters<typeof extract>[0])
  const name = new Map(found.entities.map((e) => [e.id, e.name]))
  return found.entities
    .filter((e) => e.type === 'Accident')
    .map((e) => ({
      name: e.name,
      forms: [e.name, ...e.aliases],
      attrs: e.attrs,
      places: found.relations.filter((r) => r.type === 'OCCURRED_IN' && r.from === e.id).map((r) => name.get(r.to)),
      answers: found.relations.filter((r) => r.type === 'RESPONDED_TO' && r.to === e.id).map((r) => name.get(r.from)),
    }))
}

describe('one accident, however told', () => {
  test.each<[string, string, string[]]>([
    ['5月12日，湖南省岳阳市一鞭炮厂发生爆炸。', '湖南省岳阳市鞭炮厂爆炸', ['湖南省', '岳阳市']],
    [
      '5月12日，湖南省岳阳市一鞭炮厂发生爆炸。岳阳“5·12”较大爆炸事故造成3人死亡。',
      '岳阳“5·12”较大爆炸事故',
      ['湖南省', '岳阳市'],
    ],
    ['会议通报了贵州盘州煤矿重大火灾事故。', '贵州盘州煤矿重大火灾事故', ['贵州省', '盘州市']],
    ['昨日8时，四川省泸定县发生5.6级地震。', '四川省泸定县5.6级地震', ['四川省', '泸定县']],
    ['昨天上午，湖南省岳阳市，一辆货车与客车相撞。', '湖南省岳阳市交通事故', ['湖南省', '岳阳市']],
    ['台风“鲇鱼”昨天登陆。', '台风“鲇鱼”', []],
  ])('%s', (text, name, places) => {
    const found = accidents(text)
    expect(found.map((a) => a.name)).toEqual([name])
    expect(found[0]?.places).toEqual(expect.arrayContaining(places))
  })

  test.each([
    '全市未发生较大事故，各类事故起数同比下降。',
    '要坚决防范遏制重特大事故，排查火灾隐患。',
    '湖南省森林火灾防控形势严峻。',
    '近期一些地方发生事故，教训深刻。',
    '5月12日，湖南岳阳举行演练，模拟一工厂发生火灾。',
    '5月12日，某国军方空袭造成仓库爆炸。',
  ])('none: %s', (text) => expect(accidents(text)).toEqual([]))
})

describe('figures and attributes', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      '5月12日，湖南岳阳一工厂发生较大火灾，造成3人死亡、7人受伤。',
      { date: '2024-05-12', severity: '较大', kind: '火灾', deaths: 3, injured: 7 },
    ],
    ['5月12日，湖南岳阳一工厂起火，未造成人员伤亡。', { deaths: 0, injured: 0 }],
    ['5月12日，湖南岳阳一工厂坍塌，3人死亡、4人受伤。5月14日，1名重伤员经抢救无效死亡。', { deaths: 4, injured: 3 }],
    ['5月12日，湖南岳阳一工厂爆炸，已造成5人遇难。截至5月13日，死亡人数上升至9人。', { deaths: 9 }],
    ['5月12日，湖南岳阳两车相撞，造成2人重伤、6人轻伤。', { injured: 8 }],
    ['5月12日，湖南岳阳发生山体滑坡，11人失联。', { missing: 11 }],
    ['去年12月9日，湖南岳阳一工厂爆燃。当地吸取“12·9”事故教训。', { date: '2023-12-09' }],
  ])('%s', (text, attrs) => {
    const found = accidents(text)
    expect(found).toHaveLength(1)
    expect(found[0]?.attrs).toMatchObject(attrs)
  })

  test('figures of two accidents are kept apart', () => {
    const found = accidents('5月1日，湖南岳阳一饭店起火，2人死亡；5月9日，湖北荆州一厂房坍塌，5人死亡、1人受伤。')
    expect(found.map((a) => [a.attrs.deaths, a.attrs.injured])).toEqual([
      [2, undefined],
      [5, 1],
    ])
  })
})

describe('what answers to an accident', () => {
  test.each<[string, RegExp]>([
    ['湖南岳阳“5·12”较大爆炸事故发生后，国务院成立湖南岳阳“5·12”较大爆炸事故调查组。', /调查组$/u],
    ['省安委会印发《关于吸取湖南岳阳“5·12”较大爆炸事故教训的通知》。', /通知$/u],
    ['省长何川对湖南岳阳“5·12”较大爆炸事故作出批示。', /批示$/u],
  ])('%s', (text, name) => expect(accidents(text)[0]?.answers.join()).toMatch(name))
})

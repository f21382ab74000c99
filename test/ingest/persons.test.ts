// Names of persons in sentences of our own: the clues by their examples, then hard cases by table, then properties.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { type PersonClue, personClues } from '../../ingest/rules/person.js'
import { personsOf as persons } from './persons-of.js'

const names = (text: string) => [...new Set(persons(text).map((p) => p.name))]
const bare = (text: string) => text.replace(/[【】]/gu, '')
const marked = (text: string) => [...text.matchAll(/【(.+?)】/gu)].map((m) => m[1] as string)

describe('clues', () => {
  const clues: readonly PersonClue[] = personClues
  it('have an id of their own', () => {
    expect(new Set(clues.map((c) => c.id)).size).toBe(clues.length)
  })
  for (const clue of clues) {
    it.each(clue.yes)(`${clue.id}: yes %s`, (text) => {
      const found = persons(bare(text))
      expect(found.map((p) => p.name)).toEqual(marked(text))
      if (clue.weight > 0) expect(found.map((p) => p.rule)).toContain(clue.id)
    })
    it.each(clue.no)(`${clue.id}: no %s`, (text) => expect(names(text)).toEqual([]))
  }
})

describe('names in sentences', () => {
  it.each([
    ['verbs stay outside', '副省长周明达率队赴现场。', ['周明达']],
    ['two characters before a verb', '副省长丁锐出席会议并讲话。', ['丁锐']],
    ['a list shares its verb', '市领导陆建辉、谢婉如、冯刚参加会议。', ['陆建辉', '谢婉如', '冯刚']],
    ['a compound surname', '总经理欧阳明哲、安全总监上官颖被追究责任。', ['欧阳明哲', '上官颖']],
    ['a name split by a space', '组长　许　岩，副组长　郭立群。', ['许岩', '郭立群']],
    ['a Mongolian name', '自治区副主席巴图孟克主持会议。', ['巴图孟克']],
    ['a name with a dot', '自治区主席艾合买提·吐尔逊出席。', ['艾合买提·吐尔逊']],
    ['a foreign name after a title', '法国总统杜布瓦说，双方将扩大合作。', ['杜布瓦']],
    ['a Japanese name', '日本首相山口正雄表示欢迎。', ['山口正雄']],
    ['sex and birth', '韩志远，男，汉族，1968年5月生。', ['韩志远']],
    ['a post in brackets', '带班领导：贺建军（县委常委）。', ['贺建军']],
    ['appointments', '任命齐振邦为县财政局局长；免去孟凡林的县财政局局长职务。', ['齐振邦', '孟凡林']],
    ['a village is no person', '车辆行至李家庄村附近时侧翻。', []],
    ['adverbs and words are no persons', '各地要高度重视，依法依规严肃处理，确保安全。', []],
    ['somebody unnamed is no person', '司机王某当场死亡，乘客李某某受伤。', []],
    ['a surname and an address', '张老师和李大娘都来了。', ['张老师', '李大娘']],
    ['a surname and an office', '会上，王书记和李主任先后讲话。', ['王书记', '李主任']],
    ['old acquaintances', '老于说，吕老去了北方。', ['老于', '吕老']],
    ['an address that the words make by chance', '这座古老的桥，乌镇长街，任主任期间，“黑医生”。', []],
    ['the head of a state, the state by one letter', '韩总统办公室发表声明，乌总理什么也没说。', []],
    ['kin of somebody', '邻居们说起左晓棠的父亲。', ['左晓棠']],
    ['a brand in quotes is no person', '该厂生产“金川”牌水泥。', []],
  ])('%s', (_, text, expected) => expect(names(text)).toEqual(expected))

  it.each([
    ['the mayor of the paper', '市长张立言主持会议。会后，张市长去了矿区。', [['张立言', '张市长', '张']]],
    [
      'a stranger of the name',
      '市长张立言主持会议。县委副书记张秉直说，张县长去了矿区。',
      [['张立言'], ['张秉直'], ['张县长', '张']],
    ],
    ['the only one of that name', '记者见到了陈怀瑾。陈教授说，堤坝是安全的。', [['陈怀瑾', '陈教授', '陈']]],
  ])('knows whom a surname and an address mean: %s', (_, text, expected) => {
    const told = extract({ id: 'd', title: '', text } as Parameters<typeof extract>[0])
    expect(told.entities.filter((e) => e.type === 'Person').map((e) => [e.name, ...e.aliases])).toEqual(expected)
  })

  it('finds a name again where nothing speaks for it', () => {
    const text = '县长方岳主持会议。\n会后方岳去了矿区。'
    expect(persons(text).map((p) => p.name)).toEqual(['方岳', '方岳'])
  })

  it('writes a spaced name without its space and spans all of it', () => {
    expect(persons('市长　秦　晖出席会议。')).toMatchObject([{ name: '秦晖', text: '秦 晖' }])
  })
})

describe('those who sign', () => {
  it.each([
    ['（记者 孙立强 通讯员 何珊）8月1日，省政府召开会议。'],
    ['新华社长春3月2日电（记者 郑凯、宋佳）会议召开。'],
    ['会议强调，要压实责任。（林晓燕 彭涛）'],
    ['责任编辑：赵志刚 校对：许文静'],
    ['文/吴海峰 图/邓丽娜'],
  ])('%s', (text) => expect(names(`今日要闻。\n${text}`)).toEqual([]))

  it('are told of in a single sentence, which is quoted', () => {
    expect(names('本报讯记者孙立强报道：桥今天通车。')).toEqual(['孙立强'])
  })

  it('leaves in those who act', () => {
    expect(names('市长许文静对记者说，救援仍在进行。')).toEqual(['许文静'])
  })
})

describe('properties', () => {
  const pieces = fc.constantFrom(
    '王',
    '李强',
    '县长',
    '主持',
    '，',
    '、',
    '（',
    '）',
    '·',
    ' ',
    '\n',
    '阿',
    '组',
    '说',
    '3',
    '村',
  )
  it('spans lie in the text, do not overlap and read as their names', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const { name, text, rule } of persons(parts.join('')))
          expect(text.replace(' ', '')).toBe(rule === 'person/called' ? name.slice(0, text.length) : name)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['组', '（', '阿·', '王，'])('a long line of %s takes time in proportion', (unit) => {
    const time = (n: number) => {
      const text = unit.repeat(n / unit.length)
      const start = process.cpuUsage()
      persons(text)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    time(10_000)
    const short = time(10_000)
    expect(time(40_000)).toBeLessThan(short * 12 + 300)
  })
})

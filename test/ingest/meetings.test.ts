// What documents say of meetings: names with their edges, what 会议 stands for, who chairs, speaks and attends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { fold, mainOf, sameName } from '../../ingest/meeting-names.js'

const read = (text: string) => extract({ id: 'example', title: '', date: '2025-03-06', sha256: '0'.repeat(64), text })

const meetingsOf = (text: string) =>
  read(text)
    .entities.filter((e) => e.type === 'Meeting')
    .map((e) => e.name)

const factsOf = (text: string, ...types: string[]) => {
  const { entities, relations } = read(text)
  const name = (id: string) => entities.find((e) => e.id === id)?.name
  return relations.filter((r) => types.includes(r.type)).map((r) => `${name(r.from)} ${r.type} ${name(r.to)}`)
}

describe('names of meetings', () => {
  it.each([
    ['3月4日，应急管理部召开全国尾矿库汛期安全视频会议。', ['全国尾矿库汛期安全视频会议']],
    ['湖南省安委会3月4日在长沙召开2025年第二次全体会议。', ['湖南省安委会2025年第二次全体会议']],
    ['深入推进燃气安全专项整治座谈会3月4日在贵阳举行。', ['深入推进燃气安全专项整治座谈会']],
    ['3月4日，陈立新出席进一步推动化工园区整治提升座谈会。', ['进一步推动化工园区整治提升座谈会']],
    ['全省危化品、烟花爆竹安全监管工作会议在合肥召开。', ['全省危化品、烟花爆竹安全监管工作会议']],
    ['第九届中国—东南亚应急管理论坛开幕式3月4日在南宁举行。', ['第九届中国—东南亚应急管理论坛']],
    ['纪念唐山抗震50周年座谈会在京举行。', ['纪念唐山抗震50周年座谈会']],
    ['兰州市安委会召开会议，研究安全生产工作。', ['兰州市安委会会议']],
  ])('%s', (text, names) => expect(meetingsOf(text)).toEqual(names))

  it.each([
    '各地多次召开相关会议，部署有关工作。',
    '要认真落实全国安全生产电视电话会议精神。',
    '省安委会将于4月召开全省安全生产工作会议。',
    '陈立新来到会议室，询问会议系统运行情况。',
    '双方在中国—东南亚合作论坛框架下加强合作。',
    '今年先后3次召开安全生产例会、风险研判会和视频调度会。',
  ])('%s names none', (text) => expect(meetingsOf(text)).toEqual([]))

  it('joins the headline to the text, the long name to the short', () => {
    expect(
      meetingsOf('甘肃省政府召开专题会议\n3月4日，甘肃省政府召开第六十次常务会议。会议研究了安全生产工作。'),
    ).toEqual(['甘肃省政府第六十次常务会议'])
  })
})

describe('facts about meetings', () => {
  const opening = '3月4日，湖南省安委会在长沙召开全省安全生产工作会议。'
  const meeting = '全省安全生产工作会议'
  it.each([
    [`${opening}省长陈立新主持并讲话。`, [`陈立新 CHAIRED ${meeting}`, `陈立新 SPOKE_AT ${meeting}`]],
    [`${opening}副省长周敏、李国平出席会议。`, [`周敏 ATTENDED ${meeting}`, `李国平 ATTENDED ${meeting}`]],
    [
      `${opening}会上，省应急管理厅厅长周敏通报有关情况，长沙市市长李国平作表态发言。`,
      [`周敏 SPOKE_AT ${meeting}`, `李国平 SPOKE_AT ${meeting}`],
    ],
    [`${opening}受省长陈立新委托，副省长周敏主持会议。`, [`周敏 CHAIRED ${meeting}`]],
    [`${opening}省长陈立新没有出席。`, []],
    [`${opening}省长陈立新因公请假，由副省长周敏代为参加会议。`, [`周敏 ATTENDED ${meeting}`]],
    [`${opening}\n3月5日，省长陈立新来到株洲市检查，副省长周敏通报有关情况。`, []],
    [`${opening}3月5日，省长陈立新会见来访客人。副省长周敏参加会见。`, []],
  ])('%s', (text, facts) => {
    expect(factsOf(text, 'CHAIRED', 'SPOKE_AT', 'ATTENDED').sort()).toEqual([...facts].sort())
  })

  it('says who holds it and where', () => {
    expect(factsOf(opening, 'HELD_BY', 'HELD_IN').sort()).toEqual([
      `${meeting} HELD_BY 湖南省安委会`,
      `${meeting} HELD_IN 长沙市`,
    ])
  })
})

describe('names compared', () => {
  it.each([
    ['第十四届全国人民代表大会第三次会议', '十四届全国人大三次会议'],
    ['政协第十四届全国委员会第二次会议', '全国政协十四届二次会议'],
  ])('%s is %s', (a, b) => expect(sameName(fold(a), fold(b), true)).toBe(true))

  it('keeps sessions of different number apart', () =>
    expect(sameName(fold('省政府第12次常务会议'), fold('省政府第十三次常务会议'), true)).toBe(false))

  it('an opening is a part of its meeting', () => expect(mainOf('第二届矿山安全论坛开幕式')).toBe('第二届矿山安全论坛'))

  it('a name is always a form of itself', () =>
    fc.assert(fc.property(fc.stringMatching(/^[一-龥]{1,12}会议$/u), (name) => sameName(fold(name), fold(name), true))))
})

describe('hard text', () => {
  it.each(['会议', '主持', '（', '“', '、', '会', '和'])('a long line of %s costs in proportion', (word) => {
    const cost = (length: number): number => {
      const start = process.cpuUsage()
      read(word.repeat(length / word.length))
      return process.cpuUsage(start).user / 1000
    }
    cost(10_000)
    // Four times the length: what grows with the square would cost sixteen times as much. The floor is that of the clock.
    expect(cost(40_000)).toBeLessThan(10 * Math.max(cost(10_000), 50))
  })
})

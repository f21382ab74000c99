import { describe, expect, test } from 'vitest'
import { type DateValue, dateNear, findDates, tagDate } from '../../ingest/dates.js'
import { openPaper } from '../../ingest/paper.js'

function paperOf(text: string, date: string | undefined = '2023-11-20') {
  const paper = openPaper({ id: 'x', title: '', text, ...(date && { date }) } as Parameters<typeof openPaper>[0])
  for (const line of paper.lines) findDates(line, paper)
  return paper
}

/** Each date of a text as `words=date..until/role`. */
function dates(text: string, date?: string): string[] {
  return paperOf(text, date).lines.flatMap((line) =>
    line.items.map((i) => {
      const v = i.value as DateValue
      return `${line.textOf(i)}=${v.date ?? '?'}${v.until ? `..${v.until}` : ''}${v.role ? `/${v.role}` : ''}`
    }),
  )
}

describe('dates of the running text', () => {
  test.each<[string, string[]]>([
    ['11月18日，全省会议召开。', ['11月18日=2023-11-18']],
    ['12月3日，该厂停产。', ['12月3日=2022-12-03']],
    ['会议将于12月3日举行。', ['12月3日=2023-12-03']],
    ['2023年3月14日15时52分，厂房倒塌。', ['2023年3月14日15时52分=2023-03-14']],
    ['2022-03-04 发布', ['2022-03-04=2022-03-04']],
    ['去年11月24日的教训', ['去年11月24日=2022-11-24']],
    ['今年1月20日的火灾', ['今年1月20日=2023-01-20']],
    ['9日上午，他到了矿区。', ['9日上午=2023-11-09']],
    ['25日上午，他到了矿区。', ['25日上午=2023-10-25']],
    ['11月16日发生火灾，17日晚，省长赶到。', ['11月16日=2023-11-16', '17日晚=2023-11-17']],
    ['10月30日停工，2日复工。', ['10月30日=2023-10-30', '2日=2023-11-02']],
    ['11月16日起火。当天，火被扑灭；次日清理现场。', ['11月16日=2023-11-16', '当天=2023-11-16', '次日=2023-11-17']],
    ['今天（11月20日）上午，他说', ['今天（11月20日）上午=2023-11-20']],
    ['昨日，市里开会', ['昨日=2023-11-19']],
    ['上月，市里开会', ['上月=2023-10']],
    ['11月6日至18日开展检查', ['11月6日至18日=2023-11-06..2023-11-18']],
    ['10月20日至11月5日开展检查', ['10月20日至11月5日=2023-10-20..2023-11-05']],
    ['1月至3月，全市', ['1月至3月=2023-01..2023-03']],
    ['今年1至3月，全市', ['今年=2023', '1至3月=2023-01..2023-03']],
    ['6日—8日，全市', ['6日—8日=2023-11-06..2023-11-08']],
    ['6—8日，全市', ['6—8日=2023-11-06..2023-11-08']],
    ['近日，他到矿区', ['近日=?']],
    ['12月15日前报送', ['12月15日=2023-12-15/limit']],
    ['截至11月17日8时，26人死亡', ['11月17日8时=2023-11-17/state']],
    ['今年以来，全市', ['今年=2023/since']],
    ['二〇二三年三月十四日', ['二〇二三年三月十四日=2023-03-14']],
    ['2021年8月3日发生事故，8月9日成立调查组。', ['2021年8月3日=2021-08-03', '8月9日=2021-08-09']],
    ['2021年12月30日发生事故，1月9日成立调查组。', ['2021年12月30日=2021-12-30', '1月9日=2022-01-09']],
    ['2023年全国安全生产会议', []],
    ['2023年度考核', []],
    ['“11·16”火灾', []],
    ['13月40日', []],
    ['3日内报告，15个工作日，第3日，连续5日，人民日报', []],
    ['安全生产月，3个月', []],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected))

  test('a document without a date leans on the years that it names', () => {
    expect(dates('2020年5月1日，车辆翻覆。\n5月3日，调查组成立。', '')).toEqual([
      '2020年5月1日=2020-05-01',
      '5月3日=2020-05-03',
    ])
    expect(dates('5月3日，调查组成立。', '')).toEqual([])
  })

  test.each<[number, number, string | undefined]>([
    [11, 16, '2023-11-16'],
    [12, 9, '2022-12-09'],
    [13, 1, undefined],
  ])('tag %d·%d', (month, day, expected) => expect(tagDate(month, day, paperOf('火灾'))).toBe(expected))
})

describe('the date that governs a place in the text', () => {
  test.each<[string, string | undefined]>([
    ['11月18日，全省【会议】召开', '2023-11-18'],
    ['11月16日，某矿起火，全省【会议】于11月18日召开', '2023-11-18'],
    ['11月16日，某矿起火，当晚调度，全省【会议】召开', '2023-11-16'],
    ['11月16日，某矿起火。省里召开【会议】。', '2023-11-16'],
    ['按照《11月1日方案》，【会议】召开', undefined],
    ['截至11月17日，26人死亡，【会议】召开', undefined],
    ['省里召开【会议】。', undefined],
  ])('%s', (marked, expected) => {
    const at = marked.indexOf('【')
    const paper = paperOf(marked.replace(/[【】]/gu, ''))
    const line = paper.lines.find((l) => l.sentence.start <= at && at < l.sentence.end)
    expect(line && dateNear(line, at)?.date).toBe(expected)
  })
})

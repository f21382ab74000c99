// Title, date and source of a document, from the heads and feet that officials and newspapers give theirs.
import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../ingest/read/metadata.js'

interface Row {
  name: string
  text: string
  title?: string
  date: string | undefined
  source?: string | undefined
}

const story = '会议强调，各地要把责任落到每一个岗位，逐项销号，决不能走过场。有关负责同志参加会议。'

const rows: Row[] = [
  {
    name: 'evening news: title, blank line, day and programme',
    text: `某部署会在京召开\n\n2021-05-06 新闻联播\n\n央视网消息（新闻联播）：${story}`,
    title: '某部署会在京召开',
    date: '2021-05-06',
    source: '新闻联播',
  },
  {
    name: 'portal: stamp and source before the title',
    text: `发布时间:2022-03-04 08:01:02 来源: 江淮日报\n全省安全生产会议召开\n${story}`,
    title: '全省安全生产会议召开',
    date: '2022-03-04',
    source: '江淮日报',
  },
  {
    name: 'a source that is no name gives way to the paper credited at the end',
    text: `发布时间:2022-03-04 08:01:02 来源: sp99\n全省会议召开\n${story}(江淮日报) 【编辑:甲乙】`,
    date: '2022-03-04',
    source: '江淮日报',
  },
  {
    name: 'portal: crumbs above, page number and clicks beside the stamp',
    text: `当前位置：首页 >> 动态\n\n某县“4·5”坍塌事故调查报告\n\n索引号：0099-2021-0007　发布机构：某市应急管理局　发文日期：2021-06-07　浏览：88次\n\n${story}`,
    title: '某县“4·5”坍塌事故调查报告',
    date: '2021-06-07',
    source: '某市应急管理局',
  },
  {
    name: 'account: name, day with a clock, bars',
    text: `节前检查走一线\n2021年09月28日 17:20 | 河西视角 | 阅读 12 | A- A+\n\n${story}`,
    title: '节前检查走一线',
    date: '2021-09-28',
    source: '河西视角',
  },
  {
    name: 'account: the author and the account before the stamp',
    text: `# 一场大火之后\n\n原创　老张　**安全茶座**　2021-08-24 21:36　发表于北京\n\n${story}`,
    title: '一场大火之后',
    date: '2021-08-24',
    source: '安全茶座',
  },
  {
    name: 'old web page: a day and a clock on the first line',
    text: `2009年04月05日 09:12\n昨天下午，某县境内两车相撞，造成两人受伤。`,
    date: '2009-04-05',
  },
  {
    name: 'old web page: no gap before the clock',
    text: '2008年05月12日16:25\n新华网某市5月12日电 某楼摇晃。',
    date: '2008-05-12',
    source: '新华网',
  },
  {
    name: 'old web page: a day of single digits',
    text: '2007-7-26\n中新网某市7月24日电 一辆货车翻倒。',
    date: '2007-07-26',
    source: '中新网',
  },
  {
    name: 'a day with the day of the week',
    text: '某库房起火\n2014年03月31日 星期一\n29日下午，库房起火。',
    date: '2014-03-31',
    source: undefined,
  },
  { name: 'a month and no day', text: '某地爆炸\n2005-12\n二十八日，某地爆炸。', title: '某地爆炸', date: '2005-12' },
  {
    name: 'red-headed paper: body, number, title in two lines, signature in full-width digits',
    text: `江北省安全生产委员会文件\n\n江安〔２０２１〕１７号\n\n江北省安全生产委员会\n关于开展有限空间专项治理的通知\n\n各设区市安委会：\n　　${story}\n\n　　　江北省安全生产委员会\n　　　２０２１年９月６日\n\n（此件公开发布）\n抄送：省委办公厅，省政府办公厅。`,
    title: '江北省安全生产委员会关于开展有限空间专项治理的通知',
    date: '2021-09-06',
    source: '江北省安全生产委员会',
  },
  {
    name: 'report: the body as first heading, the subject as second, spaced signature',
    text: `\n\n# 江北省安委会办公室\n\n## 关于隐患排查的总结报告\n\n${story}\n\n江北省安委会办公室\n\n2021 年 3 月 13 日`,
    title: '江北省安委会办公室关于隐患排查的总结报告',
    date: '2021-03-13',
    source: '江北省安委会办公室',
  },
  {
    name: 'signature in Chinese numerals',
    text: `关于值守的通知\n${story}\n江北省应急管理厅\n二〇二一年十二月二十三日`,
    date: '2021-12-23',
    source: '江北省应急管理厅',
  },
  {
    name: 'signature in a closing note',
    text: `某市部署节前工作\n${story}\n散会后即行检查。（市整治办 2021年1月18日）`,
    date: '2021-01-18',
    source: '市整治办',
  },
  {
    name: 'signed in one year, put up again in another: the signature stands',
    text: `发布时间:2023-11-10 来源: 转载网\n关于值守的通知\n${story}\n江北省应急管理厅\n2021年12月23日`,
    date: '2021-12-23',
  },
  {
    name: 'a paper quoted inside a page: its number and its date are not the page’s',
    text: `省安委会约谈两市\n燕北应急网 >> 督查      2025-07-14 18:30      来源: 督查处\n${story}\n某市安全生产委员会：\n江安〔2024〕9号\n${story}\n省安委会办公室\n2025年7月12日\n截至目前，两市已经制定方案并且召开会议，伤者情况平稳，没有新增死亡。`,
    title: '省安委会约谈两市',
    date: '2025-07-14',
    source: '督查处',
  },
  {
    name: 'a dateline with the year of the paper',
    text: `全省2022年度考核启动\n\n据11月24日《某地新闻》消息，${story}`,
    date: '2022-11-24',
  },
  {
    name: 'a dateline with the year of a picture of that day',
    text: `# 百日行动启动\n\n![启动现场](https://pictures.example.invalid/20211115/stage.jpg)\n**本报某地11月15日电** ${story}`,
    title: '百日行动启动',
    date: '2021-11-15',
    source: undefined,
  },
  { name: 'only the year of the paper', text: `考核巡查开始\n日前，国务院2022年度考核巡查启动。`, date: '2022' },
  { name: 'the year in its title', text: `某局2021年工作总结\n一年来，${story}`, date: '2021' },
  {
    name: 'a dateline without any year gives no date',
    text: `某地召开会议\n新华社某地1月2日电 ${story}`,
    date: undefined,
    source: '新华社',
  },
  {
    name: 'a day told in the story is not the document’s',
    text: `某地召开会议\n2019年3月14日15时，某厂发生坍塌。${story}`,
    date: undefined,
  },
  { name: 'a day in the title is not the document’s', text: `2019年3月14日某厂坍塌始末\n${story}`, date: undefined },
  { name: 'a phone call is no dateline', text: `某队2021年度纪事\n3月14日接到群众来电话后出发。`, date: '2021' },
  { name: 'a day that no calendar has', text: `某地召开会议\n2021-02-30\n${story}`, date: undefined },
  {
    name: 'traditional characters',
    text: `熱點｜某長調研\n南方訊網（繁體版）　2025-06-12 08:30:16　來源：本網電　列印\n\n${story}`,
    date: '2025-06-12',
    source: '南方訊網',
  },
  {
    name: 'a title and its second line',
    text: `把关键少数用好\n——某厅负责人答记者问\n\n${story}`,
    title: '把关键少数用好——某厅负责人答记者问',
    date: undefined,
  },
  {
    name: 'Windows line ends',
    text: '某会召开\r\n\r\n2021-05-06 晚间新闻\r\n\r\n正文。',
    title: '某会召开',
    date: '2021-05-06',
    source: '晚间新闻',
  },
  {
    name: 'a paragraph and nothing else: its first sentence',
    text: `${'某地多部门联合开展检查'.repeat(10)}。${story}`,
    title: `${'某地多部门联合开展检查'.repeat(9)}某`,
    date: undefined,
  },
]

describe('metadata as the text states it', () => {
  test.each(rows)('$name', ({ text, ...expected }) => {
    const found = readMetadata(text, 'fallback')
    expect(found.date).toBe(expected.date)
    if (expected.title !== undefined) expect(found.title).toBe(expected.title)
    if ('source' in expected) expect(found.source).toBe(expected.source)
  })

  test('a text without words has the fallback for a title', () => {
    expect(readMetadata('2021-05-06\n', 'notice-7').title).toBe('notice-7')
  })
})

// Forms far from prose: tables, minutes, lives, accident forms, digests, scanned text. Each row: a text and facts that it must or must not give.
import { describe, expect, test } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { readTables } from '../../ingest/tables.js'
import { foldText } from '../../ingest/text/fold.js'

function facts(text: string): string[] {
  const found = extract({ id: 'x', title: '', path: 'x.txt', sha256: '', text, date: '2025-05-20' })
  const name = new Map(found.entities.map((e) => [e.id, e.name]))
  for (const r of found.relations) for (const e of r.evidence) expect(text.slice(e.start, e.end), r.type).toBe(e.quote)
  return found.relations.map(
    (r) => `${r.type} ${name.get(r.from)} > ${name.get(r.to)}${r.attrs.former ? ' (former)' : ''}`,
  )
}

const CASES: readonly { what: string; text: string; yes: readonly string[]; no?: readonly string[] }[] = [
  {
    what: 'a table parted by tabs, a name with a space in it',
    text: '辽宁省应急管理厅督导分组\n组别\t组长\t职务\t督导地区\n第一组\t王  凯\t省应急管理厅副厅长\t锦州市、葫芦岛市\n第二组\t赵启明\t省水利厅总工程师\t铁岭市',
    yes: [
      'HOLDS_POST 王凯 > 辽宁省应急管理厅副厅长',
      'LEADS_GROUP 王凯 > 辽宁省应急管理厅第一组',
      'INSPECTS 辽宁省应急管理厅第一组 > 葫芦岛市',
      'INSPECTS 辽宁省应急管理厅第二组 > 铁岭市',
    ],
    no: ['INSPECTS 辽宁省应急管理厅第一组 > 铁岭市'],
  },
  {
    what: 'every cell on a line of its own',
    text: '辽宁省应急管理厅督导分组\n\n组别\n组长\n成员\n督导地区\n第1组\n王海\n（省应急管理厅副厅长）\n周文\n锦州市\n第2组\n赵启明\n（省水利厅总工程师）\n孙力\n铁岭市\n',
    yes: [
      'HOLDS_POST 王海 > 辽宁省应急管理厅副厅长',
      'LEADS_GROUP 赵启明 > 辽宁省应急管理厅第2组',
      'INSPECTS 辽宁省应急管理厅第1组 > 锦州市',
    ],
    no: ['LEADS_GROUP 周文 > 辽宁省应急管理厅第1组'],
  },
  {
    what: 'body and office in columns of their own, a row without a holder',
    text: '辽宁省安委会联络人员\n序号,姓名,单位,职务\n1,王海,省水利厅,总工程师\n2,空缺,省应急管理厅,副厅长\n',
    yes: ['HOLDS_POST 王海 > 辽宁省水利厅总工程师'],
    no: ['HOLDS_POST 空缺 > 辽宁省应急管理厅副厅长'],
  },
  {
    what: 'minutes: names below the label, one excused, one who stands in',
    text: '辽宁省安委会第二次全体会议纪要\n主持：副省长王海\n出席：李文  省应急管理厅厅长\n　　　赵启明  省水利厅厅长\n缺席：周正  省教育厅厅长（出差，副厅长孙力代为参加）\n记录：小吴',
    yes: [
      'CHAIRED 王海 > 辽宁省安委会第二次全体会议',
      'ATTENDED 李文 > 辽宁省安委会第二次全体会议',
      'ATTENDED 赵启明 > 辽宁省安委会第二次全体会议',
      'ATTENDED 孙力 > 辽宁省安委会第二次全体会议',
    ],
    no: ['ATTENDED 周正 > 辽宁省安委会第二次全体会议'],
  },
  {
    what: 'a life in lines, the last office still held',
    text: '王海，男，汉族，1970年3月生，现任锦州市副市长。\n2009.05—2014.11  凌海市副市长\n2014.11—2019.02  北镇市市长\n2019.02—  锦州市副市长',
    yes: [
      'HOLDS_POST 王海 > 凌海市副市长 (former)',
      'HOLDS_POST 王海 > 北镇市市长 (former)',
      'HOLDS_POST 王海 > 锦州市副市长',
    ],
    no: ['HOLDS_POST 王海 > 锦州市副市长 (former)'],
  },
  {
    what: 'offices listed under the body that heads them',
    text: '辽宁省安委会联络人员\n省水利厅\n副厅长  王海  024-8600××××\n河湖管理处处长  李文  024-8601××××\n省教育厅\n党组成员、副厅长  孙力',
    yes: [
      'HOLDS_POST 王海 > 辽宁省水利厅副厅长',
      'HOLDS_POST 李文 > 辽宁省水利厅河湖管理处处长',
      'HOLDS_POST 孙力 > 辽宁省教育厅副厅长',
    ],
    no: ['HOLDS_POST 孙力 > 辽宁省水利厅副厅长'],
  },
  {
    what: 'words of the one in the chair',
    text: '在全省防汛视频会议上的主持词\n辽宁省副省长 王海\n\n同志们：\n下面，请李文同志通报汛情。\n现在，请锦州市市长赵启明发言。',
    yes: ['CHAIRED 王海 > 全省防汛视频会议', 'SPOKE_AT 李文 > 全省防汛视频会议', 'SPOKE_AT 赵启明 > 全省防汛视频会议'],
  },
  {
    what: 'a record by the minute',
    text: '全省应急管理工作会议直播\n09:05 辽宁省副省长王海讲话\n10:12 锦州市副市长李文作交流发言',
    yes: ['SPOKE_AT 王海 > 全省应急管理工作会议', 'SPOKE_AT 李文 > 全省应急管理工作会议'],
  },
  {
    what: 'an accident reported as a form',
    text: '事故快报\n【事故单位】锦州市凌海市远山化工有限公司\n【事故时间】2025年5月18日9时\n【事故地点】锦州市凌海市大凌河街道\n【事故类型】爆炸\n【伤亡情况】死亡1人',
    yes: [
      'OCCURRED_IN 锦州市凌海市远山化工有限公司爆炸事故 > 锦州市',
      'OCCURRED_IN 锦州市凌海市远山化工有限公司爆炸事故 > 凌海市',
    ],
  },
  {
    what: 'a list of those punished; one office is not shared',
    text: '给予处分人员：\n（一）王海，时任凌海市市长，警告处分；\n（二）李文，凌海市应急管理局原局长，警告处分。\n副省长赵启明约谈锦州市委书记周正和王海。',
    yes: ['HOLDS_POST 王海 > 凌海市市长 (former)', 'HOLDS_POST 李文 > 凌海市应急管理局局长 (former)'],
    no: ['HOLDS_POST 王海 > 锦州市委书记'],
  },
  {
    what: 'in a digest 会议 means no meeting of another item',
    text: '【辽宁】5月3日，省安委会召开全省防汛工作会议。\n【吉林】副省长王海到四平市检查。\n【山西】省人大常委会主任李文主持会议。',
    yes: ['VISITED 王海 > 四平市'],
    no: ['CHAIRED 李文 > 全省防汛工作会议'],
  },
]

describe('forms far from prose', () => {
  for (const { what, text, yes, no = [] } of CASES)
    test(what, () => {
      const found = facts(text)
      for (const fact of yes) expect(found).toContain(fact)
      for (const fact of no) expect(found).not.toContain(fact)
    })
})

describe('spaces inside words', () => {
  test.each([
    ['省 安 委 会 召 开 会 议 ， 王 海 主 持 。', '省安委会召开会议，王海主持。'],
    ['5 月 3 日 ， 全 省 防 汛 会 议 召 开', '5月3日，全省防汛会议召开'],
    ['王  凯、李  明到会', '王 凯、李 明到会'],
    ['序号 姓名 职务', '序号 姓名 职务'],
  ])('%s', (text, folded) => expect(foldText(text).text).toBe(folded))
})

describe('tables', () => {
  test('cells point at their words in the folded text', () => {
    const raw = '姓名\t职务\n王  凯\t县长\n'
    const folded = foldText(raw)
    const cells = readTables(raw, folded).flatMap((t) => t.rows.flat())
    expect(cells.map((c) => [c.column, folded.text.slice(c.start, c.end)])).toEqual([
      ['name', '王 凯'],
      ['post', '县长'],
    ])
  })

  test.each(['会议讨论了职务任免。', '姓名和职务另行通知', '组长：王海\n成员：李文'])('none in %s', (raw) =>
    expect(readTables(raw, foldText(raw))).toEqual([]),
  )
})

// Bodies that no list holds: companies, mines, hospitals, schools by their last word.
import type { MentionRule } from '../match.js'

export const bodyRules = [
  {
    id: 'body/own',
    kind: 'Org',
    says: 'The body that the document is from.',
    pattern: '我(?<unit>局|厅|委|办|支队|总队)(?![们国])',
    words: ['我局', '我厅', '我委', '我办', '我支队', '我总队'],
    value: { own: true },
    yes: ['玉溪市应急管理局工作总结。3月，【我局】印发了方案'],
    no: ['我们局里的人'],
  },
  {
    id: 'body/firm',
    kind: 'Org',
    says: 'A company or institution named by its place or a name and its last word.',
    pattern:
      '(?<![\\u4e00-\\u9fff])(?:‹Place›)+(?!）)[\\u4e00-\\u9fff（）A-Za-z0-9·]{1,18}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团(?!公司|有限|股份)|公司|煤矿|煤业|医院|大学|学院|中学|小学)|(?:‹Place›)+(?!）)[\\u4e00-\\u9fff（）A-Za-z0-9·]{1,16}?(?:有限责任公司|股份有限公司|有限公司|集团公司)',
    unless:
      '[的在了和与等一某]|深入|来到|前往|走进|抵达|[省市县区州部厅局]长|书记|主席|[督指]导|检查|调研|暗访|督[查察]|巡查|查看|察看|走访|考察',
    words: ['公司', '集团', '煤矿', '煤业', '医院', '大学', '学院', '中学', '小学'],
    value: { firm: true },
    yes: ['【合肥鼎筑建设工程有限公司】负责施工'],
    no: ['合肥市的一家有限公司', '远山（合肥）装饰有限公司'],
  },
  {
    id: 'body/group-of-companies',
    kind: 'Org',
    says: 'A group of companies with a name of its own, where a clause begins or after the word for who acts.',
    pattern:
      '(?<=^|[，。；：、（）\\n ]|由|对|向|据|经)(?<it>(?!某|该|本|各|有关|涉事|国有|省属|市属|企业|公司|集团)[\\u4e00-\\u9fff]{3,12}?集团(?:有限责任公司|股份有限公司|有限公司|公司|(?=召开|举行|举办|党委|董事长|总经理|副总|组织|安委会|印发|成立|在|工会|纪委|总部|总工)))',
    unless:
      '[的在了和与等一某、免聘]|(?<!责)任|[督指]导|检查|调研|督[查察]|巡查|查看|走访|考察|宣布|不再|会见|出席|参加|主持',
    words: ['集团'],
    value: { firm: true },
    yes: ['3月2日，【远山能源集团有限责任公司】召开安委会会议', '【远山能源集团】党委书记孟岩'],
    no: ['省属企业集团在哪里'],
  },
] as const satisfies readonly MentionRule[]

// Facts of the family "attendance": who is at a meeting.
import type { FactRule } from '../facts.js'
import { gap, TELLS } from './clause.js'

/** The meeting after the verb, named by its kind alone. */
const AT_IT =
  '(?:会议?(?![见谈晤])|(?:集体|集中)?学习(?=[，。；（\\n]|$)|(?:有关|相关)议题|座谈会?|约谈会?|仪式|论坛|上述(?:活动|会议)|大会|汇报会|开幕式)'

export const attendanceFacts: readonly FactRule[] = [
  {
    id: 'attended/object',
    says: 'A person is at the meeting named after the verb.',
    gives: 'ATTENDED',
    pattern: `(?<![代替])‹Person=from›${gap(20)}(?:出席|参加|列席|参与|观看|收看|收听)[^，。；\\uE000-\\uEFFF]{0,6}?${gap(6)}‹Meeting=to›`,
    unless:
      '‹Person›委托|(?<!代)为(?:来华)?(?:出席|参加)|正在‹Place›{1,2}(?:参加|出席)|会见|会谈|来华|结束出席|欢迎|接见',
    words: ['出席', '参加', '列席', '收看', '收听', '观看', '参与'],
    confidence: 0.96,
    yes: ['【王立新】出席【全市防汛工作会议】'],
    no: ['王立新请假，未参加全市防汛工作会议'],
  },
  {
    id: 'attended/and-others',
    says: 'Persons and then people without names are present.',
    gives: 'ATTENDED',
    pattern: `(?<![代替])${TELLS}‹Person=from›，[^。；：！？\\n‹Person›‹Meeting›‹Directive›]{1,40}?(?:‹Title›|‹Bound›|‹Role›|有关同志|人员)等?(?:分别|也|一同)?(?:出席|参加|列席)(?:了)?(?:‹Meeting=to›)?(?=[，。；并\\n]|$|${AT_IT})`,
    unless: '‹Person›委托',
    supply: { to: 'Meeting' },
    words: ['出席', '参加', '列席'],
    confidence: 0.93,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】、李平，省直有关部门负责同志出席会议。'],
    no: ['6月3日，黑龙江省安委会召开全省防汛工作会议。副省长王立新讲话，省直有关部门负责同志说。'],
  },
  {
    id: 'attended/goes-there',
    says: 'A person goes somewhere and is at the meeting named in the next clause.',
    gives: 'ATTENDED',
    pattern: `(?<=^|[，。； ])(?:[^，。；‹Person›]{0,8})‹Person=from›[^，。；：！？\\n‹Person›‹Meeting›‹Directive›]{0,30}?(?:赴|抵达|前往|来到)[^，。；：！？\\n‹Person›‹Meeting›‹Directive›]{1,20}?，(?:并|应邀|将)?(?:出席|参加)[^，。；\\uE000-\\uEFFF]{0,6}?‹Meeting=to›(?!的|期间)`,
    words: ['出席', '参加'],
    confidence: 0.93,
    yes: ['6月3日，【王立新】抵达哈尔滨市，出席【全省防汛工作会议】。'],
    no: ['6月3日，王立新抵达哈尔滨市，将出席全省防汛工作会议。'],
  },
  {
    id: 'attended/together',
    says: 'A person is at the meeting together with another.',
    gives: 'ATTENDED',
    pattern: `‹Person=from›${gap(14)}[同与和]${gap(8)}‹Person›(?:共同|一道|一起)(?:出席|参加)${gap(10)}‹Meeting=to›`,
    words: ['共同', '一道', '一起'],
    confidence: 0.95,
    yes: ['【王立新】同陈志刚共同出席【全省防汛工作座谈会】'],
    no: ['王立新同陈志刚会谈，陈志刚出席全省防汛工作座谈会'],
  },
  {
    id: 'attended/spoken-of',
    says: 'A person is present; the meeting is the one that the text reports.',
    gives: 'ATTENDED',
    pattern: `(?<![代替])(?<!(?:^|[；。])‹Group›[^。；‹Meeting›]{0,60})${TELLS}‹Person=from›(?:，(?:‹Org›[、和]?){1,14}等?[^，。；‹Person›]{0,10})?${gap(20)}(?:出席|参加|列席|参会|到会|与会|收看|收听)(?:了)?(?=[，。；并\\n]|$|${AT_IT}|建言|听取|指导|讲话)`,
    unless: '‹Person›委托',
    supply: { to: 'Meeting' },
    words: ['出席', '参加', '列席', '参会', '到会', '与会', '收看', '收听'],
    confidence: 0.94,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】出席。'],
    no: ['王立新参加抢险'],
  },
  {
    id: 'attended/list',
    says: 'A list of those present at the seats of the meeting.',
    gives: 'ATTENDED',
    pattern:
      '(?<=(?:^|[。； ])(?:[^，。：\\uE000-\\uEFFF]{0,6}会场|出 ?席|列 ?席|参 ?会|与 ?会|到 ?会|参 ?加)[^，。：]{0,14}：[^：。]{0,300})‹Person=from›',
    supply: { to: 'Meeting whole' },
    words: ['：'],
    confidence: 0.93,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。\n主会场：副省长【王立新】'],
    no: ['组长：王立新'],
  },
  {
    id: 'attended/seated',
    says: 'A list of those who take part from a named seat.',
    gives: 'ATTENDED',
    pattern: '(?<=(?:^|[。；])[^，。：]{0,8}（在[^，。：（）]{0,10}参[加会]）：[^：。；]{0,240})‹Person=from›',
    supply: { to: 'Meeting whole' },
    words: ['（在'],
    confidence: 0.93,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。\n省直部门（在主会场参加）：副省长【王立新】'],
    no: ['组长（女）：王立新'],
  },
  {
    id: 'attended/there-were',
    says: 'Those present are listed after the meeting.',
    gives: 'ATTENDED',
    pattern:
      '(?:出席|参加|列席|收看)(?:了)?‹Meeting=to›的(?:[^，。；：‹Person›]{0,8}?)(?:有|是|为|包括)：?‹Person=from›',
    words: ['出席', '参加', '列席', '收看'],
    confidence: 0.95,
    yes: ['出席【全省防汛工作会议】的领导有副省长【王立新】、李平'],
    no: ['出席全省防汛工作会议的是各市代表'],
  },
  {
    id: 'attended/stands-in',
    says: 'One who stands in for another is present.',
    gives: 'ATTENDED',
    pattern: `‹Person=from›(?:代|代替|代表|受)‹Person›(?:委托)?${gap(8)}(?:出席|参加|列席|参会)`,
    supply: { to: 'Meeting' },
    words: ['代', '受'],
    confidence: 0.93,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】代替省水利厅厅长李平参加会议。'],
    no: ['6月3日，黑龙江省安委会召开全省防汛工作会议。副省长王立新代表省政府讲话。'],
  },
]

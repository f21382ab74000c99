// Mentions of kind Meeting: the word that a name ends with. Where the name begins, meetings.ts finds.
import type { MentionRule } from '../match.js'

/** What may not follow a last word: then it is part of a longer word (会议室) or of what was said at a meeting (会议精神). */
const NO_WORD =
  '(?!议(?!程)|程|商|堂|战|室|厅|中心|员|长|报|刊|费|签(?!到)|址|讯|见|谈|晤|同|场|计|诊|师|徽|馆|所|酒店|系统|平台|软件|材料|记录|制度|文件|议题|' +
  '(?<=人民代表大会)(?:‹Bound|Post|Role›|代表|常务委员|常委|现有|专门委员|共有)|筹委|组委|执委|主办|承办|章程|机制|赛|信息|组成|副主席|常任|常务委|主席团|秘书|系列|成果落|常设)'

export const meetingRules: readonly MentionRule[] = [
  {
    id: 'meeting/named',
    kind: 'Meeting',
    says: 'A meeting, talk, course or ceremony, named by what it is about and its last word.',
    pattern: `@meeting${NO_WORD}`,
    words: ['会', '论坛', '班', '仪式', '式', '学习', '讲座', '活动', '晚宴', '集体谈话', '提醒谈话', '廉政谈话'],
    value: { sort: 'named' },
    yes: [
      '省政府召开【全省尾矿库安全工作会议】',
      '【全市烟花爆竹安全监管座谈会】在岳阳举行',
      '【河南省消防工作会议暨省消安委全体（扩大）会议】召开',
      '孙平出席【“平安渡口”百日整治启动仪式】',
    ],
    no: ['大家来到会议室门口', '要落实相关会议的部署', '各地多次召开工作会议', '代表们走出人民大会堂'],
  },
  {
    id: 'meeting/activity',
    kind: 'Meeting',
    says: 'A ceremony of the month of work safety or the day of advice that is called an activity.',
    pattern:
      '(?<=(?:咨询日|安全生产月|宣传月|宣传周|宣传日|宣誓|启动|出征|开放日|119消防宣传月)”?(?:集中|现场|主场|主题|宣传)*)活动(?=(?:‹Date›)?在[^。；]{2,40}?(?:举行|举办|拉开帷幕|拉开序幕|启幕|启动|开幕))',
    words: ['活动'],
    value: { sort: 'named' },
    yes: ['【盐城市“安全宣传咨询日”活动】在盐城市人民公园举行'],
    no: ['要组织好“安全生产月”活动，在基层取得实效'],
  },
  {
    id: 'meeting/at-it',
    kind: 'Meeting',
    says: 'The meeting that the text is speaking of, in the words 会上 and 会议.',
    pattern: '(?<![\\u4e00-\\u9fff])(?<it>会)上(?!述|级|面)|(?<=在)(?<it2>会)上(?!述|级|面)',
    words: ['会上'],
    value: { sort: 'anaphor' },
    yes: ['4月3日，省安委会召开全省安全生产工作会议。【会】上，李平作了发言'],
    no: ['在社会上引起关注'],
  },
  {
    id: 'meeting/talks',
    kind: 'Meeting',
    says: 'The talks that the text has spoken of.',
    pattern: '(?<=参加|出席|参与)会谈(?=[，。；]|$)',
    words: ['会谈'],
    value: { sort: 'anaphor' },
    yes: ['省政府与中国气象局举行工作会谈。李平参加【会谈】。'],
    no: ['双方会谈后共同会见记者'],
  },
  {
    id: 'meeting/summons',
    kind: 'Meeting',
    says: 'A body summons those responsible to a talk.',
    pattern: '(?:集中|提醒|警示|专题|安全生产){0,3}约谈(?!会|机制|制度|情况|记录|函|通知)',
    words: ['约谈'],
    value: { sort: 'summons' },
    yes: ['9月2日，湖南省安委会对衡阳市政府进行【集中约谈】'],
    no: ['要完善约谈制度'],
  },
] as const

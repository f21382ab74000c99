// Facts of the family "speech": who speaks at a meeting.
import type { FactRule } from '../facts.js'
import { END, gap, TELLS } from './clause.js'

/** Verbs of speaking to those present. */
const SPEECH =
  '(?:发表了?(?:重要|书面|视频|主旨|开幕)?(?:讲话|演讲|致辞|发言|主旨演讲)|讲话(?!精神|的|中|稿|要)|发言(?!人|稿)|致[辞词]|授课|辅导|(?:回答|解答)了?(?:记者)?(?:的)?(?:有关)?(?:提问|问题)|答记者问|' +
  '[作做](?:出|了)?(?!出?重要?[指批]示)[^，。；：！？\\n]{0,24}?(?:讲话|发言|报告|部署|安排|汇报|通报|说明|介绍|动员|表态|检讨|检查|演讲|总结|点评|解读|承诺|辅导|讲解|宣讲|讲座|交流)(?!的|会|精神)|' +
  '提出了?[^，。；：！？\\n]{0,22}?(?:要求|意见)|表态|(?:汇报|通报|部署)(?=[，。；\\n]|$)|(?:进行|作出?)(?:安排|动员)?部署|安排部署)'
/** Verbs of reporting that take what is reported. */
const REPORT =
  '(?:(?:通报|汇报|介绍|宣读|传达|(?<![策作一体项出])部署|宣布|解读)了?(?![^，。；]{0,4}会)[^，。；：！？\\n]{1,40}?)'
const SAY = '(?:强调|指出|要求|表示|说|谈到|提出|坦言|表态说|介绍说)'

export const speechFacts: readonly FactRule[] = [
  {
    id: 'spoke/at-it',
    says: 'A person speaks at the meeting named.',
    gives: 'SPOKE_AT',
    pattern: `‹Person=from›${gap(12)}在${gap(6)}‹Meeting=to›(?:开幕式|闭幕式)?上?，?${gap(14)}(?:${SPEECH}|${REPORT}|${SAY})`,
    unless: '‹Person›委托',
    confidence: 0.96,
    yes: ['【王立新】在【全市防汛工作会议】上强调，要压实责任'],
    no: ['王立新在全市防汛工作会议开始前离开'],
  },
  {
    id: 'spoke/and-speaks',
    says: 'A person presides over the meeting or is there, and speaks.',
    gives: 'SPOKE_AT',
    pattern: `(?<![同与][^，。；]{0,16})‹Person=from›${gap(14)}(?:主持|出席|参加|列席|到会|召开|接受)${gap(12)}‹Meeting=to›${gap(4)}，?(?:并|还|同时)?${gap(20)}${SPEECH}`,
    unless: '‹Person›委托',
    confidence: 0.96,
    yes: ['【王立新】出席【全市防汛工作会议】并讲话'],
    no: ['王立新出席全市防汛工作会议，会后检查堤防'],
  },
  {
    id: 'spoke/and-reports',
    says: 'A person who presides over the meeting or is there also reports.',
    gives: 'SPOKE_AT',
    pattern: `‹Person=from›${gap(14)}(?:主持|出席|参加|列席|到会|召开|接受)${gap(12)}‹Meeting=to›${gap(4)}，?并${gap(10)}${REPORT}${END}`,
    unless: '‹Person›委托',
    words: ['并'],
    confidence: 0.95,
    yes: ['【王立新】主持【全市防汛工作会议】并通报有关情况'],
    no: ['王立新主持全市防汛工作会议，传达上级部署'],
  },
  {
    id: 'spoke/reported',
    says: 'A person speaks or reports; the meeting is the one that the text tells of.',
    gives: 'SPOKE_AT',
    pattern: `${TELLS}‹Person=from›${gap(24)}(?:${SPEECH}|${REPORT})${END}`,
    unless:
      '‹Person›委托|‹Person›(?:同志|总书记|总理|主席)?(?:的|关于|重要|系列)|批示|指示|多次|曾|届时|将|等|所作|一系列|重要部署',
    supply: { to: 'Meeting' },
    confidence: 0.94,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】通报有关情况。'],
    no: ['王立新的讲话稿已经印发'],
  },
  {
    id: 'spoke/says',
    says: 'At the beginning of a sentence a person says something in a text that reports a meeting.',
    gives: 'SPOKE_AT',
    pattern: `(?:^|[。”，])(?:[^，。；\\uE000-\\uEFFF]{0,6}，)?‹Person=from›${gap(6)}(?:强调|指出|要求|提出)(?=[，：“])`,
    unless: '‹Person›委托',
    supply: { to: 'Meeting near' },
    words: ['强调', '指出', '要求', '提出'],
    confidence: 0.9,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】强调，要压实责任。'],
    no: ['群众对王立新表示感谢'],
  },
  {
    id: 'spoke/tells',
    says: 'Right after a meeting is reported a person tells something.',
    gives: 'SPOKE_AT',
    pattern: `(?:^|[。”，])(?:[^，。；\\uE000-\\uEFFF]{0,6}，)?‹Person=from›${gap(6)}(?:表示|说|谈到|坦言|表态说|介绍说?)(?=[，：“])`,
    unless: '‹Person›委托',
    supply: { to: 'Meeting next' },
    words: ['表示', '说', '谈到', '坦言', '介绍'],
    confidence: 0.87,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。副省长【王立新】表示，要压实责任。'],
    no: ['群众对王立新表示感谢'],
  },
  {
    id: 'spoke/heard',
    says: 'The meeting hears the report that a person gives.',
    gives: 'SPOKE_AT',
    pattern: `‹Meeting=to›${gap(6)}听取了?${gap(4)}‹Person=from›${gap(20)}(?:[作做]的?|关于|的|汇报)`,
    words: ['听取'],
    confidence: 0.96,
    yes: ['【全省防汛工作会议】听取了省水利厅厅长【王立新】作的工作报告'],
    no: ['会议听取了有关工作的汇报'],
  },
  {
    id: 'spoke/together',
    says: 'A person is at the meeting together with another and speaks.',
    gives: 'SPOKE_AT',
    pattern: `‹Person=from›${gap(14)}[同与和]${gap(8)}‹Person›(?:共同|一道|一起)(?:出席|参加)${gap(10)}‹Meeting=to›${gap(4)}，?并${gap(10)}${SPEECH}`,
    words: ['共同', '一道', '一起'],
    confidence: 0.94,
    yes: ['【王立新】同陈志刚共同出席【全省防汛工作座谈会】并致辞'],
    no: ['王立新同陈志刚共同出席全省防汛工作座谈会'],
  },
  {
    id: 'spoke/chairs-and-says',
    says: 'A person presides over a meeting and says something.',
    gives: 'SPOKE_AT',
    pattern: `‹Person=from›${gap(14)}主持(?:召开|了)*${gap(12)}‹Meeting=to›[，时并 ]{0,2}(?:强调|指出|要求)`,
    unless: '‹Person›委托',
    words: ['主持'],
    confidence: 0.95,
    yes: ['副省长【王立新】主持召开【全省防汛工作会议】，强调压实责任'],
    no: ['副省长王立新主持召开全省防汛工作会议，会议强调压实责任'],
  },
  {
    id: 'spoke/field',
    says: 'Minutes name who speaks.',
    gives: 'SPOKE_AT',
    pattern:
      '(?:^|[ ；。，])(?:新闻)?(?:发布人|主讲人?|授课人?|授课专家|主讲嘉宾|致辞人?|汇报人|发言人)：‹Person=from›',
    supply: { to: 'Meeting whole' },
    words: ['：'],
    confidence: 0.9,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。\n汇报人：省水利厅厅长【王立新】'],
    no: ['6月3日，黑龙江省安委会召开全省防汛工作会议。\n联系人：王立新'],
  },
  {
    id: 'spoke/turn',
    says: 'A record of what was said begins with the name of the speaker.',
    gives: 'SPOKE_AT',
    pattern: '^‹Person=from›(?:（[^）]{1,12}）)?：(?=[^，。：]{2})',
    supply: { to: 'Meeting' },
    words: ['：'],
    confidence: 0.88,
    yes: ['6月3日，黑龙江省安委会召开【全省防汛工作会议】。\n省水利厅厅长【王立新】：大家好，我来介绍汛情。'],
    no: ['省水利厅厅长王立新：大家好，我来介绍汛情。'],
  },
  {
    id: 'spoke/byline',
    says: 'Under the title of a speech stands who gave it.',
    gives: 'SPOKE_AT',
    pattern: '^‹Person=from›$',
    supply: { to: 'Meeting titled' },
    confidence: 0.94,
    yes: ['在【全省防汛工作会议】上的讲话\n黑龙江省副省长【王立新】'],
    no: ['全省防汛工作会议召开\n记者王立新'],
  },
]

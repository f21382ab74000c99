// Mentions of kind Group: the word that a name ends with. Where the name begins, groups.ts finds.
import type { MentionRule } from '../match.js'

/** What may not follow a last word: then it is part of a longer word (工作组织) or of another thing (领导小组办公室, 专家组成). */
const NO_WORD = '(?!织|合|建|件|装|图|办|委会|长(?!江|沙|春|治)|成(?!立|员)|里|队|团|次)'
const NUMERAL = '[一二三四五六七八九十\\d]{1,3}'
/** Where something new is told: at the head of a clause, or after the word that opens a list of parts. */
const OPENS = '(?<=^|[：；。，、\\n）] ?|其中，?|[一二三四五六七八九十\\d][、.．)）] ?)'

export const groupRules = [
  {
    id: 'group/bound-for',
    kind: 'Group',
    says: 'A team named by where it is sent: 赴…工作组.',
    pattern:
      '(?<=^|[：；。，、\\n）（] ?|其中|派出|派|的|成立|‹Org›)(?<it>(?:赴|驻|援)‹Place›{1,3}(?:[、和]‹Place›){0,3}(?:片区|方向|地区|一线|前方)?的?(?:联合|前方|现场)?(?:工作|督导|督查|督察|检查|巡查|考核|指导|专家|暗访|明查暗访|防汛|抗旱|救灾|救援|抢险|帮扶|调研|蹲点|驻点)(?:指导|检查|督导)?组)' +
      NO_WORD,
    words: ['赴', '驻', '援'],
    value: { sort: 'area' },
    yes: ['其中，【赴盐城市工作组】由李平带队'],
    no: ['江苏省安委会派员赴盐城市检查组织情况'],
  },
  {
    id: 'group/named',
    kind: 'Group',
    says: 'A team, named by who sent it, what it is for and its last word; a number may follow.',
    pattern: `@group(?:第(?<n>${NUMERAL})小?组)?${NO_WORD}`,
    words: ['组', '专班', '指挥部'],
    value: { sort: 'named' },
    yes: [
      '【江苏省安委会第五督导组】组长李平',
      '【国务院安委会安全生产综合督查组第六组】在南京',
      '成立【校车安全治理领导小组】，李平任组长',
    ],
    no: ['各级基层工作组织', '领导小组办公室设在省教育厅', '由十名专家组成的队伍'],
  },
  {
    id: 'group/counted',
    kind: 'Group',
    says: 'A team whose number stands before its last character: 督导一组.',
    pattern: `(?:督导|督查|督察|检查|巡查|考核巡查|考核|巡视|巡察|暗访|明查暗访|核查|调研|帮扶|指导|工作|验收|执法)第?(?<n>${NUMERAL})(?:小)?组${NO_WORD}`,
    words: ['组'],
    value: { sort: 'named' },
    yes: ['【江苏省安委会检查四组】组长李平', '我被抽调到【江苏省安委会专项考核第3组】'],
    no: ['检查三组织机构'],
  },
  {
    id: 'group/nth',
    kind: 'Group',
    says: 'A team named by its number alone.',
    pattern: `(?<![国院央厅部委局会导查察核视调访作扶])第(?<n>${NUMERAL})(?:小)?组${NO_WORD}`,
    words: ['组'],
    value: { sort: 'nth' },
    yes: ['【第六组】组长李平'],
    no: ['第六组织部'],
  },
  {
    id: 'group/nth-short',
    kind: 'Group',
    says: 'Teams just sent are told one by one: 一组由…带队.',
    pattern: `(?<=^|[：；。，、\\n】★☆▲△◆◇●○■□◎※▶▷•·] ?)(?<n>[一二三四五六七八九十]{1,2})组(?=由|：|，|（|】|负责|赴|在|到|去|驻|‹Lead›|带队| |$)`,
    words: ['组'],
    value: { sort: 'nth' },
    yes: ['派出两个江苏省安委会督导组：【一组】由李平带队', '★【一组】（盐城、南通）组长李平'],
    no: ['同学们分一组由老师带队'],
  },
  {
    id: 'group/part',
    kind: 'Group',
    says: 'A part of a team or headquarters, told with its head: 综合协调组由…任组长.',
    pattern: `(?<=^|[：；。，\\n）] ?|[一二三四五六七八九十\\d][、.．)）] ?)(?:[\\u4e00-\\u9fff]{1,4}、)?[\\u4e00-\\u9fff]{0,8}?(?:协调|保障|宣传|舆情|执法|检查|抢险|救援|救治|医疗|善后|技术|后勤|综合|督导|新闻|交通|安置|监测|处置|信息|排查|整治|管控|引导|防疫|调度|转移|安抚|事故调查|治安|维稳|评估|培训|材料|统计|联络)组(?=[：｜】]|由|$|[，（]? ?‹Lead›|[^。；，\\n]{0,20}，[^。；\\n]{0,30}?‹Lead›)`,
    words: ['组'],
    value: { sort: 'part' },
    rank: 1,
    yes: ['领导小组下设两个组：【综合协调组】由李平任组长'],
    no: ['省里派出综合协调组赴灾区'],
  },
  {
    id: 'group/of-place',
    kind: 'Group',
    says: 'A team named by the one place that it is sent to: 盐城组.',
    pattern: `(?<=^|[：；。，、\\n的）【〔★☆▲△◆◇●○■□◎※▶▷•·] ?|由)(?<it>‹Place›(?:片区?)?组)(?!织|合|建|成|团|委|件|装|队|别|里|长(?!由|为|：)|阁|图|稿)(?=以|由|、‹Place›|分别|前往|赴|先后|重点|到‹Place›|在‹Place›| ?‹Lead›|（|】|〕)`,
    words: ['组'],
    value: { sort: 'area' },
    rank: 1,
    yes: ['【盐城组】以李平为组长', '〔【盐城组】〕李平带队'],
    no: ['盐城组织演练'],
  },
  {
    id: 'group/area',
    kind: 'Group',
    says: 'A team named by its part of the country or of the work, told with its head: 苏北片区组由…带队.',
    pattern: `${OPENS}(?<it>[\\u4e00-\\u9fff‹Place›“”]{1,12}组)(?!织|合|建|成|团|委|件|装|队)(?=(?:（[^（）]{1,40}）)?(?:[，：]?(?:[^，。；：]{0,12}，)?(?:暂|现|临时)?由[^。；]{1,40}?(?:带队|率队|牵头|负责|代?任?‹Lead›|担任‹Lead›)|的?‹Lead›|[（：，] ?‹Lead›))`,
    unless:
      '^(?:各|每|该|本|全|[两三四五六七八九十几多\\d]个?|成立|组建|设立|派出|下设|一|小)|[的了在把是为与由从]|班组|机组|分组|编组|‹Place›.{0,4}(?:工作|督导|检查|调查|专家)组$',
    words: ['组'],
    value: { sort: 'area' },
    rank: -1,
    yes: ['分为两个片区：【苏北片区组】由李平任组长', '【淮海组】组长李平'],
    no: ['每个班组由李平带队', '成立调查组，组长李平'],
  },
] as const satisfies readonly MentionRule[]

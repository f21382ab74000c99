// Mentions of kind Campaign: the word that a name ends with. Where the name begins, campaigns.ts finds.
import type { MentionRule } from '../match.js'

const YEAR = '(?:20\\d{2})?'
/** Words that make a drive a particular one by themselves. */
const DRIVE = `(?:大检查)?(?:百日|集中)?(?:专项)?(?:安全)?(?:隐患)?(?:排查)?(?:整治|治理|执法|攻坚|清理|打击|清零|清剿|提升|会战|监督检查|执法检查|督导检查)?`
/** What may not follow: then the word is part of another name. */
const NO_WORD = '(?!办公室|办|组|队|委员会|机构|力度|资金|经验|指南|纲领|自觉|能力|方针)'

const GREAT = '大(?:教育|排查|整治|检查|落实|培训|宣传|督查|起底|体检|清查|演练|曝光)'

export const campaignRules = [
  {
    id: 'campaign/special-action',
    kind: 'Campaign',
    says: 'A special or concentrated drive, named by what it is about and its last word.',
    pattern: `(?:专项|百日|集中|三年|两年|五年)${DRIVE}${YEAR}(?:三年)?(?:行动|会战|活动|斗争|整治|治理|攻坚|排查|检查|执法)${YEAR}(?:和督导检查)?(?:“[^“”]{1,10}”(?:专项)?(?:行动|会战|攻坚战?|活动))?(?!行动)`,
    words: ['专项', '百日', '集中', '三年', '两年', '五年'],
    yes: ['在全省开展【烟花爆竹安全“利剑”专项行动】', '持续推进【尾矿库安全专项整治三年行动】'],
    no: ['要开展专项行动', '配合做好相关专项整治'],
  },
  {
    id: 'campaign/action',
    kind: 'Campaign',
    says: 'An action or drive with a name in quotes or of its own.',
    pattern: `(?:(?:隐患)?(?:大?排查)?(?:大?整治|治理|攻坚|清零|清剿|提升|严打|歼灭|护航|宣传|创建|防范)${YEAR}行动|(?<=”[^，。；“”]{0,14})行动|(?<=”)(?:百日)?(?:安全|消防|联合|隐患|集中)?(?:会战|大?排查整治|大检查|整治|攻坚战?|治理|专项监督|安全整顿活动|整顿活动|专项督查|专项督导)(?!行动))`,
    words: ['行动', '会战', '检查', '整治', '攻坚', '治理', '监督', '活动', '督查', '督导'],
    yes: ['启动【“守岁”仓储火灾隐患清零行动】'],
    no: ['采取有力行动', '开展救援行动'],
  },
  {
    id: 'campaign/in-quotes',
    kind: 'Campaign',
    says: 'A drive whose whole name, with its last word, stands in quotes.',
    pattern:
      '“[\\u4e00-\\u9fff\\d—·]{2,10}(?:行动|会战|攻坚战|大检查|大排查|大整治|大起底)”(?![\\u4e00-\\u9fff]{0,4}(?:专项|行动|整治|方案|计划))',
    words: ['”'],
    yes: ['会议启动了【地灾避险“敲钟行动”】'],
    no: ['“敲钟”比不敲钟好'],
  },
  {
    id: 'campaign/list-of-great',
    kind: 'Campaign',
    says: 'A drive named by a row of great things to do: 大教育、大排查、大整治.',
    pattern: `${GREAT}(?:、[\\u4e00-\\u9fff]{0,8}${GREAT}){1,6}(?:专项)?(?:行动|活动)?`,
    words: ['大教育', '大排查', '大整治', '大检查'],
    yes: ['集中开展【森林火险大排查、违规用火大整治活动】'],
    no: ['开展一次大排查'],
  },
  {
    id: 'campaign/law-check',
    kind: 'Campaign',
    says: 'The check of how a law is carried out.',
    pattern: '法执法检查',
    words: ['法执法检查'],
    yes: ['启动【渔业法执法检查】'],
    no: ['开展联合执法检查'],
  },
  {
    id: 'campaign/census',
    kind: 'Campaign',
    says: 'A numbered nationwide census or survey.',
    pattern: '第[一二三四五六七八九十]{1,3}次全国[\\u4e00-\\u9fff]{2,10}?(?:普查|调查)(?!领导小组|办|[员区组])',
    words: ['普查', '调查'],
    value: { whole: true },
    yes: ['开展【第二次全国自然灾害综合风险普查】'],
    no: ['第二次全国自然灾害综合风险普查办公室'],
  },
  {
    id: 'campaign/round-of-inspection',
    kind: 'Campaign',
    says: 'A numbered round of the central inspections.',
    pattern: '(?:[一二三四五六七八九十]{1,3}届)?(?:中央|省委|市委|自治区党委)第[一二三四五六七八九十]{1,3}轮巡[视察]',
    words: ['轮巡'],
    value: { whole: true },
    yes: ['【二十届中央第五轮巡视】进驻完成'],
    no: ['中央巡视工作'],
  },
  {
    id: 'campaign/movement',
    kind: 'Campaign',
    says: 'A lasting movement under its own name.',
    pattern:
      '(?<=开展|深化|推进|对|实施|深入)(?:[\\u4e00-\\u9fff]{4}运动|[\\u4e00-\\u9fff]{4}行动)(?!会|员|方案|计划|[的力])',
    unless:
      '[和的与]|救援|搜救|军事|联合|具体|实际|有力|果断|统一|采取|体育|社会|群众|国际|奥林|田径|一致|快速|积极|抢险',
    words: ['运动', '行动'],
    value: { whole: true },
    yes: ['深入开展【爱国卫生运动】'],
    no: ['积极开展体育运动'],
  },
] as const satisfies readonly MentionRule[]

export { NO_WORD }

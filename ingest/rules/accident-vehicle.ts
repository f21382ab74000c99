// Accidents of vehicles told by what the vehicle did: fell, ran into something. The place stands before it or elsewhere in the sentence.
import type { MentionRule } from '../match.js'

const VEHICLE =
  '(?:客车|大巴|中巴|轿车|货车|卡车|面包车|校车|班车|旅游车|罐车|三轮车|摩托车|拖拉机|工程车|半挂车|越野车|出租车|公交车|巴士|吊车|小车|汽车|跑车|农用车|‹Title›的?车|一辆[^，。；：！？\\n]{0,14}?车)'
const FELL =
  '(?:(?:翻|坠|滚|掉|跌|栽|摔)(?:入|下|落|进|至|到|向)|(?:冲|驶|飞)(?:入|下|落|进|出)(?:[^，。；：！？\\n\\uE000-\\uEFFF]{0,12}?(?:山|沟|崖|谷|坡|河|江|湖|塘|水库|护栏|桥|路面|道路|路基|人群|海))|撞(?:上|到|向|倒|入|死|伤|断|穿|毁))'
const INNER = '(?:(?!电[（ ]|讯|消息|记者|获悉|报道|通报|称)[^。；！？\\n“”《》‹Accident›]){0,60}?'
const NO = '未(?!成)|没有|如果|防止|避免|防范|模拟|涉嫌|演练|救援车|消防车|救护车|警车'

export const vehicleRules: readonly MentionRule[] = [
  {
    id: 'accident/vehicle',
    kind: 'Accident',
    says: 'A vehicle that falls or runs into something, with the place where it did.',
    pattern: `(?<it>(?<where>‹Place›(?:(?!电[（ ]|讯|消息|记者|获悉|报道|通报|称)[^，。；：！？\\n“”《》]){0,30}?)${VEHICLE}(?:[^，。；：！？\\n]{0,14}?)(?<kind>${FELL}))`,
    unless: NO,
    words: ['翻', '坠', '滚', '掉', '跌', '栽', '摔', '冲', '驶', '飞', '撞'],
    value: { event: true },
    yes: ['【四川省成都市一辆中巴车翻下】山沟，造成3人死亡'],
    no: ['四川省成都市的中巴车防止翻下山沟'],
  },
  {
    id: 'accident/vehicle-there',
    kind: 'Accident',
    says: 'A vehicle that falls or runs into something; the place stands in a clause before.',
    pattern: `${VEHICLE}${INNER}(?<it>(?<kind>${FELL}))`,
    unless: NO,
    words: ['翻', '坠', '滚', '掉', '跌', '栽', '摔', '冲', '驶', '飞', '撞'],
    value: { event: true, weak: true },
    rank: -1,
    yes: ['在四川省成都市龙泉山路，一辆中巴车转弯时失控，【翻下】约8米深的山沟'],
    no: ['一辆救护车冲入雨中'],
  },
]

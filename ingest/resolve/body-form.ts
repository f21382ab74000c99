// The name of a body without its region -> one canonical form: 人民政府 and 政府, 安全生产委员会办公室 and 安委办 are one.
// 委 and 政府, 安委会 and its office, 厅 and 局 stay apart. Knows no region and no body at the centre.
import { words } from '../lexicon.js'

/** Long and short ways to say the same part of a name; each is applied once, in this order. */
const SHORTENED: readonly [RegExp, string][] = [
  [/中国共产党/gu, '中共'],
  [/人民政府/gu, '政府'],
  [/人民代表大会/gu, '人大'],
  [/常务委员会/gu, '常委会'],
  [/(?:中国)?人民政治协商会议/gu, '政协'],
  [/纪律检查委员会/gu, '纪委'],
  [/监察委员会/gu, '监委'],
  [/纪委[省市县区州旗盟]监委/gu, '纪委监委'],
  [/安全生产委员会/gu, '安委会'],
  [/安全生产委(?!员)/gu, '安委会'],
  [/安委(?![会办])/gu, '安委会'],
  [/村民委员会/gu, '村委会'],
  [/居民委员会/gu, '居委会'],
  [/管理委员会/gu, '管委会'],
  [/监督管理/gu, '监管'],
  [/安全监察/gu, '安监'],
  [/矿监局/gu, '矿山安监局'],
  [/发展(?:和)?改革|发改/gu, '发改'],
  [/住房(?:和)?城乡建设/gu, '住建'],
  [/人力资源(?:和)?社会保障/gu, '人社'],
  [/经济(?:和)?信息化/gu, '经信'],
  [/工业(?:和)?信息化/gu, '工信'],
  [/卫生(?:和)?计划生育|卫生计生/gu, '卫计'],
  [/卫生健康/gu, '卫健'],
  [/国有资产/gu, '国资'],
  [/国资监管委员会|国资监管委/gu, '国资委'],
  [/文化广电(?:新闻出版)?和?旅游/gu, '文广旅'],
  [/文化(?:和)?旅游/gu, '文旅'],
  [/退役军人事务/gu, '退役军人'],
  [/林业(?:和)?草原/gu, '林草'],
  [/粮食(?:和)?(?:物资)?储备/gu, '粮食储备'],
  [/自然资源(?:和)?规划/gu, '自然资源规划'],
  [/规划(?:和)?自然资源/gu, '规划自然资源'],
  [/民族事务/gu, '民'],
  [/民族宗教(?:事务)?/gu, '民宗'],
  [/医疗保障/gu, '医保'],
  [/烟草专卖/gu, '烟草'],
  [/行政审批服务/gu, '行政审批'],
  [/防震减灾/gu, '抗震'],
  [/消防安全委员会|消防安全委/gu, '消安委'],
  [/道路交通安全委员会|道路交通安全委|道路交通安全工作联席会议/gu, '道安委'],
  [/食品(?:药品)?安全委员会|食品(?:药品)?安全委/gu, '食安委'],
  [/防灾减灾救灾委员会/gu, '防灾减灾救灾委'],
  [/减灾委员会/gu, '减灾委'],
  [/防汛抗旱(?:总)?指挥部|防汛指挥部|(?<!消)防总/gu, '防指'],
  [/森林(?:草原)?(?:防灭火|防火)(?:总)?指挥部/gu, '森防指'],
  [/抗震救灾指挥部/gu, '抗震指'],
  [/应急(?=[厅局]$|[厅局](?!长))/gu, '应急管理'],
  [/应急管理管理/gu, '应急管理'],
  [/公安(?:交警|交通警察|交通管理)(?=[总支大]队)/gu, '交警'],
  [/公安[厅局]交警(?=[总支大]队)|交通警察(?=[总支大]队)/gu, '交警'],
  [/人民检察院/gu, '检察院'],
  [/高级人民法院|高级法院/gu, '高院'],
  [/中级人民法院|中级法院/gu, '中院'],
  [/(?:基层)?人民法院/gu, '法院'],
  [/农业科学院/gu, '农科院'],
  [/社会科学院/gu, '社科院'],
  [/社会科学界联合会/gu, '社科联'],
  [/疾病预防控制/gu, '疾控'],
  [/人民防空/gu, '人防'],
  [/国防动员/gu, '国动'],
  [/中医药管理局/gu, '中医药局'],
  [/网络安全(?:和)?信息化委员会/gu, '网信委'],
  [/机构编制委员会/gu, '编委'],
  [/全面深化改革委员会/gu, '深改委'],
  [/全面依法治[省市县区国]委员会/gu, '依法治理委'],
  [/精神文明建设指导委员会/gu, '文明委'],
  [/爱国卫生运动委员会/gu, '爱卫会'],
  [/军民融合发展委员会/gu, '军民融合委'],
  [/国际贸易促进委员会/gu, '贸促会'],
  [/委员会(?=$|办公室$)/gu, '委'],
]

/** Short names of offices -> body and office: 安委办 is the office of 安委会. */
const OFFICES: Readonly<Record<string, string>> = {
  安委办: '安委会',
  安委会办: '安委会',
  消安办: '消安委',
  道安办: '道安委',
  食安办: '食安委',
  食药安办: '食安委',
  减灾办: '减灾委',
  防办: '防指',
  防汛办: '防指',
  防指办: '防指',
  森防办: '森防指',
  森防指办: '森防指',
  抗震办: '抗震指',
  抗震指办: '抗震指',
  政府办: '政府',
  委办: '委',
  网信办: '网信委',
  编办: '编委',
  编委办: '编委',
  改革办: '深改委',
  深改办: '深改委',
  文明办: '文明委',
  依法治省办: '依法治理委',
  依法治市办: '依法治理委',
  军民融合办: '军民融合委',
  爱卫办: '爱卫会',
  应急委办: '应急委',
}

/** Organs of the party or the government that are named with or without it: 省委政法委 = 省政法委. */
const OF_PARTY =
  /^委(?=组织部|宣传部|统战部|政法委|政研室|政策研究室|网信|编委|编办|社会工作部|党校|军民融合|巡视|巡察|老干部局|党史研究室|机关工委|省直|台办|农办|外办|财经办|财经委|深改委|改革办|审计委|教育工委|国安办|依法治理委|文明办|文明委)/u
const OF_GOVERNMENT =
  /^政府(?!办公|研究室|督查|参事|党组|办$|发展研究)(?=.{2,}(?:厅|局|委|安委会|防指|消安委|办公室|办|指|总队|会)$)/u

const LEVELS = '省市县区州旗盟镇乡'

let known: Map<string, string> | undefined

/** 省应急管理厅 -> 应急管理厅; 市场监管局 stays. */
export function withoutLevel(form: string): string {
  if (/^自治[区州县旗](?=.{1,})/u.test(form)) return form.slice(3)
  if (/^(?:市场|市政|区域|县域|州际|乡村|镇村|区块)/u.test(form)) return form
  return LEVELS.includes(form[0] as string) && form.length > 1 ? form.slice(1) : form
}

function shorten(form: string): string {
  let text = form
  for (const [long, short] of SHORTENED) text = text.replace(long, short)
  return text
}

function load(): Map<string, string> {
  if (known) return known
  const table = new Map<string, string>()
  for (const { word, fields } of words('local-body')) {
    const canonical = settle(shorten(withoutLevel(fields[0] || word)))
    for (const form of [withoutLevel(word), word]) if (!table.has(shorten(form))) table.set(shorten(form), canonical)
  }
  // What the list calls by an older short form of its own.
  for (const [form, canonical] of EXTRA) table.set(shorten(form), settle(shorten(canonical)))
  known = table
  return table
}

const EXTRA: readonly [string, string][] = [
  ['党委', '委'],
  ['团省委', '团委'],
  ['团市委', '团委'],
  ['团县委', '团委'],
  ['团区委', '团委'],
  ['团州委', '团委'],
  ['煤矿安监局', '煤监局'],
  ['安全监管局', '安监局'],
  ['安全生产监管局', '安监局'],
  ['交警总队', '交警总队'],
  ['行署', '政府'],
  ['行政公署', '政府'],
  ['深改委', '深改委'],
  ['编委', '编委'],
  ['网信委', '网信委'],
  ['文明委', '文明委'],
  ['依法治理委', '依法治理委'],
  ['军民融合委', '军民融合委'],
  ['政研室', '政研室'],
  ['政策研究室', '政研室'],
  ['外办', '外办'],
  ['外事办公室', '外办'],
  ['外事工作委员会办公室', '外办'],
  ['港澳办', '港澳办'],
  ['港澳事务办公室', '港澳办'],
  ['军民融合办', '军民融合委办公室'],
  ['金融监管局', '金融监管局'],
  ['证监局', '证监局'],
  ['调查总队', '调查总队'],
  ['招商局', '招商局'],
  ['体委', '体委'],
  ['民委', '民委'],
  ['民委员会', '民委'],
  ['民宗委员会', '民宗委'],
  ['城管局', '城管局'],
  ['城市管理和综合执法局', '城管执法局'],
  ['城市管理综合行政执法局', '城管执法局'],
  ['城管综合执法局', '城管执法局'],
  ['公安局交警支队', '交警支队'],
  ['总工会', '总工会'],
  ['妇女联合会', '妇联'],
  ['知识产权局', '知识产权局'],
  ['地方金融监管局', '地方金融监管局'],
  ['药监局', '药监局'],
  ['药品监管局', '药监局'],
  ['食品药品监管局', '食药监局'],
  ['市监局', '市场监管局'],
  ['质量技术监督局', '质监局'],
  ['机关事务局', '机关事务局'],
  ['机关事务管理局', '机关事务局'],
  ['大数据局', '大数据局'],
  ['大数据管理局', '大数据局'],
  ['大数据发展管理局', '大数据局'],
  ['政务服务局', '政务服务局'],
  ['政务服务管理局', '政务服务局'],
  ['消防救援总队', '消防救援总队'],
  ['综合行政执法局', '综合执法局'],
  ['综合执法局', '综合执法局'],
]

/** 委组织部 -> 组织部, 政府国资委 -> 国资委, 安委办 -> 安委会办公室. */
function settle(form: string): string {
  const own = form.replace(OF_PARTY, '').replace(OF_GOVERNMENT, '')
  const office = OFFICES[own]
  return office ? `${office}办公室` : own
}

/**
 * The canonical form of a local body's name without its region.
 * @returns the form, and whether it is one of the known kinds of body (then two forms that differ are two bodies)
 */
export function canonicalForm(rest: string): { form: string; known: boolean } {
  const table = load()
  const short = settle(shorten(rest))
  // 省委省政府: two bodies that act together are none of the two.
  if (/^(?:党)?委(?:和|及)?[省市县区州旗]?政府$/u.test(short)) return { form: '委和政府', known: true }
  const direct = table.get(short) ?? table.get(settle(short))
  if (direct !== undefined) return { form: settle(direct), known: true }
  const office = /^(.+?)(办公室|办公厅|党组|党委|机关党委|机关)$/u.exec(short)
  if (office) {
    const owner = canonicalForm(office[1] as string)
    if (owner.known) return { form: owner.form + (office[2] as string), known: true }
  }
  // A part of a known body: 应急管理厅|执法监督局.
  for (let end = short.length - 2; end >= 2; end--) {
    const owner = table.get(short.slice(0, end))
    if (owner === undefined || /^(?:委|政府)$/u.test(owner)) continue
    return { form: `${settle(owner)}·${short.slice(end)}`, known: false }
  }
  return { form: short, known: /^.*委$/u.test(short) && short.length <= 1 }
}

/** A name of any body in short words, for comparing what no list knows. */
export function shortForm(name: string): string {
  return settle(shorten(name))
}

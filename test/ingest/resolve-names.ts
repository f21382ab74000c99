// Every province, its bodies and their ranks, each with the ways to write it: what the tests of identity are generated from.
import { words } from '../../ingest/lexicon.js'

/** One thing and its names; the first is the fullest. */
export interface Named {
  /** Tells it from every other. */
  id: string
  group: string
  names: string[]
}

/** A body by its long and short names without the region. `rank` is the last word of its head's office. */
interface Kind {
  forms: string[]
  heads: string[]
  party?: boolean
}

const KINDS: readonly Kind[] = [
  { forms: ['委员会', '委'], heads: ['书记', '副书记', '常委', '秘书长', '副秘书长'], party: true },
  { forms: ['人民政府', '政府'], heads: ['秘书长', '副秘书长'] },
  { forms: ['人民政府办公厅', '政府办公厅'], heads: ['主任', '副主任'] },
  { forms: ['人民代表大会常务委员会', '人大常委会'], heads: ['主任', '副主任', '秘书长'] },
  { forms: ['安全生产委员会', '安委会'], heads: ['主任', '副主任', '常务副主任'] },
  { forms: ['安全生产委员会办公室', '安委会办公室', '安委办'], heads: ['主任', '副主任', '常务副主任'] },
  { forms: ['应急管理厅', '应急厅'], heads: ['厅长', '副厅长', '党委书记', '总工程师'] },
  { forms: ['公安厅'], heads: ['厅长', '副厅长', '常务副厅长'] },
  { forms: ['发展和改革委员会', '发展改革委', '发改委'], heads: ['主任', '副主任'] },
  { forms: ['住房和城乡建设厅', '住房城乡建设厅', '住建厅'], heads: ['厅长', '副厅长'] },
  { forms: ['人力资源和社会保障厅', '人力资源社会保障厅', '人社厅'], heads: ['厅长', '副厅长'] },
  { forms: ['工业和信息化厅', '工信厅'], heads: ['厅长', '副厅长'] },
  { forms: ['生态环境厅'], heads: ['厅长', '副厅长'] },
  { forms: ['交通运输厅'], heads: ['厅长', '副厅长'] },
  { forms: ['卫生健康委员会', '卫生健康委', '卫健委'], heads: ['主任', '副主任'] },
  { forms: ['市场监督管理局', '市场监管局'], heads: ['局长', '副局长'] },
  { forms: ['国有资产监督管理委员会', '国资委'], heads: ['主任', '副主任'] },
  { forms: ['防汛抗旱指挥部', '防指'], heads: ['总指挥', '副总指挥'] },
  { forms: ['防汛抗旱指挥部办公室', '防办'], heads: ['主任'] },
  { forms: ['森林草原防灭火指挥部', '森防指'], heads: ['总指挥'] },
  { forms: ['消防救援总队'], heads: ['总队长', '副总队长', '政治委员'] },
  { forms: ['纪律检查委员会', '纪委'], heads: ['书记', '副书记'], party: true },
  { forms: ['监察委员会', '监委'], heads: ['主任', '副主任'] },
  { forms: ['高级人民法院', '高院'], heads: ['院长', '副院长'] },
  { forms: ['人民检察院', '检察院'], heads: ['检察长', '副检察长'] },
  { forms: ['委组织部'], heads: ['部长', '副部长'], party: true },
  { forms: ['委政法委员会', '委政法委'], heads: ['书记'], party: true },
  { forms: ['文化和旅游厅', '文旅厅'], heads: ['厅长'] },
  { forms: ['退役军人事务厅', '退役军人厅'], heads: ['厅长'] },
  { forms: ['矿山安全监察局', '矿山安监局'], heads: ['局长', '副局长'] },
]

/** The thirty-one provinces, regions and municipalities of the mainland: full and short name. */
export function mainland(): { full: string; short: string }[] {
  return words('province')
    .filter(({ word }) => !/特别行政区|台湾|兵团/u.test(word))
    .map(({ word, fields }) => ({ full: word, short: fields[0] as string }))
}

/** 省, 市 or 自治区. */
const levelOf = (full: string) => (full.endsWith('自治区') ? '自治区' : (full.at(-1) as string))

/** Every body of every province, in all its names. */
export function bodies(): (Named & { heads: string[]; province: string; kind: string })[] {
  return mainland().flatMap(({ full, short }) =>
    KINDS.map((kind) => ({
      id: `${full}${kind.forms[0]}`,
      group: full,
      province: full,
      kind: kind.forms[0] as string,
      heads: kind.heads,
      names: kind.forms.flatMap((form) => {
        // 自治区 has a 党委 where others have a 委.
        const own = form === '委' && levelOf(full) === '自治区' ? '党委' : form
        return [full + own, short + levelOf(full) + own, ...(kind.party ? [`中共${full}${form}`] : [])]
      }),
    })),
  )
}

/** Every office of every body, and the heads of government, in all their names. */
export function offices(): (Named & { province: string; seat: string })[] {
  const ofBodies = bodies().flatMap(({ names, heads, province, kind }) =>
    heads.map((head) => ({
      id: `${province} ${kind} ${head}`,
      group: province,
      province,
      seat: `${kind} ${head}`,
      names: [...new Set(names)].map((name) => name + head),
    })),
  )
  const ofGovernments = mainland().flatMap(({ full, short }) => {
    const level = levelOf(full)
    const chief = level === '自治区' ? '主席' : `${level}长`
    return ['', '副', '常务副', '代'].map((grade) => ({
      id: `${full} ${grade}${chief}`,
      group: full,
      province: full,
      seat: `${grade}chief`,
      names: [
        `${full}人民政府${grade}${chief}`,
        `${full}政府${grade}${chief}`,
        full + grade + chief,
        ...(grade ? [] : [level === '自治区' ? `${short}自治区主席` : short + chief]),
      ],
    }))
  })
  return [...ofBodies, ...ofGovernments]
}

// Same or not, by type: tables of pairs with the verdict that a careful reader gives.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Descriptor } from '../../ingest/resolve/descriptor.js'
import { blockOf, judge } from '../../ingest/resolve/judge.js'
import type { EntityType } from '../../schema/model.js'
import { shared } from '../material.js'

type Said = string | Omit<Descriptor, 'type'>
type Verdict = 'same' | 'different' | 'unsure'
const S = 'same'
const D = 'different'
const U = 'unsure'

const TABLE: Partial<Record<EntityType, [Said, Said, Verdict][]>> = {
  Organization: [
    ['内蒙古党委', '中共内蒙古自治区委员会', S],
    ['新疆维吾尔自治区人民政府', '新疆政府', S],
    ['中国人民政治协商会议江苏省委员会', '江苏省政协', S],
    ['政协江苏省委员会', '江苏省政协', S],
    ['广东省高级人民法院', '广东高院', S],
    ['云南省人民政府国有资产监督管理委员会', '云南省国资委', S],
    ['共青团海南省委员会', '共青团海南省委', S],
    ['武警贵州省总队', '武警贵州总队', S],
    ['国家矿山安全监察局贵州局', '贵州矿山安监局', S],
    ['国家税务总局浙江省税务局', '浙江省税务局', S],
    ['太原市应急局', '太原市应急管理局', S],
    ['吉林市人民政府', '吉林市政府', S],
    ['吉林市政府', '吉林省政府', D],
    ['榆林市政府', '榆林县政府', D],
    ['榆林市委', '榆林镇党委', D],
    ['国家教育部', '教育部', S],
    ['国务院扶贫开发领导小组办', '国务院扶贫开发领导小组办公室', S],
    ['中国华能集团', '中国华能集团有限公司', S],
    ['中国建筑集团有限公司', '中国建筑股份有限公司', D],
    ['云南省纪委省监委', '云南省纪委监委', S],
    ['云南消防总队', '云南防总', D],
    ['恩施州政府', '恩施土家族苗族自治州人民政府', S],
    ['恩施州政府', '恩施市政府', D],
    ['海南省政府', '海南州政府', D],
    ['南京市鼓楼区政府', '福州市鼓楼区政府', D],
    ['鼓楼区政府', '福州市鼓楼区政府', U],
    [{ name: '鼓楼区政府', places: ['江苏省', '南京市'] }, '南京市鼓楼区人民政府', S],
    ['省政府', '浙江省政府', U],
    ['省政府', '杭州市政府', D],
    ['新疆维吾尔自治区党委', '新疆生产建设兵团党委', D],
    ['兵团党委', '新疆生产建设兵团党委', S],
    ['浙江省委省政府', '浙江省政府', D],
    ['应急管理部办公厅', '应急管理部', D],
    ['国家安全部', '国家安全局', D],
    ['国家能源局', '国家能源集团', D],
    ['浙江省交通运输厅', '浙江省交通厅', U],
    ['浙江省政府办公厅', '浙江省政府办公室', U],
    ['浙江省能源局', '浙江省能源厅', D],
    ['远山木业有限公司', '远山木业', S],
    ['桂林远山木业有限公司', '远山木业', U],
    ['某公司', '某公司', U],
    ['国家统计局贵州调查总队', '国家统计局', D],
    ['中華人民共和國應急管理部', '应急管理部', S],
  ],
  Post: [
    ['中央军事委员会主席', '中央军委主席', S],
    ['浙江省长', '浙江省人民政府省长', S],
    ['原浙江省省长', '浙江省省长', S],
    ['浙江省原省长', '时任浙江省省长', S],
    ['浙江省代理省长', '浙江省代省长', S],
    ['浙江省代省长', '浙江省省长', D],
    ['原平市市长', '平市市长', D],
    ['吉林市长', '吉林市市长', S],
    ['吉林市市长', '吉林省省长', D],
    ['公安部长', '公安部部长', S],
    ['浙江省应急厅厅长', '浙江省应急管理厅长', S],
    ['国务院安委办副主任', '国务院安全生产委员会办公室副主任', S],
    ['国家矿山安监局党组书记', '国家矿山安监局局长', D],
    ['应急管理部总工程师', '应急管理部副总工程师', D],
    ['省长', '浙江省省长', U],
    ['省长', '杭州市市长', D],
    ['副省长', '副省长', U],
    ['第一副总理', '副总理', D],
    ['总书记', '中共中央总书记', S],
    ['兵团政委', '新疆生产建设兵团政治委员', S],
    ['远山木业董事长', '远山木业总经理', D],
    ['省委组织部长', '浙江省委组织部部长', U],
  ],
  Province: [
    ['宁夏', '宁夏回族自治区', S],
    ['黔', '贵州省', S],
    ['香港特区', '香港', S],
    ['吉林', '吉林市', D],
    ['海南省', '海南州', D],
  ],
  Place: [
    ['吉林', '吉林市', S],
    ['桂平', '桂平市', S],
    ['景宁县', '浙江省丽水市景宁畲族自治县', S],
    ['南京市鼓楼区', '徐州市鼓楼区', D],
    ['鼓楼区', '鼓楼区', U],
    [{ name: '鼓楼区', province: '江苏省' }, { name: '鼓楼区', province: '福建省' }, D],
    ['安阳市', '安阳县', D],
    ['喀什地区', '喀什市', D],
    ['密云县', '密云区', D],
    ['桂平市木乐镇', '贵港市桂平市木乐镇', S],
    ['木乐镇', '桂平市木乐镇', U],
  ],
  Accident: [
    [
      { name: '桂林市七星区远山木业“3·5”较大火灾事故', date: '2024-03-05', places: ['广西壮族自治区', '桂林市'] },
      { name: '广西桂林远山木业有限公司厂房火灾', date: '2024-03-05', places: ['广西壮族自治区'] },
      S,
    ],
    [
      { name: '“3·5”火灾事故', date: '2024-03-05', places: ['广西壮族自治区'] },
      { name: '桂林“3·5”较大火灾事故', date: '2024-03-05', places: ['广西壮族自治区', '桂林市'] },
      S,
    ],
    [
      { name: '“3·5”火灾事故', date: '2024-03-05', places: ['广西壮族自治区'] },
      { name: '“3·5”火灾事故', date: '2024-03-05', places: ['广东省'] },
      D,
    ],
    [
      { name: '桂林远山木业火灾', date: '2024-03-05', places: ['桂林市'] },
      { name: '桂林远山木业火灾', date: '2023-03-05', places: ['桂林市'] },
      D,
    ],
    [
      { name: '桂林远山木业火灾', date: '2024-03-05', places: ['桂林市'] },
      { name: '桂林和顺酒楼火灾', date: '2024-03-05', places: ['桂林市'] },
      U,
    ],
    [
      { name: '桂林市道路交通事故', date: '2024-03-05', places: ['桂林市'] },
      { name: '桂林交通事故', date: '2024-03-05', places: ['桂林市'] },
      U,
    ],
    [
      { name: '“3·5”火灾事故', date: '2024-03-05', places: ['广西壮族自治区'] },
      { name: '广西柳州某仓库火灾', date: '2024-03-05', places: ['广西壮族自治区', '柳州市'] },
      U,
    ],
    ['一起火灾事故', '一起火灾事故', U],
  ],
  Group: [
    ['贵州省六盘水市“3·5”远山矿业事故调查组', '贵州省六盘水市“3·5”瓦斯爆炸事故调查组', U],
    ['贵州省六盘水市“3·5”瓦斯爆炸事故调查组', '贵州省毕节市“3·5”交通事故调查组', D],
    [
      { name: '国务院安委会第三督导组', number: 3, year: 2023 },
      { name: '国务院安全生产委员会第三督导组', number: 3, year: 2023 },
      S,
    ],
    [
      { name: '中央第三生态环境保护督察组', number: 3, year: 2021 },
      { name: '中央第三生态环保督察组', number: 3, year: 2021 },
      S,
    ],
    [{ name: '浙江省第一督导组', number: 1, year: 2023 }, { name: '贵州省第一督导组', number: 1, year: 2023 }, D],
    [{ name: '浙江省第1督导检查组', year: 2023 }, { name: '浙江省第一督导检查组', year: 2023 }, S],
    [
      { name: '国务院第一考核巡查组', number: 1, year: 2023 },
      { name: '国务院安委会第一综合检查组', number: 1, year: 2023 },
      D,
    ],
    ['浙江省危化品安全整治提升行动领导小组', '浙江省危化品安全整治提升行动领导小组', S],
    ['调查组', '调查组', U],
  ],
  Meeting: [
    [
      { name: '全省森林防火工作电视电话会议', date: '2024-03-10', held_by: '贵州省政府' },
      { name: '贵州省森林防火工作电视电话会议', date: '2024-03-10' },
      S,
    ],
    [
      { name: '全省森林防火工作电视电话会议', date: '2024-03-10' },
      { name: '全省森林防火工作电视电话会议', date: '2024-03-10' },
      U,
    ],
    [
      { name: '全省森林防火工作电视电话会议', date: '2024-03-10', held_by: '贵州省政府' },
      { name: '全省森林防火工作电视电话会议', date: '2024-03-10', held_by: '云南省政府' },
      D,
    ],
    ['十四届全国人大一次会议', '第十四届全国人民代表大会第一次会议', S],
    ['十四届全国人大一次会议', '全国政协十四届一次会议', D],
    ['十四届全国人大一次会议', '十四届全国人大二次会议', D],
    ['二十届中央纪委第三次全体会议', '党的二十届三中全会', D],
    ['党的二十届三中全会', '中国共产党第二十届中央委员会第三次全体会议', S],
    ['党的二十大', '中国共产党第二十次全国代表大会', S],
    [{ name: '国务院常务会议', date: '2023-11-24' }, { name: '国务院常务会议', date: '2023-12-01' }, D],
    ['国务院安委会2023年第一次全体会议', '国务院安全生产委员会2023年第一次全体（扩大）会议', S],
    ['国务院安委会2023年第一次全体会议', '国务院安委会2022年第一次全体会议', D],
    ['全国应急管理工作会议', '全国应急管理工作会议', U],
    ['2023年全国应急管理工作会议', { name: '全国应急管理工作会议', year: 2023 }, S],
  ],
  Directive: [
    [
      { name: '省政府办公厅关于做好汛期工作的通知', issuer: '贵州省政府办公厅' },
      { name: '省政府办公厅关于做好汛期工作的通知', issuer: '云南省政府办公厅' },
      D,
    ],
    ['省政府办公厅关于做好汛期工作的通知', '省政府办公厅关于做好汛期工作的通知', U],
    [
      { name: '《关于做好2024年汛期工作的通知》', issuer: '贵州省政府' },
      { name: '贵州省人民政府关于做好2024年汛期工作的通知' },
      S,
    ],
    [
      { name: '关于做好2024年汛期工作的通知', issuer: '贵州省政府' },
      { name: '关于做好2024年汛期工作的通知', issuer: '云南省政府' },
      D,
    ],
    ['安全生产法', '《中华人民共和国安全生产法》', S],
    ['安全生产法', '消防法', D],
    ['黔府发〔2024〕3号', '黔府发〔2024〕4号', D],
    [
      { name: '程书衡对桂林远山木业火灾的重要批示', issuer: '程书衡', accident: '2024-03-05' },
      { name: '程书衡关于广西桂林一木业公司火灾事故的批示', issuer: '程书衡', accident: '2024-03-05' },
      S,
    ],
    [
      { name: '程书衡关于防汛工作的重要指示', issuer: '程书衡', date: '2022-06-01' },
      { name: '程书衡关于防汛工作的重要指示', issuer: '程书衡', date: '2023-06-20' },
      D,
    ],
  ],
  Campaign: [
    ['全国危化品安全整治提升2024行动', '危化品安全整治提升2024行动', S],
    ['危化品安全整治提升2023行动', '危化品安全整治提升2024行动', D],
    ['贵州省冬春森林防火专项行动', '云南省冬春森林防火专项行动', D],
    ['冬季安全大检查', '冬季安全大检查', U],
  ],
  Person: [
    [
      { name: '程书衡', posts: ['水利部部长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['国务院安委会副主任'], date: '2024-03-08' },
      S,
    ],
    [
      { name: '程书衡', posts: ['贵州省省长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['贵州省委副书记'], date: '2024-03-05' },
      S,
    ],
    [
      { name: '程书衡', posts: ['贵州省省长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['国家能源局副局长'], date: '2020-03-05' },
      S,
    ],
    [
      { name: '程书衡', posts: ['贵阳市市长'], date: '2014-03-05' },
      { name: '程书衡', posts: ['贵州省副省长'], date: '2022-03-05' },
      S,
    ],
    [
      { name: '程书衡', posts: ['贵州省省长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['某镇派出所所长'], date: '2024-03-01' },
      D,
    ],
    [
      { name: '程书衡', posts: ['兴县县长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['秭归县县长'], date: '2024-03-01' },
      D,
    ],
    [
      { name: '程书衡', posts: ['兴县县长'], date: '2024-03-05' },
      { name: '程书衡', posts: ['宜昌市副市长'], date: '2016-03-01' },
      U,
    ],
    ['程书衡', '程书衡', U],
    ['程书衡', '程书恒', D],
    [
      { name: '艾山·买买提', posts: ['喀什市市长'], date: '2024-03-05' },
      { name: '艾山 • 买买提', posts: ['喀什市人民政府市长'], date: '2024-04-05' },
      S,
    ],
    [
      { name: '程书衡', posts: ['国务院国资委副主任'], date: '2024-03-05' },
      { name: '程书衡', posts: ['国务院第十四考核巡查组组长'], date: '2024-03-05' },
      S,
    ],
  ],
}

const describing = (type: EntityType, said: Said): Descriptor => ({
  type,
  ...(typeof said === 'string' ? { name: said } : said),
})

describe.each(Object.entries(TABLE) as [EntityType, [Said, Said, Verdict][]][])('%s', (type, rows) => {
  test.each(rows)('%j and %j: %s', (a, b, verdict) => {
    const [x, y] = [describing(type, a), describing(type, b)]
    const said = judge(x, y)
    expect([said.verdict, said.why]).toEqual([verdict, expect.stringMatching(/\S/)])
    expect(judge(y, x).verdict).toBe(verdict)
    if (verdict === 'same') expect(blockOf(x)).toBe(blockOf(y))
  })
})

describe('pairs of the material beside the project', () => {
  const file = join(shared, 'names/pairs.jsonl')
  const here = existsSync(file)
  const rows = here
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : []
  test.skipIf(!here)('no false merge, nearly all joined, and what is one in one block', () => {
    const said = rows.map(({ type, a, b, same }) => {
      const [x, y] = [a, b].map((side) => Descriptor.parse({ type, ...side })) as [Descriptor, Descriptor]
      return { same, verdict: judge(x, y).verdict, apart: blockOf(x) !== blockOf(y), names: `${x.name} / ${y.name}` }
    })
    expect(said.filter(({ same, verdict }) => !same && verdict === 'same')).toEqual([])
    expect(said.filter(({ same, apart }) => same && apart)).toEqual([])
    const one = said.filter(({ same }) => same)
    expect(one.filter(({ verdict }) => verdict === 'same').length / one.length).toBeGreaterThan(0.91)
  })
})

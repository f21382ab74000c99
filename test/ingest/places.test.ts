// Places in a text: divisions by full, short and former names, towns and villages behind them, zones, places abroad.
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../ingest/extract.js'
import type { Item, Line } from '../../ingest/line.js'
import { openPaper } from '../../ingest/paper.js'
import type { Document } from '../../schema/fact.js'

function namesOf(text: string, kind: string): string[] {
  const document: Document = { id: 'x', title: '', date: '2012-05-06', sha256: '0'.repeat(64), text }
  const paper = openPaper(document)
  findMentions(paper)
  const walk = (line: Line, items: readonly Item[]): string[] =>
    items.flatMap((i) => [...walk(line, i.parts), ...(i.kind === kind ? [String(i.value.name ?? line.textOf(i))] : [])])
  return [...new Set(paper.lines.flatMap((line) => walk(line, line.items)))]
}

const PLACES: [string, string[]][] = [
  // A district without 区 stands beside its city only.
  ['昨夜北京朝阳一仓库起火', ['北京市', '朝阳区']],
  ['一朝阳升起的早晨，仓库起火', ['朝阳市']],
  ['重庆万州一煤矿透水', ['重庆市', '万州区']],
  ['上海浦东一工地坍塌', ['上海市', '浦东新区']],
  ['大连中山一酒店起火', ['大连市', '中山区']],
  ['新华社记者获悉，会议促进和平与光明', []],
  // A former name stays as written.
  ['浙江富阳市一桥梁垮塌', ['浙江省', '富阳市']],
  ['广州番禺市桥街一店铺起火', ['广州市', '番禺区']],
  // The last character of a town's name begins no city.
  ['宿迁市泗阳县穿城镇江苏某厂起火', ['宿迁市', '泗阳县', '穿城镇', '江苏省']],
  ['江苏镇江一工厂起火', ['江苏省', '镇江市']],
  // Towns named like their county, villages behind towns.
  ['融安县融安镇大洲村一民房起火', ['融安县', '融安镇', '大洲村']],
  ['合阳县一乡村公路发生车祸', ['合阳县']],
  ['东莞市桥头镇一店铺起火', ['东莞市', '桥头镇']],
  ['广西南宁至梧州二级公路发生车祸', ['广西壮族自治区', '南宁市', '梧州市']],
  // Zones.
  ['如皋经济技术开发区一车间爆炸', ['如皋经济技术开发区', '如皋市']],
  ['盐城市响水县城南工业园区起火', ['盐城市', '响水县', '城南工业园区']],
  // Stretches of roads.
  ['沪昆高速江山段多车追尾', ['江山市']],
  // Districts whose names are words.
  ['火情发生在老城区和矿区', []],
  ['阳泉市矿区一仓库起火', ['阳泉市', '矿区']],
]

const ABROAD: [string, string[]][] = [
  ['日本北海道一工厂起火', ['日本', '北海道']],
  ['秘鲁发生地震，震中位于阿雷基帕省。阿雷基帕已停课', ['秘鲁', '阿雷基帕省', '阿雷基帕']],
  ['我市召开会议，阿里山茶叶受欢迎', []],
]

describe('places', () => {
  it.each(PLACES)('%s', (text, expected) => {
    expect(namesOf(text, 'Place').sort()).toEqual([...expected].sort())
  })
  it.each(ABROAD)('abroad: %s', (text, expected) => {
    expect(namesOf(text, 'Country').sort()).toEqual([...expected].sort())
  })
})

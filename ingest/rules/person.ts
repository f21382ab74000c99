// What stands before or after a name of a person and speaks for it. Weights are in tenths of the logarithm of the odds.

/** A clue: items of a kind, words of a list, or a pattern right before or right after the name. */
export interface PersonClue {
  id: string
  says: string
  side: 'before' | 'after'
  weight: number
  kinds?: readonly string[]
  /** A list of ingest/lexicon/. */
  list?: string
  /** The clue speaks of transliterated names only. */
  of?: 'sound'
  /** A regular expression at the end of the ten characters before, or at the start of the twelve after. */
  pattern?: string
  yes: readonly string[]
  no: readonly string[]
}

export const personClues = [
  {
    id: 'person/after-post',
    says: 'A name stands right after an office or a role.',
    side: 'before',
    weight: 60,
    kinds: ['Post', 'Role'],
    yes: ['应急管理部副部长【宋启航】主持会议'],
    no: ['应急管理部副部长主持会议'],
  },
  {
    id: 'person/after-appellation',
    says: 'A name stands after a word for a person: 司机, 村民, 选手.',
    side: 'before',
    weight: 35,
    list: 'appellation',
    yes: ['伤员【丁茂林】已经出院'],
    no: ['伤员已经出院'],
  },
  {
    id: 'person/title-after',
    says: 'A title or a form of address follows the name.',
    side: 'after',
    weight: 45,
    kinds: ['Post', 'Role', 'Title'],
    yes: ['【李卫东】县长说'],
    no: ['县长说'],
  },
  {
    id: 'person/role-word-after',
    says: 'A word for an office follows the name that the layer of posts left alone.',
    side: 'after',
    weight: 40,
    list: 'role',
    yes: ['【李卫东】委员发言说'],
    no: ['委员发言说'],
  },
  {
    id: 'person/address-after',
    says: 'A form of address follows the name.',
    side: 'after',
    weight: 35,
    pattern:
      '(?:同志|先生|女士|夫妇|夫人|老师|教授|院士|博士|医生|大夫|律师|师傅|导演|教练|将军|老汉|总经理|小姐|老人|大爷|大妈|大娘|大嫂|大姐|等人|等同志|一家|[一二三四五六七八九]段(?!时|路|话|落|经))',
    yes: ['【李卫东】一家获救'],
    no: ['一家获救'],
  },
  {
    id: 'person/kin-after',
    says: 'What only a person has or makes follows: 的父亲, 的名字, 的创作.',
    side: 'after',
    weight: 30,
    pattern:
      '的(?:名字|父亲|母亲|父母|妻子|丈夫|爱人|儿子|女儿|孩子|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|家属|家人|亲属|遗体|遗孀|生平|事迹|学生|老师|同事|朋友|邻居|创作|作品|新作|著作|专著|长?篇?小说|散文|诗[歌作集]|画作|书法|演[技唱]|话音|笑容|眼[里泪睛])',
    yes: ['【李卫东】的母亲赶到医院'],
    no: ['学生的母亲赶到医院'],
  },
  {
    id: 'person/before-verb',
    says: 'A verb of speech or duty follows the name.',
    side: 'after',
    weight: 30,
    list: 'person-verb',
    yes: ['【李卫东】出席会议'],
    no: ['出席会议'],
  },
  {
    id: 'person/speech-after',
    says: 'The name is followed by a speech that is made: 作总结讲话.',
    side: 'after',
    weight: 40,
    pattern:
      '(?:[作做]了?|宣读了?|发表了?)(?:[\\u4e00-\\u9fff]{2}|[\\u4e00-\\u9fff]{4})?(?:讲话|报告|发言|说明|汇报|演讲|致辞|部署|介绍|总结)|(?:就|围绕|针对)[^，。；]{2,7}?[作做]了?(?:[\\u4e00-\\u9fff]{2})?(?:讲|报|发|说|汇|演|部|介|总|交|表|通)',
    yes: ['【李卫东】作典型发言'],
    no: ['会上作典型发言'],
  },
  {
    id: 'person/before-word',
    says: 'A word that seldom belongs to a name follows, as it would after a subject.',
    side: 'after',
    weight: 15,
    list: 'verb',
    yes: ['【李卫东】立即赶到'],
    no: ['立即赶到'],
  },
  {
    id: 'person/vita-after',
    says: 'Sex, people, birth or a post in brackets follows the name.',
    side: 'after',
    weight: 60,
    pattern:
      '[，（、 ](?:男|女)(?:[，、。）（ ]|性)|（\\d{2}岁|，\\d{2}岁|[，（](?:生于)?(?:18|19|20)\\d\\d年|，[^，。；]{2,9}人[，。）]|（[^）]{0,12}(?:书记|主任|厅长|局长|部长|省长|市长|县长|成员|常委|组长|主席|委员|处长|队长|经理)|（[^（）。，]{2,16}(?:控制人|负责人|法定代表人|法人代表|股东|工人|员工|职工|村民|群众|驾驶员|司机|矿长|厂长|人员)）',
    yes: ['【李卫东】，男，汉族，1971年生'],
    no: ['性别，男'],
  },
  {
    id: 'person/appointed',
    says: 'The name is followed by the office that it gets or loses.',
    side: 'after',
    weight: 45,
    pattern:
      '(?:(?:同志)?为|[兼转调改升]?(?<![责主担])任(?=[^，。；：务何意期教职用命]))[^，。；：]{0,30}(?:长|总监|总经理|书记|主任|主席|委员|检察官|审判员|参事|馆员)|(?:同志)?的[^，。；：]{2,34}职务',
    yes: ['任命【李卫东】为县应急管理局局长'],
    no: ['任命为县应急管理局局长'],
  },
  {
    id: 'person/object',
    says: 'A verb that takes a person stands before the name.',
    side: 'before',
    weight: 25,
    list: 'person-object',
    yes: ['他会见【李卫东】'],
    no: ['他会见来宾'],
  },
  {
    id: 'person/field',
    says: 'A field of a form or a table gives the name.',
    side: 'before',
    weight: 50,
    pattern:
      '(?:姓 ?名|出 ?席|列 ?席|缺 ?席|请 ?假|参 ?[加会]|[出列]席领导|参[加会](?:人员|领导)|[带值]班领导|带队领导|主持人?|记 ?录人?|签发人?|审[核签]人?|[报汇]告?报?人|发言人|遇难者名单|死者名单|组 ?长|成 ?员|组 ?员|主 ?任|负责人|联系人|法定代表人|责任人|召集人|主持人|总指挥|指挥长|队 ?长|委 ?员|秘书长|主 ?席|书 ?记)[：｜ ]{1,3}',
    yes: ['姓名：【李卫东】'],
    no: ['姓名：'],
  },
  {
    id: 'person/at-the-core',
    says: 'A body is said to be led by the one named: 以李平同志为首.',
    side: 'before',
    weight: 50,
    pattern: '以(?=[\\u4e00-\\u9fff·]{2,10}?(?:同志|总书记|主席|总理|总统|首相)为(?:首|核心|代表))',
    yes: ['以【李卫东】总书记为首'],
    no: ['以总书记为首'],
  },
  {
    id: 'person/at-a-place',
    says: 'After a word of place a transliterated name is more likely a place.',
    side: 'before',
    weight: -45,
    of: 'sound',
    pattern:
      '(?:在|位于|途经|抵达|抵|飞往|前往|飞抵|城市|首都|首府|港口|海港|名城|胜地|重镇|地区的|附近的|州的|市的|公司|州|府|[东南西北中]部|以[东南西北]的|沿海|岸|城镇|村|省|从|岛|(?<!\\d)号|要塞|据点|定居点|(?:袭击|空袭|轰炸|炮击|攻占|占领|收复|夺取|围攻|控制|撤离|撤出|撤往|登陆|威胁到|开往|驶往|驶向|运往|逃往|赶往|返回|到达|来到|途径|穿越|驻扎?|打击)了?(?:\\S{2,8}[、和与])?|电[，：]?)',
    yes: ['法国总统【勒布朗】说'],
    no: ['车队途经卡萨布里时停下'],
  },
  {
    id: 'person/of-a-country',
    says: 'Right after the name of a country or a place a transliterated name is more likely a place.',
    side: 'before',
    weight: -25,
    of: 'sound',
    kinds: ['Country', 'Place'],
    yes: ['法国总统【勒布朗】说'],
    no: ['德国莱夫斯堡举行展览'],
  },
  {
    id: 'person/part-before',
    says: 'What a · or a single dash joins on is only a part of a name.',
    side: 'before',
    weight: -80,
    pattern: '(?:·|(?<=[\\u3400-\\u9fff])—)',
    yes: ['总统【马丁·索尔卡】说'],
    no: ['书名《春秋·左传》'],
  },
  {
    id: 'person/site-after',
    says: 'The name belongs to a site or a firm: 阿德莱德动物园.',
    side: 'after',
    weight: -45,
    pattern:
      '(?:国际)?(?:动物园|植物园|机场|大学|学院|医院|酒店|宾馆|饭店|大厦|车站|火车站|海峡|群岛|半岛|山脉|水库|煤矿|公司|集团|核电站|水电站|难民营|清真寺|教堂|体育场|体育馆)',
    yes: ['【李卫东】参观医院'],
    no: ['卡萨布里医院接收了伤员'],
  },
  {
    id: 'person/part-after',
    says: 'What a · goes on from is only a part of a name.',
    side: 'after',
    weight: -80,
    pattern: '·',
    yes: ['【艾合买提·吐尔逊】出席'],
    no: ['“智慧·安全”论坛'],
  },
  {
    id: 'person/not-a-place',
    says: 'A word for a place, a body or a thing right after speaks against a person.',
    side: 'after',
    weight: -60,
    pattern:
      '(?:[市省县区郡州镇村乡屯寨坝沟塘湾垅坪岗堡街路巷桥河湖岛峡海杯牌号奖法局队茶](?![说，。、长里])|大学|学院|公司|医院|中学|小学|机场|银行|集团|基金会?|太空|航天中心|小区|社区|酒店|大厦|煤矿|煤业|化工|品牌|水库|车站|大桥|隧道|流域|盆地|半岛|海峡|群岛|高原|自治|条约|公约|事件|主义|药业|森林|决议|体育馆|计划|现象|指数|政府|地区|山区|等地|等城|等方向|景区|口岸|难民营|农场|林场|检查站|方向|基地|闸站|油田|核电站|港口|通道|收费站|出口|入口|消防|中队|大队|支队|派出所|公路|路段|路口|当地|周边|周围|附近|沿线|境内|一带|上空|饭店|轿车|小轿车|客车|货车|越野车|面包车|汽车|导弹|坦克|冲锋枪|牌|钢厂|电视台|通讯社|管[网道线廊]|工地|标段|商住楼|商务楼|写字楼|养生馆|足疗店|会所|商城|商贸城|广场|花园|家园|热力|燃气|市政|建设工程|建筑工程|物业|置业|药店|超市|市场|物流|矿业|铁矿|路段|烟花|鞭炮|[\\u4e00-\\u9fff]{1,8}(?:有限公司|有限责任|股份公司|集团公司))',
    yes: ['【李卫东】主持会议'],
    no: ['车行至杨家沟村'],
  },
  {
    id: 'person/place-after',
    says: 'What is said of places alone speaks against a person with a transliterated name.',
    side: 'after',
    weight: -60,
    of: 'sound',
    pattern:
      '(?:旅[称的在当]|系统|等(?:\\d+|[一二三四五六七八九十多数几])?个?(?:大|中|小)?、?[大中小]?(?:城|地|州|市|县|村|国|省|方向|定居点)|[^，。；]{0,10}?[两等多]地|\\d{1,2}月\\d{1,2}日[电讯]|当地|发生|警方|警察|居民|市民|民众|街头|局势|战[役线场斗]|前线|守军|一线|遭[到受]?[袭炸空炮轰打]|发[动射生起]|实施|展开|海[岸域]|港|沿岸|[东南西北]部|以[东南西北]|市?郊|市中心|议会|的(?:一[家处座所名]|街|城|港|工厂|机场|居民|[^，。]{0,4}市场)|直达|开[往出行]|至|往返|国王|南方|北方|[东南西北]方向|的?通航)',
    yes: ['总统【马丁·索尔卡】说'],
    no: ['莱夫斯堡发生地震'],
  },
] as const satisfies readonly PersonClue[]

/** Weights that need no words. */
export const PLAIN_WEIGHTS = {
  /** The name begins or ends a clause. */
  edge: 8,
  /** The name alone stands in quotes: a brand, a title. */
  quoted: -35,
  /** It stands beside another name in a list, and fills its whole place there. */
  list: 35,
  slot: 70,
  /** The same name stands surely elsewhere in the document. */
  repeated: 50,
  /** A Japanese surname stands alone in a paper that speaks of Japan. */
  ofJapan: 25,
  /** Least margin over the best reading without the name to be surely a name. */
  sure: 45,
  accept: 15,
} as const

/**
 * The least margin of a name over the best reading without it, by its kind and by what its surroundings weigh (below `context`).
 * The less they say, the clearer the characters must be. Rows in order; the first that fits counts. Each point that the
 * characters of the name cost more than `clear` on the mean asks for `slope` more.
 */
export const LEAST_MARGIN: readonly {
  kind: 'short' | 'long' | 'sound' | 'strange' | 'lone'
  context: number
  margin: number
  clear: number
  slope: number
}[] = [
  { kind: 'short', context: 0, margin: 150, clear: 200, slope: 0 },
  { kind: 'short', context: 1, margin: 60, clear: 85, slope: 1 },
  { kind: 'short', context: 9, margin: 45, clear: 88, slope: 1.5 },
  { kind: 'short', context: 17, margin: 30, clear: 92, slope: 2 },
  { kind: 'short', context: 999, margin: 25, clear: 200, slope: 0 },
  { kind: 'long', context: 0, margin: 150, clear: 200, slope: 0 },
  { kind: 'long', context: 1, margin: 48, clear: 85, slope: 2 },
  { kind: 'long', context: 9, margin: 40, clear: 88, slope: 2 },
  { kind: 'long', context: 17, margin: 18, clear: 92, slope: 2 },
  { kind: 'long', context: 60, margin: 15, clear: 200, slope: 0 },
  { kind: 'long', context: 999, margin: 4, clear: 200, slope: 0 },
  { kind: 'sound', context: 0, margin: 250, clear: 200, slope: 0 },
  { kind: 'sound', context: 1, margin: 80, clear: 70, slope: 1.5 },
  { kind: 'sound', context: 9, margin: 50, clear: 70, slope: 1.5 },
  { kind: 'sound', context: 17, margin: 38, clear: 75, slope: 1.5 },
  { kind: 'sound', context: 25, margin: 33, clear: 75, slope: 1.5 },
  { kind: 'sound', context: 60, margin: 25, clear: 200, slope: 0 },
  { kind: 'sound', context: 999, margin: 8, clear: 200, slope: 0 },
  { kind: 'lone', context: 8, margin: 250, clear: 200, slope: 0 },
  { kind: 'lone', context: 25, margin: 100, clear: 200, slope: 0 },
  { kind: 'lone', context: 999, margin: 20, clear: 200, slope: 0 },
  { kind: 'strange', context: 999, margin: 15, clear: 200, slope: 0 },
]

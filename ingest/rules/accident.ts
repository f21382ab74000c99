// Mentions of kind Accident: named by a tag, by place and kind, told as an event, or only referred to.
// `value.where` is the item or text of the place, `kind` the word for what happened, `anaphor` a bare reference, `event` a telling.
import type { MentionRule } from '../match.js'

/** Plain characters that can stand in the name of a site: no punctuation, no words that bind clauses. */
const SITE =
  '(?:(?!和‹Place|Org›|在(?:强|暴|大|特大|持续|连续|此次|这次|本次)|进行|宣布|证实|谴责|称|组成|率队|报告|时间|成立|召开|组织|通报|参加|传达|部署|开展|发布|听取|研究|审议|反思|剖析|汇报|慰问|看望|支援|驰援|奔赴|赶赴|处置|应对|悼念|吊唁|在[“\\d])[^\\uE000-\\uEFFF，。；：、！？\\n“”《》（） 对将被把从向由为与及等是了吸汲防造致因各多次已的]|‹Title|Role|Person›)'
const GRADE = '(?:特别重大|重大|较大|一般|特大|严重)'
const END = '(?:生产安全)?(?:责任)?(?:事故|事件|案件|案)'
/** What follows a kind of accident when no single one is meant: 火灾隐患, 事故多发, 地震台网. */
const LOOSE =
  '(?!灾(?![害情民])|等?(?:隐患|风险|防控|防治|防范|防御|预防|预警|预报|监测|监管|监督|扑救队|救援队|救援局|应急|处置预案|预案|多发|高发|易发|频发|频率|起数|总量|数量|总数|形势|案例|统计|保险|台网|台|局|带|点|区域|类型|类|险情|隐患|苗头|教育基地|法|条例|规定|规程|标准|演练|模拟|逃生|知识|自救|避险|防护|综合|易|能力|体系|体制|机制|工作(?!组)|队|处理条例|调查处理(?:条例|规定|办法)|\\d*起|双下降|同比|下降|上升|减少|增加|为零|频|周年))'
/** Words before a kind that make it a class of accidents, not one. */
const CLASS =
  '各类|各种|重特大|历史|近年|以来|类似|同类|每起|[几多两二三四五六七八九十\\d]起|起数|防止|防范|杜绝|遏制|严防|避免|如何|预防|易|可能|一旦'
const HAPPENED =
  '(?:先后|相继|突然|又|再次|曾|刚刚|接连)?(?:发生|突发|爆发|出现|遭遇|遭受|遭|传出|燃起|引发)(?:过|了|的)?'
/** What may stand between a place and the telling: one clause, no quotation. */
const GAP =
  '(?:(?!电[（ ]|讯|消息|记者|获悉|报道|通报|称|针对|成立|赶赴|已派|派出|派工作组|派员|调度)[^，。；：！？\\n“”《》]){0,40}?'
const ONE = '(?:一起|1起|一宗|一场|一次|一例)?'
/** What may stand between 发生 and the kind: 发生系列铁路爆炸, 发生一起两车相撞的交通事故. */
const WHAT = '(?:[^，。；：！？\\n“”]{0,20}?的|[^，。；：！？\\n“”、的和与及后致等因险情\\uE000-\\uEFFF]{0,6}?)'
const VERB_END =
  '(?=[，。；！？、）” ]|$|十|几|数|引发|引起|致|造成|导致|后|\\d|[一二三四五六七八九十]人|事故|已|烧|火|殃|现场|或|被|的|将|一人|两人|‹Date›|无|入院|送医|症状|住院|系)'

export const accidentRules: readonly MentionRule[] = [
  {
    id: 'accident/tagged',
    kind: 'Accident',
    says: 'An accident by the tag of its day, with its place before or after and its kind.',
    pattern: `(?<it>(?:(?<where>‹Place|Org|Country›(?:‹Place|Org|Country›|${SITE}){0,20}?(?:的(?:${SITE}){2,14}?)?(?:的(?=“))?)|(?<=[，。；：、取就为是了训于]|对(?!标|照|比)|^|召开|举行|举办|通报|剖析|反思)(?<site>(?!关于)(?:${SITE}){2,14}?))?(?:发生的?)?(?:“(?<month>\\d{1,2})[·•．.・‧∙](?<day>\\d{1,2})”?|(?<m>\\d{1,2})[·•・‧∙](?<d>\\d{1,2})”?)(?<after>‹Place|Org|Country›(?:‹Place|Org|Country›|${SITE}){0,14}?)?(?<grade>${GRADE})?(?<what>(?:${SITE}){0,8}?@accident-kind|(?:${SITE}){0,14}?)(?:@accident-noun(?:${GRADE}?${END})?|${GRADE}?${END}|(?<=[\\u4e00-\\u9fff]{2})险情(?!处置|排查|隐患)))${LOOSE}`,
    words: ['·', '•', '．', '.', '・', '‧', '∙'],
    rank: 3,
    yes: ['深刻汲取【湖南岳阳“5·2”重大爆炸事故】教训', '通报【“5·6”较大坍塌事故】情况'],
    no: ['“9·18”纪念日举行活动', '产值增长“5.6”个百分点'],
  },
  {
    id: 'accident/named',
    kind: 'Accident',
    says: 'An accident by its place and its kind.',
    pattern: `(?<it>(?<where>‹Place|Org|Country›(?:‹Place|Org|Country›|${SITE}){0,22}?)(?:境内)?(?:发生)?的?(?<grade>${GRADE})?(?:疑似)?(?<kind>@accident-kind)${END})${LOOSE}`,
    unless: CLASS,
    words: ['事故', '事件', '案'],
    rank: 1,
    yes: ['山东省深刻吸取【湖北荆州批发市场火灾事故】教训', '会议通报了【岳阳市一鞭炮厂重大爆炸事故】'],
    no: ['江苏省生产安全事故总量下降', '浙江省各类火灾事故多发'],
  },
  {
    id: 'accident/quoted',
    kind: 'Accident',
    says: 'An accident by the name of the thing that it befell, in quotes.',
    pattern: `(?<it>“[\\u4e00-\\u9fffA-Za-z\\d]{2,8}”号?(?:${SITE}){0,8}?(?<kind>@accident-kind|被炸|沉没)(?:事故|事件|案))${LOOSE}`,
    unless: CLASS,
    words: ['”'],
    value: { quoted: true },
    rank: 1,
    yes: ['调查【“东湖之光”号客轮翻沉事件】的专家'],
    no: ['“平安渡口”行动防范沉船事件'],
  },
  {
    id: 'accident/disaster',
    kind: 'Accident',
    says: 'A fire or natural disaster by its place, where the word for it needs no 事故.',
    pattern: `(?<it>(?<where>‹Place|Org|Country›(?:‹Place|Org|Country›|${SITE}){0,22}?)(?:境内)?(?:发生)?的?(?<grade>${GRADE})?(?<kind>@accident-noun))${LOOSE}(?=[，。；！？、（）”\\n中的后已]|(?:[和及与]|以及)‹Place|Org›|$|作出|情况|善后|现场|救援|发生|致|造成|原因|调查|\\d|教训|遇难|伤员|受灾|灾区|‹*›|搜救|明火|基本|死亡|至少)`,
    unless: `${CLASS}|(?:事故|事件)$`,
    words: ['火', '爆', '震', '滑坡', '泥石流', '山洪', '塌', '倒', '中毒', '袭击', '难', '沉船', '车祸', '踩踏', '灾'],
    rank: 1,
    yes: ['省长何川对【福建省永春县山体滑坡】作出指示', '【湖北荆州纺织厂火灾】致6人死亡'],
    no: ['山西省森林火灾防控形势严峻', '四川省地震局负责人说'],
  },
  {
    id: 'accident/dated',
    kind: 'Accident',
    says: 'A fire or the like by its day and the site it befell.',
    pattern: `(?<=‹Date›(?:的)?)(?<it>(?<site>(?:${SITE}){1,14}?(?:城|场|店|楼|厂|库|房|矿|院|校|所|馆|区|公司|酒店|宾馆|工地|车间|隧道|桥|路段|高速|社|公寓|大厦|码头|渡口|站|园))(?<grade>${GRADE})?(?<kind>@accident-noun)(?<!事故|事件))${LOOSE}(?=[，。；！？、（）”中的后已]|$|作出|情况|善后|现场|救援|致|造成|原因|调查|事故|教训|整改)`,
    unless: `${CLASS}|(?:事故|事件)$`,
    words: ['火', '爆', '塌', '倒', '中毒', '踩踏', '滑坡'],
    value: { event: true },
    yes: ['就3月5日【盘山商贸城库房火灾】整改情况作出说明'],
    no: ['3月5日全市商场火灾隐患排查启动'],
  },
  {
    id: 'accident/quake',
    kind: 'Accident',
    says: 'An earthquake by its place and its magnitude.',
    pattern: `(?<it>(?:(?<where>‹Place|Org|Country›${GAP})|(?<site>(?:${SITE}){2,12}?))?(?:当日|‹Date›)?(?:${HAPPENED})?的?(?:里氏)?(?<magnitude>(?:\\d{1,2}|[一二三四五六七八九])(?:[.．点](?:\\d|[零一二三四五六七八九]))?)级(?:左右)?的?(?:强烈|强|浅源|中强)?(?<kind>地震|强震))${LOOSE}`,
    unless: '\\d至|[多两几]次|余震',
    words: ['级地震', '级强', '级左右', '级的'],
    value: { event: true },
    rank: 2,
    yes: ['【福建省永春县发生5.3级地震】', '【福建永春5.3级地震】造成房屋受损'],
    no: ['建筑可以抵抗的烈度', '已记录到3.0级以上余震'],
  },
  {
    id: 'accident/happened',
    kind: 'Accident',
    says: 'An accident told with the place where it happened.',
    pattern: `(?<it>(?<where>‹Place|Org|Country›${GAP})${HAPPENED}${ONE}${WHAT}(?:疑似|学生疑似)?(?<grade>${GRADE})?(?:大面积)?(?:学生|儿童|员工)?(?:‹Title›)?(?<kind>@accident-kind|@accident-noun)(?:责任)?(?:事故|事件|案件|案)?)${LOOSE}`,
    unless: `${CLASS}|未|没有|不|如果|需要|多次|多地|关于|指挥|指示|获悉|表示|介绍|要求`,
    words: ['发生', '突发', '爆发', '出现', '遭', '传出', '燃起', '引发'],
    value: { event: true },
    rank: 2,
    yes: ['【湖北荆州市纺织厂发生火灾】，6人死亡', '【湖南省岳阳市一仓库发生一起较大爆炸事故】，造成伤亡'],
    no: ['山西省未发生较大事故', '陕西省防止发生火灾'],
  },
  {
    id: 'accident/led-to',
    kind: 'Accident',
    says: 'An accident told as what came of something in the clause before, which names the place.',
    pattern: `(?<it>(?<where>‹Place|Org›${GAP})，[^，。；：！？\\n“”]{0,16}?(?:导致|引发|引起|致使|酿成)(?:了|发生)?${ONE}(?<grade>${GRADE})?(?<kind>@accident-kind|@accident-noun)(?:事故)?)${LOOSE}`,
    unless: `${CLASS}|未(?!按|经|及)|没有|不(?!当|慎|力|合|足|良)|如果|需要|多次|多地|关于|要求|教训`,
    words: ['导致', '引发', '引起', '致使', '酿成'],
    value: { event: true },
    yes: ['【湖北省荆州市一家旅馆因电线老化，引发火灾】，2人死亡'],
    no: ['湖北省荆州市要求加强巡查，防止操作不当引发火灾'],
  },
  {
    id: 'accident/happened-to',
    kind: 'Accident',
    says: 'An accident told, its place elsewhere in the sentence.',
    pattern: `(?:^|[，。；：）“]|‹Date›)(?<subject>[^\\uE000-\\uEFFF，。；：、！？\\n]{0,30}?)(?<it>${HAPPENED}${ONE}(?:[^，。；：！？\\n“”]{0,20}?的)?(?:疑似)?(?<grade>${GRADE})?(?:学生|儿童|员工)?(?:‹Title›)?(?<kind>@accident-kind|@accident-noun)(?:责任)?(?:事故|事件|案件|案)?)${LOOSE}`,
    unless: `${CLASS}|未|没有|不|如果|需要|多次|多地|关于|再发生|再次发生|派出|专家|由于|导致|报告|通报|处理|出现地震`,
    words: ['发生', '突发', '爆发', '出现', '遭', '传出', '燃起'],
    value: { event: true },
    yes: ['近日一家仓库【发生火灾】，无人受伤'],
    no: ['要坚决防止发生火灾'],
  },
  {
    id: 'accident/broke',
    kind: 'Accident',
    says: 'An accident told by its verb, with the place where it happened.',
    pattern: `(?<it>(?<where>‹Place|Org|Country›${GAP})(?:突然|突|先后|相继|疑似|疑|被疑|致|后|失稳|整体|集体|连环|迎头|迎面|发生){0,2}(?<![\\d几两三四五多]处)(?<kind>@accident-verb))${VERB_END}`,
    unless: `${CLASS}|未(?![炒煮熟])|没有|不|如果|需要|多次|多地|关于|指挥|指示|获悉|表示|介绍|要求|模拟|涉嫌|原因|涉|\\d吨|地震|(?:事故|火灾|爆炸|坍塌|灾害|泄漏)(?:[、和及与]|以及)`,
    words: ['火', '燃', '爆', '塌', '坝', '水', '泄漏', '翻', '追尾', '撞', '脱轨', '坠', '沉', '覆', '中毒'],
    value: { event: true },
    rank: 2,
    yes: ['【四川省成都市一辆货车侧翻】，造成3人死亡', '【北京市朝阳区一库房着火】'],
    no: ['山西省要求防范矿井透水'],
  },
  {
    id: 'accident/hit',
    kind: 'Accident',
    says: 'A vehicle that hits something, with the place where it did.',
    pattern: `(?<it>(?<where>‹Place|Org›${GAP}(?:车|大巴|中巴|客|卡|货|罐)${GAP.replace('40', '10')})(?<kind>撞上|连撞|撞向|撞倒|撞死|撞伤|撞穿|撞))(?!开|破)`,
    unless: `${CLASS}|未|没有|不|如果|防撞|碰碰`,
    words: ['撞'],
    value: { event: true },
    rank: 1,
    yes: ['【四川省成都市一辆大货车连撞】四车致3死'],
    no: ['四川省成都市的车辆防撞设施'],
  },
  {
    id: 'accident/broke-to',
    kind: 'Accident',
    says: 'An accident told by its verb, its place elsewhere in the sentence.',
    pattern: `(?:^|[，。；：）]|‹Date›)(?<subject>[^\\uE000-\\uEFFF，。；：、！？\\n]{2,26}?)(?<it>(?:突然|突|先后|相继|疑似|失稳|整体|集体|连环){0,2}(?<![\\d几两三四五多]处)(?<kind>@accident-verb))${VERB_END}`,
    unless: `${CLASS}|未|没有|不|如果|需要|多次|关于|要求|模拟|涉嫌|原因|导致|引起`,
    words: ['火', '燃', '爆', '塌', '坝', '水', '泄漏', '翻', '追尾', '撞', '脱轨', '坠', '沉', '覆', '中毒'],
    value: { event: true, weak: true },
    yes: ['施工便桥【整体坍塌】，当晚救出3人'],
    no: ['要防止支架坍塌'],
  },
  {
    id: 'accident/poisoned',
    kind: 'Accident',
    says: 'A poisoning told by its signs.',
    pattern: '(?<it>(?:出现|有)[^，。；\\n]{0,18}?(?:疑似)?(?<kind>食物中毒|中毒)(?:症状|反应|迹象|现象))',
    words: ['中毒'],
    value: { event: true },
    yes: ['十几名工人【出现腹痛等食物中毒症状】，被送往医院'],
    no: ['食物中毒的预防'],
  },
  {
    id: 'accident/poisoned-by',
    kind: 'Accident',
    says: 'A poisoning told by what was eaten.',
    pattern:
      '(?<it>(?:因|误|食用|吃了?|进食)[^，。；\\n]{0,18}?(?:而|后|致|导致|引起|引发|发生|集体|疑似)*(?<kind>食物中毒|中毒))(?=[，。；！？]|$|入院|送医|住院)',
    words: ['中毒'],
    value: { event: true },
    yes: ['一所学校的十几名儿童【因食用变质糕点而中毒】'],
    no: ['预防食用野生菌后食物中毒的提示'],
  },
  {
    id: 'accident/happened-in',
    kind: 'Accident',
    says: 'An accident by the place that it is said to have happened in.',
    pattern: `(?<it>发生(?:在|于)(?<where>‹Place|Org|Country›${GAP})的(?<grade>${GRADE})?(?<kind>@accident-kind|@accident-noun)(?:事故|事件|案件|案)?)${LOOSE}`,
    unless: CLASS,
    words: ['发生在', '发生于'],
    rank: 2,
    yes: ['【发生在福建省永春县林场的森林火灾】已扑灭'],
    no: ['发生在山西省的变化'],
  },
  {
    id: 'accident/typhoon',
    kind: 'Accident',
    says: 'A typhoon by its name.',
    pattern: '(?<it>(?:‹Date›?第\\d{1,2}号)?(?:超强|强)?(?<kind>台风)“(?<typhoon>[\\u4e00-\\u9fff]{2,5})”)',
    words: ['台风“'],
    value: { event: true },
    rank: 3,
    yes: ['【台风“白鹿”】在福建东山登陆'],
    no: ['台风“停课”通知', '强台风逐渐增多'],
    unless: '“(?:停课|停工|眼|天|假)',
  },
  {
    id: 'accident/typhoon-again',
    kind: 'Accident',
    says: 'A typhoon spoken of before, by its name in quotes alone.',
    pattern:
      '(?<it>“(?!五一|十一|七一|两会|两节|双节|三夏|十四五|十五五)(?<again>[\\u4e00-\\u9fff]{2,4})”)(?=在|于|将|已|登陆|路径|影响|来袭|减弱|加强|的|是|带来|逼近|期间|移)',
    words: ['”'],
    value: { anaphor: true },
    rank: -2,
    yes: ['台风逼近。5日，【“白鹿”】在福建东山登陆'],
    no: ['关于“白鹿”专项行动的通知'],
  },
  {
    id: 'accident/that',
    kind: 'Accident',
    says: 'An accident spoken of before.',
    pattern:
      '(?<it>(?:该|此|这|本|上述|涉事|肇事)(?:起|次|场|宗)?(?:[火矿]?(?:重大|较大|特别重大)?(?:生产安全)?(?:责任)?)(?<kind>@accident-kind|@accident-noun)?(?:事故|事件|火灾|灾害|地震|案))',
    unless: '这些|本案',
    words: ['该', '此', '这', '本', '上述'],
    value: { anaphor: true },
    yes: ['对【该起事故】挂牌督办', '【此次地震】造成房屋倒塌'],
    no: ['该公司负责人'],
  },
  {
    id: 'accident/several',
    kind: 'Accident',
    says: 'Several accidents spoken of before.',
    pattern:
      '(?<it>(?:这|上述|以上)?(?<count>[两二三四五2-5])起(?:典型|较大|重大|生产安全)*(?:事故|火灾))(?=发生后|暴露|的?教训|作出|均|都|情况)',
    words: ['起'],
    value: { anaphor: true },
    rank: 1,
    yes: ['【两起事故】发生后，省委书记批示', '省长对【三起事故】作出批示'],
    no: ['两起事故同比下降'],
  },
  {
    id: 'accident/bare',
    kind: 'Accident',
    says: 'The accident that the document speaks of, by a bare word.',
    pattern:
      '(?<![生各类大般全控止通])(?<it>(?<kind>火灾|大火|爆炸|地震|滑坡|灾害|车祸|袭击)?(?:事故|事件|险情(?=发生后))?)(?<=事故|事件|火灾|大火|爆炸|地震|滑坡|灾害|车祸|袭击|险情)(?=发生后|发生于|发生在|发生以来|已?经?(?:共|还)?(?:造成|导致|致)|致|的?(?:直接)?原因|现场|中(?:，|无|有|死|受|遇|没)|遇难|死亡|的?责任人|未造成|没有造成|共造成|幸未)',
    words: ['事故', '事件', '火灾', '大火', '爆炸', '地震', '滑坡', '灾害', '车祸', '袭击', '险情'],
    value: { anaphor: true },
    yes: ['【事故】发生后，消防人员赶到', '【火灾】造成3人受伤'],
    no: ['生产事故隐患排查', '防止事故'],
  },
]

// Offices: what stands before a role word and belongs to it.
import type { MentionRule } from '../match.js'

const HAN = '[\\u4e00-\\u9fff]'
/** What a part of a body ends with: 办公室, 调度中心, 儿科 … */
const UNIT = `(?:部|室|处|科|司|厅|局|委|会|办|队|所|站|中心|院|系|校|公司|集团|特区|特区政府|党中央|党组|党委|支部|党工委|工委|厂|矿|车间|分局|分公司|支行|大学|医院|协会|学会|联合会|社|团|库|基地|工程|(?:开发|高新|经开|新|示范|保税|度假|工业|合作|试验|港|园|景|林|矿)区|街道|社区|村|镇|乡|法院|检察院|人大|政协|法庭|项目|项目部|方面|党|论坛|组织|联盟|银行|理事会|部队|武装|政府|议会|国会|众议院|参议院|王室|总部|基金会|法院|央行|欧盟|非盟|东盟)`
/** What the name of a firm or institution ends with. */
const FIRM =
  '(?:林场|农场|牧场|茶场|渔场|水库|公司|集团|煤矿|煤业|矿业|工厂|医院|大学|学院|中学|小学|酒店|商场|超市|商行|经营部|合作社|物流园|产业园|冷库|饭店|宾馆|门市部|养殖场|加工厂|加工点|协会|学会|研究院|研究所|论坛|银行|组织|联盟|理事会|基金会|委员会|管理办公室|建设办公室|联合会|学生会|校友会|商会|同乡会|工程|大桥|电站|水电站|核电站|电厂|码头|口岸|监狱|殡仪馆|福利院|养老院|敬老院|博物馆|研究中心|救援队|' +
  '会所|洗浴中心|酒楼|餐厅|餐馆|歌舞厅|网吧|公寓|幼儿园|加油站|施工队|车队|事务所|批发市场|商城|商贸城|商业广场|购物中心|农贸市场|建材市场|足疗店|养生馆|养老机构|民宿|茶楼|运业|实业|物业|置业|地产|建工|重工|电力|钢铁|航空|传媒|科技|仓储|医药|药业|能源|热力|燃气|石化|化工厂|钢铁厂|烟花厂|纺织厂|机械厂|水泥厂|砖厂|药房)'
/** A part of a company: 安全科长, 生产副总. */
const PART =
  '(?:消防|保安|安保|安全生产|技术|质量|质检|设备|机电|工程|采购|销售|后勤|仓储|物流|运营|财务|环保|安环|调度|行政|人事)'
const FORMER = '(?<former>时任|原任|曾任|(?<![此之以目日])前任|原(?!定|拟|计划|安排)|(?<![此之以目日])前)?'

/** Envoys come before other offices: where they are sent is no body that they head. */
export const envoyRules = [
  {
    id: 'post/envoy',
    kind: 'Post',
    says: 'An envoy is named by who sends him and where to.',
    pattern: `(?<sender>‹Country›)?(?<unit>常?驻(?:‹Country|Org|Place›|${HAN}){1,20}?)(?<role>‹Role|Bound›)`,
    unless: '[的在了，对向将是等由把被请]',
    words: ['驻'],
    yes: ['【中国驻法国大使】孟岩'],
    no: ['驻村的代表孟岩'],
  },
] as const satisfies readonly MentionRule[]

export const postRules = [
  {
    id: 'post/body-role',
    kind: 'Post',
    says: 'An office is a body or region, with or without one of its parts, followed by a role.',
    pattern: `${FORMER}(?<body>‹Org›(?:‹Place›(?=局|总队|支队|大队|分局|监管局|专员办))?|‹Country›|(?:‹Place›){1,4}(?!）))(?<unit>(?:${HAN}|[（）A-Za-z0-9“”]){0,16}?${UNIT})?(?:（${HAN}{1,6}）)?(?:第[一二三四五六七八九十]{1,3}任)?(?:联合|轮值|候任|当选|${PART}){0,2}(?:(?<onetime>原)(?<organ>党工委|党委|党组|纪委|办事处|管委会)?)?(?<role>‹Role|Bound›)`,
    // 城市建设和管理执法局: two fields of one body.
    unless:
      '会见|会晤|会谈|[的在与了，向将是为及等到由从被把给请]|(?<!建设|住房|资源|文化|发展|工业|经济|卫生|规划|教育|科技|商务|民政|粮食|园林|水利|农业|财政|管理|广电|体育|环境)和|对(?!外|口|台)',
    rank: 2,
    yes: ['【应急管理部副部长】孟岩', '【青海省省长】何川', '【原公安部副部长】孙立'],
    no: ['应急管理部的有关负责同志'],
  },
  {
    id: 'post/level-role',
    kind: 'Post',
    says: 'An office of a body of the document’s own province, city or county.',
    pattern: `${FORMER}(?<level>自治区|自治州|(?:(?<![\\u4e00-\\u9fff])|(?<=时任|原|由|兼|任|为|及|和|与|经|对|现|系|请|派))(?:省|市|县|区|州|旗|盟|镇|乡|街道|该|我))(?<unit>${HAN}{0,14}?${UNIT})(?<onetime>原)?(?<role>‹Role›)`,
    unless: '[的在和与了，向将是为及等到由从被把给请]|对(?!外|口|台)',
    rank: 1,
    yes: ['【市水产品协会会长】孟岩'],
    no: ['市里的水产品协会会长'],
  },
  {
    id: 'post/own-role',
    kind: 'Post',
    says: 'An office of the bureau or department that the paper is from.',
    pattern: `${FORMER}(?:(?<![\\u4e00-\\u9fff])|(?<=时任|原|由|兼|任|为|是|及|和|与|经|对))(?<level>局|厅|集团(?!公司|有限|股份)|公司(?=党委|工会|纪委|董事长|总经理|副总经理|总工程师|安全总监)|(?:支队|大队)(?=党委|政委|政治委员|副?支队长|副?大队长)|部(?=[^，。；门队长分署]{3,12}?(?:司|局|中心|院))|总队(?=党委|[^，。；]{2,8}?[部处科室]))(?<unit>党组|党委|机关党委|办公室|纪委|工会|安委会|(?:${HAN}){2,12}?(?:[部处科室司局院]|中心|支队|大队))?(?<role>‹Role|Bound›)`,
    rank: 2,
    yes: ['玉溪市应急管理局工作总结。第一组由【局党委委员】孟岩带队'],
    no: ['邮局局长室'],
  },
  {
    id: 'post/region-chair',
    kind: 'Post',
    says: 'The head of the government of the document’s own autonomous region.',
    pattern: `${FORMER}(?<level>自治区)(?<unit>政府|人民政府)?(?<role>‹Role›)`,
    words: ['自治区'],
    rank: 1,
    yes: ['【自治区副主席】孟岩'],
    no: ['自治区的主席台'],
  },
  {
    id: 'post/assembly-role',
    kind: 'Post',
    says: 'An office of an assembly, committee or headquarters named without its region.',
    pattern: `(?<!‹Country›[\\u4e00-\\u9fff]{0,6})${FORMER}(?<assembly>常委会)?(?<unit>人大常委会|常委会|人大|政协|监委|监察委员会|安委办|安办|消安办|森防办|防指办|应急办|工商联|党工委|管委会|党委统战部|统战部|组织部|宣传部|(?![省市县区兼由])(?:(?!任)${HAN}){2,8}(?:工委|委员会|指挥部|总指挥部))(?<role>‹Role›)`,
    unless: '[的在和与了，向将是为及等到由从被把给请]|对(?!外|口|台)',
    rank: 1,
    yes: ['【防汛委员会主任】孟岩'],
    no: ['人大代表主任'],
  },
  {
    id: 'post/zone-role',
    kind: 'Post',
    says: 'An office in a development zone, park or new area.',
    pattern: `(?<=^|[，。；：、（）｜ 了]|由|和|及|与|对|同|经|任|为)${FORMER}(?<unit>(?:‹Place›)?(?:${HAN}){0,8}?(?:开发区|高新区|经开区|新区|化工区|工业区|综保区|试验区|合作区|工业园区?|产业园区?|科技园区?|物流园区?|化工园区?|示范区|度假区|保税区|集聚区|管理区|管理局|风景区|园区|库区|林区)(?:党工委|管委会|党委|工委|管理委员会)?)(?<role>‹Role›)`,
    unless: '[的在了，对向将是为等到由从被把给请该]',
    words: ['区', '园'],
    rank: 3,
    yes: ['【远山工业园管委会主任】孟岩'],
    no: ['高新区的主任'],
  },
  {
    id: 'post/firm-role',
    kind: 'Post',
    says: 'An office in a company or institution named by its last word.',
    pattern: `(?<=^|[，。；：、（）｜ ]|\\d[.、]|会见了?|会晤了?|看望了?|由|及|同|(?<!‹Country|Org›[\\u4e00-\\u9fff]{0,6})与|(?<!‹Country|Org›[\\u4e00-\\u9fff]{0,6})和|对|经|约谈|约谈了|为|兼任|担任|聘任|解聘其?|免去其?|撤销其?|不再兼任|任)(?:施工单位|建设单位|监理单位|涉事企业|涉事)?${FORMER}(?<unit>(?!(?:‹Place›|${HAN}{1,6})）)(?:${HAN}|[（）A-Za-z0-9‹Place›]){2,20}?${FIRM}(?:(?:${HAN}){1,6}?(?:部|处|科|室|中心|车间|分厂|项目部|队))?)(?:联合|轮值|候任|${PART}){0,2}(?<formerly>原)?(?<role>‹Role›)`,
    unless:
      '[据的在了，对向将是为等到由从被把给请该]|一家|公司和|(?<![主现时原曾前责委])任(?!务)|聘|辞去|不再|免去|撤销',
    yes: ['【远山化工公司总经理】孟岩被控制'],
    no: ['涉事的公司总经理'],
  },
  {
    id: 'post/shop-role',
    kind: 'Post',
    says: 'An office in a workshop or a part of a firm that the text has named.',
    pattern: `(?<=^|[，。；：、（）｜ ]|企业|公司)(?<unit>(?![市县区省局厅该])(?:${HAN}){1,8}?(?:车间|工段|采区|工区|班组|生产线|分厂)|(?<=企业|公司)(?:${HAN}){1,6}?(?:部|科|室|处))(?<role>‹Role›)`,
    unless: '[的在了，对向将是为等到由从被把给请]',
    yes: ['【烘干车间副主任】孟岩被控制'],
    no: ['有关的车间主任'],
  },
  {
    id: 'post/served-body-role',
    kind: 'Post',
    says: 'An office in a body that no list holds, told as served in.',
    pattern: `(?<=(?:任|历任|担任|调任|改任|兼任|先后任|出任)了?)(?<unit>(?!‹Place›?(?:省|市|县|区)(?:长|委))(?:‹Place›)?(?:${HAN}){1,12}?(?:局|厅|委员会|公社|工委|工业局|办公室|总公司|厂|矿|所|站|队))(?<role>‹Role›)`,
    unless: '[的在和与了，对向将是为及等到由从被把给请任]',
    words: ['任'],
    yes: ['1965年，任【远山地区轻工局副局长】'],
    no: ['主任孟岩'],
  },
  {
    id: 'post/government-head',
    kind: 'Post',
    says: 'The head of a government after another office of the same person.',
    pattern: '(?<=[、，])政府(?<role>‹Role›)',
    words: ['政府'],
    yes: ['尼泊尔大会党主席、【政府总理】孟岩'],
    no: ['由政府主持'],
  },
  {
    id: 'post/unit-role',
    kind: 'Post',
    says: 'An office in a part of the body that the office before it belongs to.',
    pattern: `(?<=[、，；。：] ?)(?<unit>${HAN}{1,14}?(?:部|处|科|室|中心|(?<!公)司(?=‹Role›)|(?<![省市县区州旗盟镇乡党])(?:委|办)(?=‹Role›))|保安|安保|消防|车)(?<role>‹Role›)`,
    unless:
      '[的在与了，向将是为及等到由从被把给请]|(?<!建设|住房|资源|文化|发展|工业|经济|卫生|规划|教育|科技|保障|管理)和|对(?!外|口|台)',
    yes: ['远山化工有限公司总经理何川、【采购部经理】孟岩'],
    no: ['公司的采购部经理'],
  },
  {
    id: 'post/bound-in-row',
    kind: 'Post',
    says: 'A role that needs its body, in a row of offices of that body.',
    pattern: '(?<=(?:‹Role›、(?:‹Bound›、)?|‹Org›(?:‹Bound›、){1,3}))(?<role>‹Bound›)',
    yes: ['省委书记、【常委】韩立新'],
    no: ['各位常委、委员'],
  },
  {
    id: 'post/role-alone',
    kind: 'Post',
    says: 'A role named without its body, which the row of offices or the document supplies.',
    pattern: `${FORMER}(?:(?<unit>党组|党委|党工委|纪委|行政)(?=.))?(?<role>‹Role›)`,
    yes: ['【省长】何川'],
    no: ['领导干部'],
  },
] as const satisfies readonly MentionRule[]

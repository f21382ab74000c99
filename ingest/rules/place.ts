// Places that no list holds: towns, villages, streets by their last character; and the document's own region (我省).
import type { MentionRule } from '../match.js'

const ZONE =
  '(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|高新技术产业园区|工业园区|化学工业园区|化工园区|保税区|综合保税区|度假区)'
const NO_OFFICE = '(?!管委|党|工委|管理委)'

export const placeRules = [
  {
    id: 'place/town',
    kind: 'Place',
    says: 'A town, township, subdistrict or village named after the division it belongs to.',
    pattern:
      '(?<=‹Place›|[该我本][市县区旗])(?<it>[\\u4e00-\\u9fff]{1,4}?(?:镇|乡(?!村(?:公路|道路|振兴|旅游|学校|教师|医生|小学))|街道|苏木|嘎查|村|社区|屯))(?![长委政民级])(?<!村(?=[镇乡]))',
    unless:
      '[市县区州省局厅处科院校站所队组部会社]长|[委局在到赴往于的和与及、了等有是为]|[一二三四五六七八九十两几多各]个|农村|乡村|^(?:乡镇|城镇|村镇)|城乡$|[各重辖内下]乡镇|^[重一]|^中(?:心|小|等|型|国|央|东|西)|社区$',
    words: ['镇', '乡', '街道', '苏木', '嘎查', '村', '社区', '屯'],
    value: { type: 'Place', level: 't' },
    yes: ['定远县【炉桥镇】的群众已经转移'],
    no: ['山西省农村的道路'],
  },
  {
    id: 'place/zone',
    kind: 'Place',
    says: 'A development zone named after its division.',
    pattern: `(?<it>‹Place›(?:国家级?|省级)?(?:${ZONE}|经开区|高新区|开发区))${NO_OFFICE}`,
    words: ['开发区', '园区', '经开区', '高新区', '度假区', '保税区'],
    value: { type: 'Place', level: 's' },
    rank: 1,
    yes: ['【泰州经济开发区】一家工厂起火'],
    no: ['泰州市的开发区'],
  },
  {
    id: 'place/zone-own',
    kind: 'Place',
    says: 'A development zone with a name of its own, behind the division that it lies in.',
    pattern: `(?<=‹Place›)(?<it>[\\u4e00-\\u9fff]{2,6}?(?:${ZONE}|工业园|化学工业园|化工园|产业园区?|开发区|工业区|化工区|物流园区?))${NO_OFFICE}`,
    unless:
      '[的在和与及、了等有是为各家个]|检查|调研|考察|视察|督查|督导|查看|走访|暗访|巡查|看望|参观|创建|建设|设立|[镇乡村]看|察看',
    words: ['开发区', '园', '度假区', '保税区'],
    value: { type: 'Place', level: 's' },
    yes: ['泗洪县【城南工业园区】发生事故'],
    no: ['泗洪县的工业园区', '李平到泗洪县检查沿江工业园区'],
  },
  {
    id: 'place/here',
    kind: 'Place',
    says: 'The region of the document itself.',
    pattern: '(?:我|全|本)(?<level>省|市|县|区|州|旗)(?![委政人长级])',
    words: [
      '我省',
      '我市',
      '我县',
      '我区',
      '我州',
      '我旗',
      '全省',
      '全市',
      '全县',
      '全区',
      '全州',
      '本省',
      '本市',
      '本县',
    ],
    value: { type: 'Place', level: 'p', here: true },
    yes: ['【我省】发生两起事故'],
    no: ['各省都派人参加'],
  },
] as const satisfies readonly MentionRule[]

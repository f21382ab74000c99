// Places that no list holds: towns, villages, streets by their last character; and the document's own region (我省).
import type { MentionRule } from '../match.js'

export const placeRules = [
  {
    id: 'place/town',
    kind: 'Place',
    says: 'A town, township, subdistrict or village named after the division it belongs to.',
    pattern: '(?<=‹Place›)(?<it>[\\u4e00-\\u9fff]{1,4}?(?:镇|乡|街道|苏木|村|社区|屯))(?![长委政民级])',
    unless: '[长委局在到赴往于的和与及、了等有是为]|[一二三四五六七八九十两几多各]个|农村|乡村|社区$',
    words: ['镇', '乡', '街道', '苏木', '村', '社区', '屯'],
    value: { type: 'Place', level: 't' },
    yes: ['定远县【炉桥镇】的群众已经转移'],
    no: ['山西省农村的道路'],
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

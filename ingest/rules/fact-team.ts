// Facts of the family "group" as talk, changes of plan and rolls tell them: who leads a team after all, where it went instead.
import type { FactRule } from '../facts.js'

const LEAD = { gives: 'LEADS_GROUP', guard: 'plain' } as const
const INSPECTS = { gives: 'INSPECTS', guard: 'plain' } as const

export const teamFacts: readonly FactRule[] = [
  {
    ...LEAD,
    id: 'leads/himself',
    says: 'A person forms a team that he himself heads.',
    pattern:
      '‹Person=from›[^。；‹Person›]{2,40}?(?:成立|组建|设立)了?由(?:其|他|她|其本人|本人)(?:亲自)?(?:担任|任|兼任|牵头|为)(?:‹Lead›)?的‹Group=to›',
    words: ['由其', '由他', '由她', '由本人'],
    confidence: 0.95,
    yes: ['【李平】赶到海安市，成立由其任组长的【全省校车安全治理领导小组】。'],
    no: ['李平赶到海安市，成立由孟岩任组长的全省校车安全治理领导小组。'],
  },
  {
    ...LEAD,
    id: 'leads/under-him',
    says: 'A team works under the one who leads it.',
    pattern: '‹Group=to›，?(?:在|由)(?:‹Lead›)?‹Person=from›(?:‹Lead›)?的?(?:带领|率领)(?:下|，)',
    words: ['带领', '率领'],
    confidence: 0.94,
    yes: ['【江苏省安委会第五督导组】在【李平】组长的带领下，到南通市督查。'],
    no: ['江苏省安委会第五督导组在李平的陪同下，到南通市督查。'],
  },
  {
    ...INSPECTS,
    id: 'inspects/also-its',
    says: 'Places more are said to be those of the team just told of.',
    pattern:
      '(?<=[，。；]|^)‹Place=to›(?:也|亦|均|都|一并)?(?:归|由|划归)(?:这个|这一|该|本|此)组(?:负责|督导|检查|包保)?',
    supply: { from: 'Group' },
    words: ['归', '由'],
    confidence: 0.92,
    yes: ['【江苏省安委会第五督导组】负责南通市，【海安市】也归这个组。'],
    no: ['江苏省安委会第五督导组负责南通市，海安市由市里自查。'],
  },
  {
    ...LEAD,
    id: 'leads/who-leads',
    says: 'After a team the one who leads it is told: 带队的是….',
    pattern:
      '(?<=^|[，。；]) ?(?:带队的?|领队的?|牵头的|率队的|负责带队的)(?:同志|领导|人)?(?:是|为|：) ?‹Person=from›',
    supply: { to: 'Group' },
    words: ['带队', '领队', '牵头的', '率队'],
    confidence: 0.93,
    yes: ['【江苏省安委会第五督导组】昨天到了南通市，带队的是省水利厅副厅长【李平】。'],
    no: ['带队的是谁，还没有定。'],
  },
  {
    ...LEAD,
    id: 'leads/instead',
    says: 'Somebody else was to lead the team; in the end this person does.',
    pattern:
      '‹Group=to›，[^。；]{0,40}?(?:改由|现由|改为|临时由|调整为由?|换成了?)‹Person=from›(?:同志)?(?:带队|牵头|率队|任‹Lead›|担任‹Lead›|负责)?(?=[，。；）]|$)',
    words: ['改由', '现由', '改为', '临时由', '调整为', '换成'],
    confidence: 0.94,
    yes: ['原定由孟岩带【江苏省安委会第五督导组】，因病未到岗，改由【李平】带队。'],
    no: ['江苏省安委会第五督导组到南通市，改由李平陪同。'],
  },
  {
    ...INSPECTS,
    id: 'inspects/instead',
    says: 'A team was sent elsewhere than planned.',
    pattern:
      '‹Group=from›(?:[^。；]{0,60}?，)?(?:临时|后来?|现|最终|又)?(?:改(?:去|赴|到|派|为)|转(?:去|赴|到)|调整(?:到|为|至))了?‹Place=to›',
    words: ['改去', '改赴', '改到', '改派', '改为', '转去', '转赴', '转到', '调整'],
    confidence: 0.93,
    yes: ['【江苏省安委会第五督导组】原来安排去海安市，临时改去了【南通市】。'],
    no: ['江苏省安委会第五督导组原来安排去海安市。'],
  },
  {
    ...INSPECTS,
    id: 'inspects/taken-to',
    says: 'Someone takes the team to a place.',
    pattern:
      '(?:带|率|率领|带领)‹Group=from›(?:先后|分别|连续)?(?:跑了|去了|走了|走访了|查了|检查了|到了?|赴|前往|深入)(?:‹Place›[、和及]?){0,6}?‹Place=to›',
    words: ['带', '率'],
    confidence: 0.94,
    yes: ['李平带【江苏省安委会第五督导组】去了【南通市】。'],
    no: ['李平带江苏省安委会第五督导组汇报工作。'],
  },
  {
    ...INSPECTS,
    id: 'inspects/stays',
    says: 'A team stays in a place for some days.',
    pattern:
      '‹Group=from›(?:，)?在‹Place=to›(?:停留|驻留|蹲守|蹲点|驻守|待了|工作了?|逗留)(?=了?\\d|了?[一两三四五六七八九十]|[，。])',
    words: ['停留', '驻留', '蹲', '驻守', '待了', '工作', '逗留'],
    confidence: 0.93,
    yes: ['其中【江苏省安委会第五督导组】在【南通市】停留3天。'],
    no: ['江苏省安委会第五督导组在南通市作了汇报。'],
  },
  {
    ...INSPECTS,
    id: 'inspects/posted',
    says: 'Brackets after a team name the place where it is posted.',
    pattern:
      '‹Group=from› ?（(?:驻|赴|负责|督导|检查|进驻|包保|派驻|督查|巡查|暗访|指导|联系)(?:地区|区域)?[：:]?‹Place=to›[^（）]{0,30}）',
    words: ['（'],
    confidence: 0.94,
    yes: ['【江苏省安委会第五督导组】（驻【南通市】）'],
    no: ['江苏省安委会第五督导组（原驻南通市）'],
  },
  {
    ...INSPECTS,
    id: 'inspects/itinerary',
    says: 'A field gives the places of the team above, day by day.',
    pattern:
      '(?<=^(?:行 ?程|日 ?程|路 ?线|线 ?路)(?:安排)?[：:｜][^\\n]{0,120})‹Place=to›(?!‹Place›|[^；。，\\n‹Date›]{0,12}(?:会议|座谈|反馈会|汇报会|集合|出发|返回))',
    supply: { from: 'Group' },
    words: ['程', '路'],
    confidence: 0.93,
    yes: ['江苏省安委会第五督导组\n组长：李平\n行程：9月8日 南通市；9月9日 【海安市】'],
    no: ['江苏省安委会第五督导组\n组长：李平\n集合地点：南通市'],
  },
  {
    ...LEAD,
    id: 'leads/he-takes',
    says: 'He leads the team: the one told of last.',
    pattern: '(?<=^|[，。；])[他她](?:亲自|还|又|先后)?(?:率领|率|带领|带)‹Group=to›',
    supply: { from: 'Person' },
    words: ['他', '她'],
    confidence: 0.88,
    yes: ['省水利厅副厅长【李平】长年在一线。2001年，他带领【江苏省安委会第五督导组】赴南通市督查。'],
    no: ['省水利厅副厅长李平长年在一线。他见过江苏省安委会第五督导组。'],
  },
  {
    ...LEAD,
    id: 'leads/with-others',
    says: 'A team of some bodies is formed with a person at its head.',
    pattern:
      '‹Person=from›(?:同志)?(?:任|担任|为|牵头)(?:‹Lead›)?，[^。；‹Person›]{2,80}?(?:参加|参与|组成|配合|共同组成)的‹Group=to›',
    words: ['的'],
    confidence: 0.94,
    yes: ['省政府成立由副省长【李平】任组长，省水利厅等单位参加的【全省校车安全治理领导小组】'],
    no: ['副省长李平任组长，省水利厅等单位参加的会议'],
  },
  {
    ...LEAD,
    id: 'leads/and-heads',
    says: 'After a team is formed a sentence says who heads it.',
    pattern: '(?<=^|[。；，] ?)‹Person=from›(?:同志)?(?:亲自)?(?:任|担任)‹Lead›(?=[。；]|$)',
    supply: { to: 'Group' },
    words: ['任'],
    confidence: 0.92,
    yes: ['省政府决定成立【全省校车安全治理领导小组】。副省长【李平】任组长。'],
    no: ['省政府决定成立全省校车安全治理领导小组。副省长李平任副组长。'],
  },
  {
    gives: 'INSPECTS',
    guard: 'plain',
    id: 'inspects/moves-on',
    says: 'A team that has been at one place goes on to the next.',
    pattern:
      '(?<=‹Group=from›[^。；！？\\n‹Group›]{2,200}?(?:进驻|赴|前往|抵达)‹Place›[^。；！？\\n‹Group›]{0,24}?)，(?:‹Date›起?)?(?:又|再|随后|之后)?转(?:赴|往|至|驻)(?:‹Place›){0,2}?‹Place=to›(?!‹Place›)',
    words: ['转'],
    confidence: 0.93,
    yes: ['【江苏省安委会第五督导组】由李平任组长，于3月2日进驻南京市，3月9日起转赴【盐城市】'],
    no: ['伤者先前往南京市，3月9日转往盐城市治疗'],
  },
]

// The ontology as two tables: what a thing can be, and what can be said of two things.
// Every other list of types in the project (constraints, colours, captions, help) is derived from these.

/** A caption in both languages of the interface. */
export interface Caption {
  zh: string
  en: string
}

/** How an attribute is stored: dates are strings as precise as the text (`2023`, `2023-11`, `2023-11-16`). */
export type AttributeKind = 'date' | 'integer' | 'number' | 'string' | 'strings' | 'boolean'

interface EntityRow {
  caption: Caption
  says: string
  attributes: Readonly<Record<string, AttributeKind>>
}

/** The ten entity types, in the order in which every list shows them. */
export const ENTITIES = {
  Person: {
    caption: { zh: '人物', en: 'Person' },
    says: 'a named individual; `label` tells those of one name apart by an office',
    attributes: { label: 'string' },
  },
  Post: { caption: { zh: '职务', en: 'Post' }, says: 'an office that a named person holds or held', attributes: {} },
  Organization: {
    caption: { zh: '机构', en: 'Organization' },
    says: 'a standing body: government, ministry, committee, commission, company',
    attributes: {},
  },
  Group: {
    caption: { zh: '工作组', en: 'Group' },
    says: 'an ad hoc team with a task: inspection, leading, investigation group',
    attributes: { number: 'integer' },
  },
  Province: {
    caption: { zh: '省份', en: 'Province' },
    says: 'a province-level division',
    attributes: { code: 'string' },
  },
  Place: {
    caption: { zh: '地点', en: 'Place' },
    says: 'a city, prefecture, county, district or site below province level',
    attributes: {},
  },
  Accident: {
    caption: { zh: '事故', en: 'Accident' },
    says: 'one specific accident or disaster',
    attributes: {
      date: 'date',
      deaths: 'integer',
      injured: 'integer',
      missing: 'integer',
      severity: 'string',
      kind: 'string',
    },
  },
  Meeting: {
    caption: { zh: '会议', en: 'Meeting' },
    says: 'one specific meeting, conference, briefing, training session or video call',
    attributes: { date: 'date' },
  },
  Directive: {
    caption: { zh: '指示文件', en: 'Directive' },
    says: 'a leader’s instruction on a matter, or a titled document',
    attributes: { kind: 'string', date: 'date' },
  },
  Campaign: {
    caption: { zh: '行动', en: 'Campaign' },
    says: 'a named drive or special action',
    attributes: { date: 'date' },
  },
} as const satisfies Record<string, EntityRow>

export type EntityType = keyof typeof ENTITIES
export const ENTITY_TYPES = Object.keys(ENTITIES) as [EntityType, ...EntityType[]]

interface RelationRow {
  from: readonly EntityType[]
  to: readonly EntityType[]
  caption: Caption
  says: string
  attributes: Readonly<Record<string, AttributeKind>>
}

/** The fourteen relation types, in the order in which every list shows them. */
export const RELATIONS = {
  HOLDS_POST: {
    from: ['Person'],
    to: ['Post'],
    caption: { zh: '担任', en: 'holds post' },
    says: 'holds the office, or held it at the time told',
    attributes: { since: 'date', until: 'date', former: 'boolean' },
  },
  LEADS_GROUP: {
    from: ['Person'],
    to: ['Group'],
    caption: { zh: '带队', en: 'leads group' },
    says: 'heads the group',
    attributes: { since: 'date', until: 'date', former: 'boolean' },
  },
  INSPECTS: {
    from: ['Group'],
    to: ['Province', 'Place'],
    caption: { zh: '进驻检查', en: 'inspects' },
    says: 'is sent to, stationed in, or checks the place',
    attributes: {},
  },
  CHAIRED: {
    from: ['Person'],
    to: ['Meeting'],
    caption: { zh: '主持', en: 'chaired' },
    says: 'presides over the meeting',
    attributes: {},
  },
  SPOKE_AT: {
    from: ['Person'],
    to: ['Meeting'],
    caption: { zh: '发言', en: 'spoke at' },
    says: 'speaks, deploys, reports or briefs at the meeting',
    attributes: {},
  },
  ATTENDED: {
    from: ['Person'],
    to: ['Meeting'],
    caption: { zh: '出席', en: 'attended' },
    says: 'is said to be present at the meeting',
    attributes: {},
  },
  HELD_BY: {
    from: ['Meeting'],
    to: ['Organization'],
    caption: { zh: '召开者', en: 'held by' },
    says: 'is convened by the body',
    attributes: {},
  },
  HELD_IN: {
    from: ['Meeting'],
    to: ['Province', 'Place'],
    caption: { zh: '召开地', en: 'held in' },
    says: 'takes place there, where stated',
    attributes: {},
  },
  ISSUED: {
    from: ['Person', 'Organization'],
    to: ['Directive'],
    caption: { zh: '发布', en: 'issued' },
    says: 'gives, signs or prints the directive',
    attributes: {},
  },
  CONVEYED: {
    from: ['Meeting'],
    to: ['Directive'],
    caption: { zh: '传达', en: 'conveyed' },
    says: 'passes the directive on, or studies it',
    attributes: {},
  },
  RESPONDED_TO: {
    from: ['Meeting', 'Directive', 'Campaign', 'Group'],
    to: ['Accident'],
    caption: { zh: '因应', en: 'responded to' },
    says: 'is held, given, launched or formed because of the accident, or is about it',
    attributes: {},
  },
  OCCURRED_IN: {
    from: ['Accident'],
    to: ['Province', 'Place'],
    caption: { zh: '发生于', en: 'occurred in' },
    says: 'happened there',
    attributes: {},
  },
  LAUNCHED: {
    from: ['Meeting', 'Directive', 'Organization'],
    to: ['Campaign'],
    caption: { zh: '部署', en: 'launched' },
    says: 'starts, orders or plans the campaign',
    attributes: {},
  },
  VISITED: {
    from: ['Person'],
    to: ['Province', 'Place'],
    caption: { zh: '前往', en: 'visited' },
    says: 'goes to the place on duty',
    attributes: {},
  },
} as const satisfies Record<string, RelationRow>

export type RelationType = keyof typeof RELATIONS
export const RELATION_TYPES = Object.keys(RELATIONS) as [RelationType, ...RelationType[]]

/** The nodes that are not entities, with the properties a user may query. */
export const RECORDS = {
  Document: {
    caption: { zh: '文件', en: 'Document' },
    says: 'one source text',
    attributes: {
      title: 'string',
      date: 'date',
      source: 'string',
      path: 'string',
      url: 'string',
      sha256: 'string',
      extractor: 'string',
      text: 'string',
      ingested_at: 'string',
    },
  },
  Statement: {
    caption: { zh: '陈述', en: 'Statement' },
    says: 'one sentence saying one fact',
    attributes: {
      fact: 'string',
      type: 'string',
      from: 'string',
      to: 'string',
      date: 'date',
      rule: 'string',
      quote: 'string',
      start: 'integer',
      end: 'integer',
      confidence: 'number',
      trigger_start: 'integer',
      trigger_end: 'integer',
      said_from: 'string',
      said_to: 'string',
    },
  },
  Judgement: {
    caption: { zh: '裁定', en: 'Judgement' },
    says: 'a person’s decision that two things are the same, or are not, or that a fact is wrong',
    attributes: {
      kind: 'string',
      type: 'string',
      relation: 'string',
      a_key: 'string',
      a_office: 'string',
      a_name: 'string',
      b_key: 'string',
      b_office: 'string',
      b_name: 'string',
      documents: 'strings',
      by: 'string',
      at: 'string',
      why: 'string',
    },
  },
  Tally: {
    caption: { zh: '账', en: 'Tally' },
    says: 'bookkeeping of the graph for what many documents speak of, so that taking one away stays cheap',
    attributes: { state: 'string', turn: 'string' },
  },
} as const satisfies Record<string, { caption: Caption; says: string; attributes: Record<string, AttributeKind> }>

/** Whether the model allows a relation of this type between ends of these types. */
export function allowsEnds(type: RelationType, from: EntityType, to: EntityType): boolean {
  const row: RelationRow = RELATIONS[type]
  return row.from.includes(from) && row.to.includes(to)
}

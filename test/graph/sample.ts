// Small invented documents, resolved as the writer of the graph takes them. In: who does what, in a few words.
// Out: a text with each of these as a sentence, its mentions and its facts. Must not know any engine.
import fc from 'fast-check'
import type { Contribution, Resolved } from '../../schema/fact.js'
import { makeId, sha256 } from '../../schema/id.js'
import type { EntityType, RelationType } from '../../schema/model.js'
import type { Standing } from '../../schema/standing.js'

type Attributes = Record<string, string | number | boolean>

/** A thing: `key` says which one it is, `name` what the document calls it (the key, when absent). */
export interface Thing {
  type: EntityType
  key: string
  name?: string
  aliases?: string[]
  attrs?: Attributes
  /** Where the offices of a person stand. */
  standings?: Standing[]
}

/** One sentence: a fact, and how sure its rule is. */
export interface Says {
  from: Thing
  type: RelationType
  to: Thing
  attrs?: Attributes
  confidence?: number
}

export interface Sheet {
  id: string
  date?: string
  title?: string
  says: Says[]
  /** Things that it only names. */
  names?: Thing[]
}

export const idOf = ({ type, key }: Thing) => makeId('entity', type, key)
export const factOf = ({ from, type, to }: Says) => makeId('fact', type, idOf(from), idOf(to))

/** The sheet as a resolved document. */
export function makeDocument({ id, date, title = `关于${id}的通报`, says, names = [] }: Sheet): Resolved {
  const entities = new Map<string, Contribution['entities'][number]>()
  const ids: Record<string, string> = {}
  const standings: Record<string, Standing[]> = {}
  let text = `${title}\n`
  const place = (thing: Thing): string => {
    const name = thing.name ?? thing.key
    const local = `${thing.type} ${thing.key} ${name}`
    const mention = { start: text.length, end: text.length + name.length, rule: 'sample/name' }
    text += name
    const known = entities.get(local)
    if (known === undefined) {
      const { type, aliases = [], attrs = {} } = thing
      entities.set(local, { id: local, type, name, aliases, attrs, mentions: [mention] })
    } else {
      known.mentions.push(mention)
    }
    ids[local] = idOf(thing)
    if (thing.standings !== undefined) standings[local] = thing.standings
    return local
  }
  const relations = says.map(({ from, type, to, attrs = {}, confidence = 0.9 }) => {
    const start = text.length
    const ends = { from: place(from), to: '' }
    text += `，${type}，`
    ends.to = place(to)
    const evidence = { start, end: text.length, quote: text.slice(start), rule: 'sample/fact', confidence }
    text += '。\n'
    return { type, ...ends, attrs, evidence: [evidence] }
  })
  for (const thing of names) place(thing)
  const about = { title, ...(date === undefined ? {} : { date }), source: '样例' }
  return {
    document: { id, ...about, path: `${id}.txt`, sha256: sha256(text), text },
    contribution: { doc: id, ...about, entities: [...entities.values()], relations },
    ids,
    standings,
  }
}

const people = ['王守平', '李建国', '赵敏'].map((key): Thing => ({ type: 'Person', key }))
const posts = ['省长', '副市长'].map((key): Thing => ({ type: 'Post', key, name: `某省${key}` }))
const date = fc.constantFrom('2022-11-24', '2023', '2023-03', '2023-03-13', '2024-01-20')
const person = fc.constantFrom(...people)
const accident = fc
  .record({ key: fc.constantFrom('矿难', '火灾'), deaths: fc.integer({ min: 1, max: 4 }), name: fc.boolean(), date })
  .map(({ key, deaths, name, date }): Thing => {
    const names = name ? { name: `“某地”${key}`, aliases: [key] } : {}
    return { type: 'Accident', key, ...names, attrs: { deaths, date } }
  })
const meeting = fc.constantFrom('例会', '电视电话会议').map((key): Thing => ({ type: 'Meeting', key }))
const province: Thing = { type: 'Province', key: '某省', attrs: { code: '99' } }
const confidence = fc.constantFrom(0.5, 0.75, 1)

const says: fc.Arbitrary<Says> = fc.oneof(
  fc
    .record({ from: person, to: fc.constantFrom(...posts), confidence, former: fc.boolean(), since: fc.option(date) })
    .map(({ from, to, confidence, former, since }) => {
      const attrs = { ...(former ? { former } : {}), ...(since === null ? {} : { since }) }
      return { from, type: 'HOLDS_POST' as const, to, attrs, confidence }
    }),
  fc.record({ from: person, type: fc.constantFrom('CHAIRED', 'ATTENDED'), to: meeting, confidence }),
  fc.record({ from: meeting, type: fc.constant('RESPONDED_TO'), to: accident, confidence }),
  fc.record({ from: accident, type: fc.constant('OCCURRED_IN'), to: fc.constant(province), confidence }),
)

/** A few documents that speak of the same few things, and often disagree. */
export const sheets: fc.Arbitrary<Sheet[]> = fc
  .array(fc.record({ date: fc.option(date, { nil: undefined }), says: fc.array(says, { maxLength: 4 }) }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((rows) => rows.map(({ date, says }, index) => ({ id: `d${index}`, ...(date ? { date } : {}), says })))

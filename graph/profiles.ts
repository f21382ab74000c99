// The graph in, what is known of each entity beside its name out: what two are compared by. Never writes.
import { ENTITIES, type EntityType, type RelationType } from '../schema/model.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { plain, toWire } from './value.js'

/** An entity with the names of what its facts set beside it. */
export interface Profile {
  id: string
  type: EntityType
  name: string
  /** For one of several persons of a name: the name with an office. */
  label?: string
  aliases: string[]
  documents: number
  attributes: Record<string, unknown>
  /** Names at the other end of its facts, by the type of fact. */
  beside: Partial<Record<RelationType, string[]>>
  /** The day of the newest document that gives it an office. */
  last?: string
}

/** What is set beside an entity, and the end of the fact that the entity is. */
const BESIDE: readonly [RelationType, 'from' | 'to', EntityType][] = [
  ['HOLDS_POST', 'from', 'Person'],
  ['OCCURRED_IN', 'from', 'Accident'],
  ['HELD_BY', 'from', 'Meeting'],
  ['HELD_IN', 'from', 'Meeting'],
  ['ISSUED', 'to', 'Directive'],
  ['LAUNCHED', 'to', 'Campaign'],
  ['RESPONDED_TO', 'from', 'Directive'],
  ['RESPONDED_TO', 'from', 'Group'],
]

/** All entities of a type, by id. */
export async function profiles(graph: Graph, type: EntityType): Promise<Profile[]> {
  const nodes = await ask(graph, `MATCH (e:${type}) RETURN properties(e) AS properties`)
  const found = new Map<string, Profile>()
  for (const record of nodes) {
    const properties = plain(toWire(record.get('properties'))) as Record<string, unknown>
    const { id, name, label, aliases, documents } = properties
    const attributes = Object.fromEntries(
      Object.keys(ENTITIES[type].attributes)
        .filter((key) => key !== 'label' && properties[key] !== undefined)
        .map((key) => [key, properties[key]]),
    )
    found.set(String(id), {
      id: String(id),
      type,
      name: String(name),
      ...(label === undefined ? {} : { label: String(label) }),
      aliases: (aliases ?? []) as string[],
      documents: Number(documents),
      attributes,
      beside: {},
    })
  }
  for (const [relation, end, of] of BESIDE) if (of === type) await addBeside(graph, found, relation, end, type)
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function addBeside(
  graph: Graph,
  found: ReadonlyMap<string, Profile>,
  relation: RelationType,
  end: 'from' | 'to',
  type: EntityType,
): Promise<void> {
  const [from, to] = end === 'from' ? [`(e:${type})`, '(x:Entity)'] : ['(x:Entity)', `(e:${type})`]
  const records = await ask(
    graph,
    `MATCH ${from}-[r:${relation}]->${to} RETURN e.id AS id, x.name AS name, r.last AS last ORDER BY name`,
  )
  for (const record of records) {
    const profile = found.get(record.get('id'))
    if (profile === undefined) continue
    profile.beside[relation] = [...(profile.beside[relation] ?? []), String(record.get('name'))]
    const last = record.get('last')
    if (relation === 'HOLDS_POST' && typeof last === 'string' && last > (profile.last ?? '')) profile.last = last
  }
}

// What a document says -> the same with the ids that its things have in the whole graph.
// Two documents speak of one thing when its key is the same; the key is made by the declared rule of its type.
import type { Contribution, Document, Entity, Resolved } from '../../schema/fact.js'
import { makeId } from '../../schema/id.js'
import type { EntityType } from '../../schema/model.js'

type Key = (entity: Entity, contribution: Contribution) => string

const byName: Key = (e) => e.name

/** How a thing is known again in another document. */
const KEYS: Record<EntityType, Key> = {
  Person: byName,
  Post: byName,
  Organization: byName,
  Group: byName,
  Province: byName,
  Place: byName,
  Accident: (e) => `${e.attrs.date ?? e.name}`,
  Meeting: (e) => `${e.name} ${e.attrs.date ?? ''}`,
  Directive: byName,
  Campaign: byName,
}

/** Gives every entity of a contribution its id in the graph. */
export function resolve(document: Document, contribution: Contribution): Resolved {
  const ids: Record<string, string> = {}
  for (const entity of contribution.entities)
    ids[entity.id] = makeId('entity', entity.type, KEYS[entity.type](entity, contribution))
  return { document, contribution, ids }
}

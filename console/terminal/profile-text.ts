// An entity as the graph knows it in, what the rules of judging compare out: one of the places where ingest and graph meet.
import type { Profile } from '../../graph/profiles.js'
import type { Descriptor } from '../../ingest/resolve/descriptor.js'

/** What is compared of an entity. */
export function describe({ type, name, aliases, attributes, beside, last }: Profile): Descriptor {
  const issuer = beside.ISSUED ?? beside.LAUNCHED
  const places = beside.OCCURRED_IN ?? beside.HELD_IN
  const accident = beside.RESPONDED_TO?.[0]
  return {
    type,
    name,
    aliases,
    attrs: attributes as NonNullable<Descriptor['attrs']>,
    ...(places && { places }),
    ...(beside.HOLDS_POST && { posts: beside.HOLDS_POST }),
    ...(type === 'Person' && last !== undefined && { date: last }),
    ...(beside.HELD_BY && { held_by: beside.HELD_BY }),
    ...(issuer && { issuer }),
    ...(accident !== undefined && { accident }),
  }
}

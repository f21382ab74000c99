// A graph in, the pairs of its things that the rules cannot settle out: one of the places where ingest and graph meet.
import type { Graph } from '../../graph/connect.js'
import { openSettled } from '../../graph/judging.js'
import { type Profile, profiles } from '../../graph/profiles.js'
import { type Candidate, findUnsure } from '../../ingest/resolve/unsure.js'
import { ENTITY_TYPES, type EntityType } from '../../schema/model.js'
import { describe } from './profile-text.js'

/** One side of a pair. */
export interface Party {
  id: string
  /** With an office, where several have the name. */
  name: string
  documents: number
}

export interface UnsurePairs {
  pairs: { type: EntityType; why: string; a: Party; b: Party }[]
  /** Things of very common names that were not compared. */
  leftOut: number
}

/** All such pairs, of one type or of any, the most consequential first; without those that a person has judged to be two. */
export async function unsurePairs(graph: Graph, type?: EntityType): Promise<UnsurePairs> {
  const known = new Map<string, Profile>()
  const candidates: Candidate[] = []
  for (const one of type === undefined ? ENTITY_TYPES : [type])
    for (const profile of await profiles(graph, one)) {
      known.set(profile.id, profile)
      candidates.push({ id: profile.id, documents: profile.documents, descriptor: describe(profile) })
    }
  const { pairs, leftOut } = findUnsure(candidates, await openSettled(graph))
  const party = ({ id, documents }: Candidate): Party => {
    const { name, label } = known.get(id) as Profile
    return { id, name: label ?? name, documents }
  }
  return {
    pairs: pairs.map(({ a, b, why }) => ({ type: a.descriptor.type, why, a: party(a), b: party(b) })),
    leftOut,
  }
}

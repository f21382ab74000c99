// What a document says -> the same with the ids that its things have in the whole graph.
// Two documents speak of one thing when its key is the same; a key is made by the declared rule of its type (keys.ts),
// of one document and nothing else, so that the graph is a function of the set of documents.
import type { Contribution, Document, Resolved } from '../../schema/fact.js'
import { makeId } from '../../schema/id.js'
import type { Standing } from '../../schema/standing.js'
import { readStanding } from './career.js'
import { isAlone, keyOf } from './keys.js'
import { openSetting, type Setting } from './setting.js'

/** Gives every entity of a contribution its id in the graph. */
export function resolve(document: Document, contribution: Contribution): Resolved {
  const setting = openSetting(document, contribution)
  const keys = contribution.entities.map((entity) => keyOf(entity, setting))
  const ids: Record<string, string> = {}
  contribution.entities.forEach((entity, i) => {
    // Two accidents that a document tells apart are two, even where their keys would be one.
    const twin = entity.type === 'Accident' && keys.some((key, k) => k !== i && key === keys[i] && isAccident(k))
    ids[entity.id] = makeId('entity', entity.type, twin ? `${keys[i]}|${entity.name}` : (keys[i] as string))
  })
  return { document, contribution, ids, standings: standingsOf(contribution, setting) }

  function isAccident(index: number): boolean {
    return contribution.entities[index]?.type === 'Accident'
  }
}

/** Where the offices of each person stand; a person without any is not in the answer. */
function standingsOf({ entities, relations }: Contribution, setting: Setting): Record<string, Standing[]> {
  const posts = new Map(entities.filter(({ type }) => type === 'Post').map((post) => [post.id, post]))
  const standings: Record<string, Standing[]> = {}
  for (const { type, from, to, attrs } of relations) {
    const post = posts.get(to)
    if (type !== 'HOLDS_POST' || !post) continue
    const { key: _, ...standing } = readStanding(post.name)
    const key = keyOf(post, setting)
    const own = {
      ...(isAlone(key, setting) ? {} : { key }),
      ...standing,
      ...(attrs.former === true && { former: true }),
    }
    standings[from] = [...(standings[from] ?? []), own]
  }
  return standings
}

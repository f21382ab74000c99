// The names of a text that this graph does not know. In: Cypher, the graph's vocabulary, the parameters given. Out: doubts with
// their places and what may have been meant. Pure; runs in the worker.
import type { VocabularyAnswer } from '../../../schema/answer.js'
import { nearestName } from './nearest.js'
import { splitStatements } from './tokens.js'
import { type Role, readUses } from './uses.js'

/** A name that is not known; `meant` is the one that may have been. */
export interface Doubt {
  role: Role
  name: string
  start: number
  end: number
  meant?: string
}

/** What a text is held against. `captions`: names by what they are called, in both languages. */
export interface Known extends VocabularyAnswer {
  captions: readonly (readonly [string, string])[]
  parameters: readonly string[]
}

/** Every name of the text that is not known, in the order of the text. A list that is empty knows nothing and doubts nothing. */
export function findDoubts(text: string, known: Known): Doubt[] {
  const captions = new Map(known.captions)
  const lists: Record<Role, readonly string[]> = {
    label: known.labels,
    type: known.types,
    property: known.properties,
    parameter: known.parameters,
  }
  const sets = Object.fromEntries(Object.entries(lists).map(([role, names]) => [role, new Set(names)]))
  const doubts: Doubt[] = []
  for (const { text: statement, start } of splitStatements(text)) {
    for (const use of readUses(statement).uses) {
      const { role, name } = use
      const set = sets[role]
      if (name === '' || set?.has(name) || (set?.size === 0 && role !== 'parameter')) continue
      // A caption names a type of entity or of relation; a property of that name would be chance.
      const named = role === 'label' || role === 'type' ? captions : undefined
      const near = nearestName(name, lists[role], named)
      const meant = near !== undefined && set?.has(near) ? near : undefined
      doubts.push({
        role,
        name,
        start: start + use.start,
        end: start + use.end,
        ...(meant === undefined ? {} : { meant }),
      })
    }
  }
  return doubts
}

// Layer 4: posts and characters -> items of kind `Person`. A name is known by its surname, its length and what stands around it.

import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'

/** Finds persons in all sentences of a document; names found in one place are looked for everywhere. */
export function findPersons(paper: Paper): void {
  const surnames = new Set(words('surname').map((r) => r.word))
  const names = new Set<string>()
  for (const line of paper.lines)
    for (const post of line.items.filter((i) => i.kind === 'Post')) {
      const item = nameAt(line, post.end, surnames)
      if (item && line.put(item)) names.add(item.value.name as string)
    }
  void names
}

function nameAt(line: Line, from: number, surnames: Set<string>): Item | undefined {
  const text = line.folded
  const at = text[from] === ' ' ? from + 1 : from
  const two = surnames.has(text.slice(at, at + 2))
  if (!two && !surnames.has(text[at] as string)) return undefined
  const end = Math.min(at + (two ? 4 : 3), line.sentence.end)
  const name = text.slice(at, end)
  return { kind: 'Person', start: at, end, rule: 'person/after-post', value: { name }, parts: [] }
}

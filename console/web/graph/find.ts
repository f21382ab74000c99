// What is looked for in the drawn graph. In: the state. Out: the nodes that fit, in the order they are walked. Pure.
import { shownNodes } from '../state/seeing.js'
import type { State } from '../state/state.js'
import { nameOf } from './node-words.js'

type Sought = Pick<State, 'drawn' | 'hiddenNodes' | 'hiddenTypes'> & { seeing: Pick<State['seeing'], 'find'> }

/** The shown nodes whose name or other name holds what is looked for: first what begins with it, then the shorter names. */
export function foundIn(state: Sought): string[] {
  const wanted = state.seeing.find.trim().toLowerCase()
  if (wanted === '') return []
  const found: { id: string; name: string; begins: boolean }[] = []
  for (const id of shownNodes(state)) {
    const node = state.drawn.nodes.get(id)
    if (node === undefined) continue
    const name = nameOf(node).toLowerCase()
    const { aliases } = node.properties
    const others = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : []
    if (![name, ...others.map((alias) => alias.toLowerCase())].some((form) => form.includes(wanted))) continue
    found.push({ id, name, begins: name.startsWith(wanted) })
  }
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .map(({ id }) => id)
}

// A value in a table. In: a wire value. Out: text, or a chip that opens a node or relationship and lights it in the graph.
import type { Wire } from '../../../schema/wire.js'
import { nameOf, typeOf } from '../graph/node-words.js'
import { textOf } from '../graph/plain.js'
import { Chip } from '../parts/chip.js'
import { useConsole } from '../parts/console.js'
import type { Selection } from '../state/state.js'

const CELL_CHARACTERS = 400

/** What a value stands for on the canvas, if it is a part of the graph. */
export function partOf(value: Wire | undefined): Selection | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  if (value.kind === 'node') return { kind: 'node', id: value.id }
  return value.kind === 'relationship' ? { kind: 'edge', id: value.id } : undefined
}

export function Cell({ value }: { value: Wire }) {
  const { dispatch, caption } = useConsole()
  const selection = partOf(value)
  const press = (): void => dispatch({ type: 'selected', selection: selection ?? null })
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    if (value.kind === 'node')
      return <Chip type={typeOf(value)} name={nameOf(value) || typeOf(value)} onPress={press} />
    if (value.kind === 'relationship')
      return (
        <button type="button" className="edge-chip" onClick={press}>
          {caption(value.type)}
        </button>
      )
  }
  if (Array.isArray(value) && value.length > 0 && value.every((one) => partOf(one) !== undefined))
    // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold one thing twice
    return value.slice(0, 20).map((one, index) => <Cell key={index} value={one} />)
  const text = textOf(value)
  return <span title={text.slice(0, CELL_CHARACTERS)}>{text.slice(0, CELL_CHARACTERS)}</span>
}

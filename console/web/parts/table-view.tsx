// The rows of an answer; only those in sight are in the page. In: the state. Out: selections.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Wire } from '../../../schema/wire.js'
import { nameOf, typeOf } from '../graph/node-words.js'
import { textOf } from '../graph/plain.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'

const ROW_HEIGHT = 34
const CELL_CHARACTERS = 400

export function TableView() {
  const { state, t } = useConsole()
  const box = useRef<HTMLDivElement>(null)
  const { columns = [], rows = [] } = state.answer ?? {}
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  if (state.answer === null) return <p className="hint">{t('result.noTable')}</p>
  const grid = { gridTemplateColumns: `56px repeat(${columns.length}, minmax(140px, 1fr))` }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="table-box" ref={box} tabIndex={0} aria-label={t('view.table')}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows out of sight are not in the page, which a table element cannot say */}
      <div role="table" className="table" aria-rowcount={rows.length + 1} aria-colcount={columns.length}>
        {/* biome-ignore-start lint/a11y: the parts of the table above */}
        <div role="row" className="row head" style={grid} aria-rowindex={1}>
          <div role="columnheader">#</div>
          {columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
            <div role="columnheader" key={index} title={column}>
              {column}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <div
              role="row"
              className="row"
              key={item.key}
              aria-rowindex={item.index + 2}
              style={{ ...grid, height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <div role="cell" className="faint number">
                {item.index + 1}
              </div>
              {rows[item.index]?.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <div role="cell" key={index} className={typeof value === 'number' ? 'number' : undefined}>
                  <Cell value={value} />
                </div>
              ))}
            </div>
          ))}
        </div>
        {/* biome-ignore-end lint/a11y: the parts of the table above */}
      </div>
    </section>
  )
}

/** A value in a cell; a node or relationship is a chip that opens it. */
export function Cell({ value }: { value: Wire }) {
  const { dispatch, caption } = useConsole()
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    if (value.kind === 'node') {
      const { id } = value
      const press = (): void => dispatch({ type: 'selected', selection: { kind: 'node', id } })
      return <Chip type={typeOf(value)} name={nameOf(value) || typeOf(value)} onPress={press} />
    }
    if (value.kind === 'relationship') {
      const { id } = value
      const press = (): void => dispatch({ type: 'selected', selection: { kind: 'edge', id } })
      return (
        <button type="button" className="edge-chip" onClick={press}>
          {caption(value.type)}
        </button>
      )
    }
  }
  const text = textOf(value)
  return <span title={text.slice(0, CELL_CHARACTERS)}>{text.slice(0, CELL_CHARACTERS)}</span>
}

// The rows of an answer; only those in sight are in the page. In: the state. Out: selections, text to paste.
// Follows the grid pattern of the ARIA Authoring Practices: one stop of the tab key, arrows walk over the cells.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { QueryAnswer } from '../../../schema/answer.js'
import { copyText } from '../clipboard.js'
import { textOf } from '../graph/plain.js'
import { widthOfText } from '../look/text.js'
import { useConsole } from '../parts/console.js'
import { useSettled } from '../parts/settled.js'
import { Cell, partOf } from './cell.js'
import { arrangeRows, kindOfColumn, type Order, tabSeparated } from './rows.js'
import { TableHead, WIDTH } from './table-head.js'

const ROW_HEIGHT = 34
const PAGE_ROWS = 15
const COPY_KEYS = { cell: 'Ctrl/⌘ C', row: 'Ctrl/⌘ ⇧ C' } as const
/** So many first rows tell how wide a column is at first. */
const LOOKED_AT = 60

export default function TableView() {
  const { state, t } = useConsole()
  const { answer } = state
  // Another answer begins anew: its columns are others.
  return answer === null ? (
    <p className="hint">{t('result.noTable')}</p>
  ) : (
    <Table key={keyFor(answer)} answer={answer} />
  )
}

const keys = new WeakMap<QueryAnswer, number>()
let lastKey = 0
function keyFor(answer: QueryAnswer): number {
  const key = keys.get(answer) ?? ++lastKey
  keys.set(answer, key)
  return key
}

function Table({ answer }: { answer: QueryAnswer }) {
  const { state, dispatch, t } = useConsole()
  const { columns, rows } = answer
  const box = useRef<HTMLElement>(null)
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order | null>(null)
  const [widths, setWidths] = useState<readonly number[]>(() => columns.map((name, at) => firstWidth(answer, name, at)))
  const [at, setAt] = useState({ row: 0, column: 0 })
  const [told, setTold] = useState('')
  const words = useDeferredValue(filter)
  const kinds = useMemo(() => columns.map((_, index) => kindOfColumn(rows, index)), [columns, rows])
  const places = useMemo(() => arrangeRows(rows, words, order), [rows, words, order])
  const virtual = useVirtualizer({
    count: places.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: state.asking.top * ROW_HEIGHT,
  })
  const keepPlace = useSettled((top: number) => dispatch({ type: 'ask/scrolled', of: 'table', top }))
  const here = { row: Math.min(at.row, places.length - 1), column: at.column }
  const rowHere = rows[places[here.row] ?? -1]

  const go = (row: number, column: number): void => {
    const next = {
      row: Math.max(0, Math.min(row, places.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    }
    setAt(next)
    virtual.scrollToIndex(next.row)
  }
  const copy = async (text: string, count: number): Promise<void> =>
    setTold((await copyText(text)) ? t('table.copied', { n: count }) : t('table.noCopy'))
  const copyCell = (): Promise<void> => copy(textOf(rowHere?.[here.column] ?? null), 1)
  const copyRow = (): Promise<void> => (rowHere === undefined ? Promise.resolve() : copy(tabSeparated([rowHere]), 1))
  const copyAll = (): Promise<void> => {
    const inOrder = places.map((place) => rows[place] ?? [])
    return copy(tabSeparated(inOrder, columns), inOrder.length)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = here
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'c') {
      // What the user marked with the mouse is what is meant.
      if (String(window.getSelection()) !== '') return
      void (event.shiftKey ? copyRow() : copyCell())
    } else if (event.target !== event.currentTarget || event.altKey) return
    else if (event.key === 'ArrowDown') go(row + 1, column)
    else if (event.key === 'ArrowUp') go(row - 1, column)
    else if (event.key === 'ArrowRight') go(row, column + 1)
    else if (event.key === 'ArrowLeft') go(row, column - 1)
    else if (event.key === 'PageDown') go(row + PAGE_ROWS, column)
    else if (event.key === 'PageUp') go(row - PAGE_ROWS, column)
    else if (event.key === 'Home') go(command ? 0 : row, 0)
    else if (event.key === 'End') go(command ? places.length - 1 : row, columns.length - 1)
    else if (event.key === 'Enter') {
      const selection = partOf(rowHere?.[column])
      if (selection !== undefined) dispatch({ type: 'selected', selection })
    } else return
    event.preventDefault()
  }

  const numbers = Math.max(48, 20 + String(rows.length).length * 9)
  const grid = { gridTemplateColumns: `${numbers}px ${widths.map((width) => `${width}px`).join(' ')} 1fr` }
  return (
    <div className="table-box">
      <div className="table-bar">
        <input
          type="search"
          className="field"
          value={filter}
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="faint">{t('table.shown', { n: places.length, all: rows.length })}</span>
        <span className="faint told" role="status">
          {told}
        </span>
        <button type="button" className="plain" title={COPY_KEYS.cell} onClick={() => void copyCell()}>
          {t('table.copyCell')}
        </button>
        <button type="button" className="plain" title={COPY_KEYS.row} onClick={() => void copyRow()}>
          {t('table.copyRow')}
        </button>
        <button type="button" className="plain" onClick={() => void copyAll()}>
          {t('table.copyAll')}
        </button>
      </div>
      {/* biome-ignore-start lint/a11y: a grid whose rows out of sight are not in the page, which a table element cannot say */}
      <section
        ref={box}
        role="grid"
        className="table-scroll"
        tabIndex={0}
        aria-label={t('view.table')}
        aria-rowcount={places.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={rowHere === undefined ? undefined : cellId(here.row, here.column)}
        onKeyDown={onKeyDown}
        onScroll={(event) => keepPlace(Math.round(event.currentTarget.scrollTop / ROW_HEIGHT))}
      >
        <div role="rowgroup" className="table">
          <div role="row" className="row head" style={grid} aria-rowindex={1}>
            <div role="columnheader" aria-colindex={1}>
              #
            </div>
            <TableHead
              columns={columns.map((name, index) => ({
                name,
                kind: kinds[index] ?? 'empty',
                width: widths[index] ?? WIDTH.least,
              }))}
              order={order}
              onSort={(column) => setOrder(nextOrder(order, column))}
              onWidth={(column, width) => setWidths(widths.with(column, clamp(width)))}
            />
          </div>
        </div>
        <div role="rowgroup" className="table rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const place = places[item.index] ?? 0
            return (
              <div
                role="row"
                className="row"
                key={item.key}
                aria-rowindex={item.index + 2}
                style={{ ...grid, height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <div role="rowheader" className="faint number" aria-colindex={1}>
                  {place + 1}
                </div>
                {rows[place]?.map((value, column) => (
                  <div
                    role="gridcell"
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                    key={column}
                    id={cellId(item.index, column)}
                    aria-colindex={column + 2}
                    aria-selected={item.index === here.row && column === here.column}
                    className={/^(int|float)$/.test(kinds[column] ?? '') ? 'number' : undefined}
                    onMouseDown={() => setAt({ row: item.index, column })}
                  >
                    <Cell value={value} />
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </section>
      {/* biome-ignore-end lint/a11y: the grid above */}
    </div>
  )
}

function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`
}

function clamp(width: number): number {
  return Math.min(WIDTH.most, Math.max(WIDTH.least, width))
}

/** Up, down, as it came. */
function nextOrder(order: Order | null, column: number): Order | null {
  if (order?.column !== column) return { column, down: false }
  return order.down ? null : { column, down: true }
}

function firstWidth({ rows }: QueryAnswer, name: string, column: number): number {
  const texts = rows.slice(0, LOOKED_AT).map((row) => textOf(row[column] ?? null).slice(0, 60))
  const widest = Math.max(widthOfText(name) + 8, ...texts.map(widthOfText))
  return Math.min(320, Math.max(96, widest * 7.5 + 44))
}

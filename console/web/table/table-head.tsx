// The head of the table: what each column is called and holds, how it is sorted, how wide it is. In: columns. Out: wishes.
import type { KeyboardEvent, PointerEvent } from 'react'
import { useConsole } from '../parts/console.js'
import type { ColumnKind, Order } from './rows.js'

export const WIDTH = { least: 56, most: 1200, step: 16 } as const

interface Column {
  name: string
  kind: ColumnKind
  width: number
}

export function TableHead(props: {
  columns: readonly Column[]
  order: Order | null
  onSort: (column: number) => void
  onWidth: (column: number, width: number) => void
}) {
  const { t } = useConsole()
  const { columns, order, onSort, onWidth } = props
  return columns.map(({ name, kind, width }, index) => {
    const sorted = order?.column === index ? (order.down ? 'descending' : 'ascending') : 'none'
    return (
      // biome-ignore-start lint/a11y: the parts of a grid whose rows out of sight are not in the page
      // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
      <div role="columnheader" key={index} aria-sort={sorted} aria-colindex={index + 2}>
        <button
          type="button"
          className="column"
          title={t('table.sort', { column: name })}
          aria-label={`${name}, ${t(`kind.${kind}`)}, ${t('table.sort', { column: name })}`}
          onClick={() => onSort(index)}
        >
          <span className="column-name">{name}</span>
          <span className="faint">{t(`kind.${kind}`)}</span>
          <span aria-hidden="true">{sorted === 'none' ? '' : sorted === 'ascending' ? '↑' : '↓'}</span>
        </button>
        <div
          role="separator"
          className="grip"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t('table.resize', { column: name })}
          aria-valuenow={Math.round(width)}
          aria-valuemin={WIDTH.least}
          aria-valuemax={WIDTH.most}
          onPointerDown={(event) => drag(event, width, (next) => onWidth(index, next))}
          onKeyDown={(event) => {
            const step = stepOf(event)
            if (step !== 0) onWidth(index, width + step)
          }}
        />
      </div>
      // biome-ignore-end lint/a11y: the parts of a grid
    )
  })
}

function stepOf(event: KeyboardEvent): number {
  const step = event.key === 'ArrowRight' ? WIDTH.step : event.key === 'ArrowLeft' ? -WIDTH.step : 0
  if (step === 0) return 0
  event.preventDefault()
  event.stopPropagation()
  return event.shiftKey ? step * 5 : step
}

/** Follows the pointer until it is let go. */
function drag(event: PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  const grip = event.currentTarget
  const from = event.clientX
  event.preventDefault()
  grip.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent): void => onWidth(width + moved.clientX - from)
  const end = (): void => {
    grip.removeEventListener('pointermove', move)
    grip.removeEventListener('pointerup', end)
    grip.removeEventListener('pointercancel', end)
  }
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', end)
  grip.addEventListener('pointercancel', end)
}

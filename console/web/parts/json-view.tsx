// The answer as JSON, line by line; only the lines in sight are in the page. In: the state. Out: text.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { jsonOf } from '../graph/files.js'
import { useConsole } from './console.js'

const LINE_HEIGHT = 20

export function JsonView() {
  const { state, t } = useConsole()
  const box = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => jsonOf(state.answer, state.drawn).split('\n'), [state.answer, state.drawn])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 30,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="json" ref={box} tabIndex={0} aria-label={t('view.json')}>
      <div className="rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <pre key={item.key} style={{ transform: `translateY(${item.start}px)` }}>
            {lines[item.index]}
          </pre>
        ))}
      </div>
    </section>
  )
}

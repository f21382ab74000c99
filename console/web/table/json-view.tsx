// The answer as JSON, a tree that folds; only the lines in sight are in the page. In: the state. Out: text to paste.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { copyText } from '../clipboard.js'
import { plainRows } from '../graph/files.js'
import { useConsole } from '../parts/console.js'
import { useSettled } from '../parts/settled.js'
import { type JsonLine, jsonLines, valueAt } from './json-lines.js'

const LINE_HEIGHT = 20
/** An answer of more rows than this shows each as one line at first. */
const OPEN_ROWS = 100

export default function JsonView() {
  const { state, t } = useConsole()
  const value = useMemo(() => plainRows(state.answer, state.drawn), [state.answer, state.drawn])
  return <Tree key={state.answer === null ? 'drawn' : 'rows'} value={value} label={t('view.json')} />
}

function Tree({ value, label }: { value: unknown; label: string }) {
  const { state, dispatch, t } = useConsole()
  const box = useRef<HTMLElement>(null)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [closed, setClosed] = useState<boolean | null>(null)
  const [at, setAt] = useState(0)
  const [told, setTold] = useState('')
  const many = Array.isArray(value) && value.length > OPEN_ROWS
  const lines = useMemo(
    () => jsonLines(value, turned, (_, depth) => depth > 0 && (closed ?? (many || depth > 3))),
    [value, turned, closed, many],
  )
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 30,
    initialOffset: state.asking.top * LINE_HEIGHT,
  })
  const keepPlace = useSettled((top: number) => dispatch({ type: 'ask/scrolled', of: 'json', top }))
  const here = Math.min(at, lines.length - 1)
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, lines.length - 1))
    setAt(next)
    virtual.scrollToIndex(next)
  }
  const turn = ({ path, folds }: JsonLine): void => {
    if (!folds) return
    const next = new Set(turned)
    if (!next.delete(path)) next.add(path)
    setTurned(next)
  }
  const all = (fold: boolean): void => {
    setClosed(fold)
    setTurned(new Set())
    setAt(0)
  }
  const copy = async (path: string): Promise<void> =>
    setTold((await copyText(JSON.stringify(valueAt(value, path), null, 2))) ? '✓' : t('table.noCopy'))
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[here]
    if (line === undefined || event.altKey) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (String(window.getSelection()) !== '') return
      void copy(line.path)
    } else if (event.ctrlKey || event.metaKey) return
    else if (event.key === 'ArrowDown') go(here + 1)
    else if (event.key === 'ArrowUp') go(here - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(lines.length - 1)
    else if (event.key === 'ArrowRight' && line.folded) turn(line)
    else if (event.key === 'ArrowLeft' && line.folds && !line.folded) turn(line)
    else if (event.key === 'ArrowLeft')
      go(lines.findLastIndex(({ depth }, index) => index < here && depth < line.depth))
    else if (event.key === 'Enter' || event.key === ' ') turn(line)
    else return
    event.preventDefault()
  }
  return (
    <div className="json-box">
      <div className="table-bar">
        <button type="button" className="plain" onClick={() => all(false)}>
          {t('json.unfold')}
        </button>
        <button type="button" className="plain" onClick={() => all(true)}>
          {t('json.fold')}
        </button>
        <span className="faint told" role="status">
          {told}
        </span>
        <button type="button" className="plain" onClick={() => void copy('')}>
          {t('json.copy')}
        </button>
      </div>
      {/* biome-ignore-start lint/a11y: a tree whose lines out of sight are not in the page */}
      <section
        ref={box}
        role="tree"
        className="json"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={`json-${here}`}
        onKeyDown={onKeyDown}
        onScroll={(event) => keepPlace(Math.round(event.currentTarget.scrollTop / LINE_HEIGHT))}
      >
        <div role="presentation" className="rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index]
            if (line === undefined) return null
            return (
              <div
                key={item.key}
                id={`json-${item.index}`}
                role="treeitem"
                className="json-line"
                aria-level={line.depth + 1}
                aria-selected={item.index === here}
                aria-expanded={line.folds ? !line.folded : undefined}
                style={{ transform: `translateY(${item.start}px)`, paddingInlineStart: `${line.depth * 16 + 24}px` }}
                onMouseDown={() => setAt(item.index)}
                onDoubleClick={() => turn(line)}
              >
                {line.folds && (
                  <span className="json-fold" aria-hidden="true" onClick={() => turn(line)}>
                    {line.folded ? '▸' : '▾'}
                  </span>
                )}
                {line.key !== null && <span className="json-key">{line.key}: </span>}
                <span>{line.text}</span>
              </div>
            )
          })}
        </div>
      </section>
      {/* biome-ignore-end lint/a11y: the tree above */}
    </div>
  )
}

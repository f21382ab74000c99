// The keys that work anywhere on the page. In: key presses. Out: actions. Inside a field only Escape and Ctrl-Enter are ours.
import { useEffect } from 'react'
import type { View } from '../state/state.js'
import { useConsole } from './console.js'

const VIEWS: Readonly<Record<string, View>> = { '1': 'graph', '2': 'table', '3': 'json' }
/** Told to the canvas through an event: where the camera looks is no part of the state. */
export const FIT = 'wentu:fit'

export function useKeys(): void {
  const { state, dispatch, tasks } = useConsole()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof HTMLElement ? event.target : null
      const typing = target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void tasks.run()
      else if (event.key === 'Escape') {
        if (state.run.is === 'running') tasks.stop()
        else if (typing) target.blur()
        else if (state.document !== null) dispatch({ type: 'closedDocument' })
        else dispatch({ type: 'selected', selection: null })
      } else if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      else if (event.key === '/') document.getElementById('search')?.focus()
      else if (VIEWS[event.key] !== undefined) dispatch({ type: 'viewed', view: VIEWS[event.key] ?? 'graph' })
      else if (event.key === 'f') window.dispatchEvent(new Event(FIT))
      else if (state.selection?.kind === 'node' && event.key === 'h')
        dispatch({ type: 'hid', node: state.selection.id })
      else if (state.selection?.kind === 'node' && event.key === 'e') {
        const node = state.drawn.nodes.get(state.selection.id)
        if (node !== undefined) void tasks.expand(node)
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [state, dispatch, tasks])
}

// Keeps the address of the page in step with what is shown, and opens what is put there. In: the state. Out: the address.
import { useEffect, useRef } from 'react'
import { linkOf } from '../state/link.js'
import { useConsole } from './console.js'

export function useLink(): void {
  const { state, tasks } = useConsole()
  const link = linkOf(state)
  // Until something is drawn, the address says what is yet to come.
  const ready = state.drawn.nodes.size > 0 || state.answer !== null
  const written = useRef(link)
  useEffect(() => {
    if (!ready) return
    written.current = link
    history.replaceState(null, '', link === '' ? location.pathname : `#${link}`)
  }, [link, ready])
  useEffect(() => {
    const onHash = (): void => {
      if (location.hash.replace(/^#/, '') !== written.current) void tasks.open(location.hash)
    }
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [tasks])
}

// Keeps the address of the page in step with what is shown, and opens what is put there. In: the state. Out: the address.
import { useEffect, useRef, useState } from 'react'
import { linkOf } from '../state/link.js'
import { useConsole } from './console.js'

export function useLink(): void {
  const { state, tasks } = useConsole()
  const link = linkOf(state)
  // Until something is drawn, the address says what is yet to come.
  const ready = state.drawn.nodes.size > 0 || state.answer !== null
  const written = useRef(link)
  const [opened, setOpened] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that was opened may say the same in other words, or nonsense
  useEffect(() => {
    if (!ready) return
    written.current = link
    history.replaceState(null, '', link === '' ? location.pathname : `#${link}`)
  }, [link, ready, opened])
  useEffect(() => {
    const onHash = (): void => {
      if (location.hash.replace(/^#/, '') === written.current) return
      void tasks.open(location.hash).then(() => setOpened((count) => count + 1))
    }
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [tasks])
}

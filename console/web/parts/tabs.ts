// How arrow keys walk over a row of tabs (ARIA Authoring Practices). In: the tabs and which is open. Out: a handler of keys.
import type { KeyboardEvent } from 'react'

/** @param idOf the id of a tab's button, which gets the focus */
export function stepTabs<Tab extends string>(
  tabs: readonly Tab[],
  open: Tab,
  choose: (tab: Tab) => void,
  idOf: (tab: Tab) => string,
): (event: KeyboardEvent) => void {
  return (event) => {
    const at = tabs.indexOf(open)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    document.getElementById(idOf(next))?.focus()
  }
}

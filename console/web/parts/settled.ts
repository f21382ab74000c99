// A scroll that has come to rest. In: many calls. Out: one, a moment after the last, or as the part is put away.
import { useEffect, useRef } from 'react'

const REST_MS = 150

/** @param act what is done with the last value */
export function useSettled<T>(act: (value: T) => void): (value: T) => void {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: T } | null>(null)
  const latest = useRef(act)
  latest.current = act
  const settle = useRef(() => {
    const { current } = waiting
    waiting.current = null
    if (current === null) return
    clearTimeout(current.timer)
    latest.current(current.value)
  }).current
  useEffect(() => settle, [settle])
  return (value) => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    waiting.current = { timer: setTimeout(settle, REST_MS), value }
  }
}

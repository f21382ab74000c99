// The bridge between the pointer on the canvas and the marks in a text, and from what is read to where the camera looks.
// In: what the canvas has under the pointer, and ways to light and to centre. Out: nothing; it keeps both sides alike.
import { useEffect, useMemo } from 'react'
import { keyOf } from '../graph/node-words.js'
import type { Drawn, Selection } from '../state/state.js'
import { pointAt, usePointed } from './pointing.js'

/** Told to the canvas through an event: what is selected comes into view again. */
export const FOLLOW = 'wentu:follow'

/**
 * What is lit on the canvas: what lies under the pointer there, else what it rests on in a text.
 * @param centre brings what is selected into view
 */
export function useFollowed(drawn: Drawn, hovered: Selection | null, centre: () => void): Selection | null {
  const pointed = usePointed()
  useEffect(() => {
    const thing = hovered === null ? undefined : drawn[hovered.kind === 'node' ? 'nodes' : 'edges'].get(hovered.id)
    const key = thing === undefined ? undefined : keyOf(thing)
    pointAt(hovered === null || key === undefined ? null : { kind: hovered.kind, key, on: 'canvas' })
  }, [drawn, hovered])
  useEffect(() => {
    window.addEventListener(FOLLOW, centre)
    return () => window.removeEventListener(FOLLOW, centre)
  }, [centre])
  return useMemo(() => {
    if (hovered !== null || pointed === null || pointed.on === 'canvas') return hovered
    const things = pointed.kind === 'node' ? drawn.nodes : drawn.edges
    for (const [id, thing] of things) if (keyOf(thing) === pointed.key) return { kind: pointed.kind, id }
    return null
  }, [drawn, hovered, pointed])
}

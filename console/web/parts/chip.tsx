// A name with the colour and letter of its type. In: a type, a name. Out: a chip, a button when it can be pressed.
import type { CSSProperties } from 'react'
import { letterOf, TYPE_LOOKS } from '../look/palette.js'
import { cutText } from '../look/text.js'
import { useConsole } from './console.js'

const MOST_COLUMNS = 60

/** The CSS value of a type's colour. */
export function typeColour(type: string): string {
  return `var(--type-${Object.hasOwn(TYPE_LOOKS, type) ? type : 'other'})`
}

export function Chip(props: { type: string; name: string; onPress?: () => void }) {
  const { state, caption } = useConsole()
  const style = { '--chip': typeColour(props.type) } as CSSProperties
  const inside = (
    <>
      <span className="chip-mark" aria-hidden="true">
        {letterOf(props.type, state.lang)}
      </span>
      <span className="chip-name">{cutText(props.name, MOST_COLUMNS)}</span>
    </>
  )
  const title = `${caption(props.type)} · ${props.name}`
  if (props.onPress === undefined)
    return (
      <span className="chip" style={style} title={title}>
        {inside}
      </span>
    )
  return (
    <button type="button" className="chip" style={style} title={title} onClick={props.onPress}>
      {inside}
    </button>
  )
}

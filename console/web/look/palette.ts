// Colours and marks, from which the canvas and the style sheet both take theirs. In: a type and a theme. Out: a colour. Data.
import { captionOf, type Lang } from '../words.js'

export type Theme = 'light' | 'dark'
/** A shape tells types apart where colour does not. */
export type Shape = 'disc' | 'square' | 'ring'

interface TypeLook {
  light: string
  dark: string
  shape: Shape
}

/** In the order of the legend. */
export const TYPE_LOOKS: Readonly<Record<string, TypeLook>> = {
  Person: { light: '#1f6feb', dark: '#79b8ff', shape: 'disc' },
  Post: { light: '#7a5af8', dark: '#b8a6ff', shape: 'disc' },
  Organization: { light: '#0f766e', dark: '#5eead4', shape: 'square' },
  Group: { light: '#0e7490', dark: '#67e8f9', shape: 'square' },
  Province: { light: '#57606a', dark: '#c9d1d9', shape: 'square' },
  Place: { light: '#6e7781', dark: '#9aa4af', shape: 'square' },
  Accident: { light: '#cf222e', dark: '#ff8a80', shape: 'ring' },
  Meeting: { light: '#9a6700', dark: '#f2cc60', shape: 'ring' },
  Directive: { light: '#a040a0', dark: '#f0a6e6', shape: 'ring' },
  Campaign: { light: '#1a7f37', dark: '#7ee787', shape: 'ring' },
}

const OTHER: TypeLook = { light: '#8c959f', dark: '#768390', shape: 'disc' }

/** The colours that are not a type's. */
export const GROUND = {
  light: {
    canvas: '#ffffff',
    edge: '#c3cad2',
    edgeLit: '#57606a',
    text: '#1f2328',
    onMark: '#ffffff',
    accent: '#0969da',
    bad: '#cf222e',
  },
  dark: {
    canvas: '#0d1117',
    edge: '#3d4651',
    edgeLit: '#adbac7',
    text: '#e6edf3',
    onMark: '#0d1117',
    accent: '#58a6ff',
    bad: '#ff7b72',
  },
} as const satisfies Record<Theme, Record<string, string>>

function lookOf(type: string): TypeLook {
  return (Object.hasOwn(TYPE_LOOKS, type) ? TYPE_LOOKS[type] : undefined) ?? OTHER
}

export function colourOf(type: string, theme: Theme): string {
  return lookOf(type)[theme]
}

export function shapeOf(type: string): Shape {
  return lookOf(type).shape
}

/** The letter or two on a node: colour is never the only sign. */
export function letterOf(type: string, lang: Lang): string {
  const caption = captionOf(lang, type)
  return lang === 'zh' && caption !== type ? caption.slice(0, 1) : caption.slice(0, 2)
}

/** A colour moved towards another: 1 keeps it, 0 gives the other. Both as #rrggbb. */
export function mix(colour: string, towards: string, share: number): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) => Math.round(part(colour, at) * share + part(towards, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

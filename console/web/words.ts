// Every string the page shows, in both languages; they stand in words/, by what they speak of. In: a key and its values.
// Out: text. Captions of types come from schema/model.ts.
import { ENTITIES, RECORDS, RELATIONS } from '../../schema/model.js'
import { ASKING_WORDS } from './words/asking.js'
import { BELIEVING_WORDS } from './words/believing.js'
import { GROUND_WORDS } from './words/ground.js'
import { KEEPING_WORDS } from './words/keeping.js'
import { SEEING_WORDS } from './words/seeing.js'

export type Lang = 'zh' | 'en'

/** `{name}` stands for a value given when the text is made. */
export const WORDS = {
  ...GROUND_WORDS,
  ...SEEING_WORDS,
  ...ASKING_WORDS,
  ...BELIEVING_WORDS,
  ...KEEPING_WORDS,
} as const satisfies Record<string, Record<Lang, string>>

export type Word = keyof typeof WORDS

/** Says a thing in a language; numbers are grouped as that language does. */
export function say(lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[word][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en') : (value ?? '')
  })
}

const CAPTIONS: Readonly<Record<string, Record<Lang, string>>> = Object.fromEntries(
  [...Object.entries(ENTITIES), ...Object.entries(RECORDS), ...Object.entries(RELATIONS)].map(([type, row]) => [
    type,
    row.caption,
  ]),
)

/** The caption of a node's or relationship's type; a type that the model does not know keeps its own name. */
export function captionOf(lang: Lang, type: string): string {
  return (Object.hasOwn(CAPTIONS, type) ? CAPTIONS[type]?.[lang] : undefined) ?? type
}

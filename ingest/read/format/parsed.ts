// What every format gives of a file: its words, and what the file itself, not its words, says of them.

/**
 * A field that a file states beside its words, and where: `meta PubDate`, `document properties`, `header Date`.
 * A `sure` one stands; a `page` one may be later than what the words say; a `hint` serves where the words say nothing.
 */
export interface Stated {
  value: string
  from: string
  weight: 'sure' | 'page' | 'hint'
}

export interface Parsed {
  /** The words; offsets of everything found later count in it, in UTF-16 code units. */
  text: string
  title?: Stated
  date?: Stated
  source?: Stated
  url?: Stated
  /** What a reader of the report should know: a doubtful encoding, a page without text. */
  notes?: string[]
}

// A text in; its title, date and source out, where the text itself says so. Pure.
import { readPage } from './page.js'
import { readSource } from './source.js'
import { readTitle } from './title.js'
import { readDate } from './written-date.js'

export interface Metadata {
  title: string
  date?: string
  source?: string
}

/**
 * Title, date and source of a document as its text states them.
 * @param fallback the title of a text that shows none
 */
export function readMetadata(text: string, fallback: string): Metadata {
  const page = readPage(text)
  const title = readTitle(page) ?? fallback
  const date = readDate(page, title)
  const source = readSource(page)
  return { title, ...(date ? { date } : {}), ...(source ? { source } : {}) }
}

// A text of a test -> the persons that the layers of mentions find in it.
import { findMentions } from '../../ingest/extract.js'
import type { Item } from '../../ingest/line.js'
import { openPaper } from '../../ingest/paper.js'

export interface Found {
  name: string
  rule: string
  text: string
}

export function personsOf(text: string): Found[] {
  const paper = openPaper({ id: 'd', title: '', text } as Parameters<typeof openPaper>[0])
  findMentions(paper)
  const found: Found[] = []
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'Person')
        found.push({ name: item.value.name as string, rule: item.rule, text: paper.text.slice(item.start, item.end) })
      walk(item.parts)
    }
  }
  for (const line of paper.lines) walk(line.items)
  return found
}

// The things of one document as they are being found: drafts that grow with each mention, kept in order of appearance.
import type { AttributeValue } from '../schema/fact.js'
import type { EntityType } from '../schema/model.js'
import type { Item, Line } from './line.js'

/** A thing of the document before it is an `Entity`. `forms` are the names it goes by, the canonical one apart. */
export interface Draft {
  type: EntityType
  name: string
  forms: Set<string>
  attrs: Record<string, AttributeValue>
  mentions: { line: Line; item: Item }[]
  /** Who made it, when it is known that nobody else did: an instruction belongs to the leader who gave it. */
  by?: Set<Draft>
}

export class Roster {
  readonly drafts: Draft[] = []
  private readonly byForm = new Map<string, Draft>()

  /** The draft of this type and name, new if there is none; `forms` are added to it. */
  draft(type: EntityType, name: string, forms: Iterable<string> = []): Draft {
    let draft = this.find(type, name)
    if (!draft) {
      draft = { type, name, forms: new Set(), attrs: {}, mentions: [] }
      this.drafts.push(draft)
      this.byForm.set(`${type} ${name}`, draft)
    }
    for (const form of forms) this.alias(draft, form)
    return draft
  }

  /** Adds a form to a draft; the first draft of a type keeps a form that two claim. */
  alias(draft: Draft, form: string): void {
    if (form === draft.name || !form) return
    draft.forms.add(form)
    const key = `${draft.type} ${form}`
    if (!this.byForm.has(key)) this.byForm.set(key, draft)
  }

  find(type: EntityType, form: string): Draft | undefined {
    return this.byForm.get(`${type} ${form}`)
  }

  /** Gives a draft a better name; the old one stays as a form. */
  rename(draft: Draft, name: string): void {
    if (draft.name === name) return
    const old = draft.name
    draft.name = name
    draft.forms.delete(name)
    draft.forms.add(old)
    this.byForm.set(`${draft.type} ${name}`, draft)
  }

  /** Records that an item names a draft. */
  mention(draft: Draft, line: Line, item: Item): void {
    draft.mentions.push({ line, item })
    const list = (item.value.drafts as Draft[] | undefined) ?? []
    if (!list.includes(draft)) list.push(draft)
    item.value.drafts = list
  }

  ofType(type: EntityType): Draft[] {
    return this.drafts.filter((d) => d.type === type)
  }

  /** The draft of a type last mentioned before a folded offset. */
  latest(type: EntityType, before: number, accept: (draft: Draft) => boolean = () => true): Draft | undefined {
    let best: Draft | undefined
    let at = -1
    for (const draft of this.drafts) {
      if (draft.type !== type || !accept(draft)) continue
      for (const { item } of draft.mentions)
        if (item.start < before && item.start > at) {
          at = item.start
          best = draft
        }
    }
    return best
  }
}

/** The drafts that an item stands for (several for a list). */
export function draftsOf(item: Item): Draft[] {
  return (item.value.drafts as Draft[] | undefined) ?? []
}

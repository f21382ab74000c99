// The things of one document as they are being found: drafts that grow with each mention, kept in order of appearance.

import type { AttributeValue } from '../schema/fact.js'
import type { EntityType } from '../schema/model.js'
import { bisect } from './bisect.js'
import type { Item, Line } from './line.js'

/** A thing of the document before it is an `Entity`. `forms` are the names it goes by, the canonical one apart. */
export interface Draft {
  type: EntityType
  name: string
  forms: Set<string>
  attrs: Record<string, AttributeValue>
  mentions: { line: Line; item: Item }[]
  /** Who made it, when it is known that nobody else did: an instruction belongs to the leader who gave it. */
  by: Set<Draft> | undefined
}

export class Roster {
  readonly drafts: Draft[] = []
  private readonly byForm = new Map<string, Draft>()
  private readonly byType = new Map<EntityType, Draft[]>()
  /** By type, in order of the text. */
  private readonly told = new Map<EntityType, { at: number; draft: Draft }[]>()

  /** The draft of this type and name, new if there is none; `forms` are added to it. */
  draft(type: EntityType, name: string, forms: Iterable<string> = []): Draft {
    let draft = this.find(type, name)
    if (!draft) {
      draft = { type, name, forms: new Set(), attrs: {}, mentions: [], by: undefined }
      this.drafts.push(draft)
      const list = this.byType.get(type)
      if (list) list.push(draft)
      else this.byType.set(type, [draft])
      this.byForm.set(`${type} ${name}`, draft)
    }
    for (const form of forms) this.alias(draft, form)
    return draft
  }

  /** The draft of this very name, whatever else goes by it too. */
  own(type: EntityType, name: string, forms: Iterable<string> = []): Draft {
    if (this.find(type, name)?.name !== name) this.byForm.delete(`${type} ${name}`)
    return this.draft(type, name, forms)
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
    const told = this.told.get(draft.type) ?? []
    this.told.set(draft.type, told)
    // Things inside a name are named before it, so that a mention may stand a little before the last one.
    let n = told.length
    while (n > 0 && (told[n - 1] as { at: number }).at > item.start) n--
    if (n === told.length) told.push({ at: item.start, draft })
    else told.splice(n, 0, { at: item.start, draft })
    const list = (item.value.drafts as Draft[] | undefined) ?? []
    if (!list.includes(draft)) list.push(draft)
    item.value.drafts = list
  }

  ofType(type: EntityType): Draft[] {
    return this.byType.get(type) ?? []
  }

  /** Those of a type that a new mention may mean: of very many the first and the last, so that cost stays linear. */
  near(type: EntityType): Draft[] {
    const all = this.ofType(type)
    return all.length <= FIRST + LAST ? all : [...all.slice(0, FIRST), ...all.slice(-LAST)]
  }

  /** The draft of a type last mentioned before a folded offset, of those mentioned there the first that was known. */
  latest(type: EntityType, before: number, accept: (draft: Draft) => boolean = () => true): Draft | undefined {
    const told = this.told.get(type) ?? []
    const end = bisect(told.length, (i) => (told[i] as { at: number }).at < before)
    const refused = new Set<Draft>()
    let best: Draft | undefined
    let at = -1
    for (let n = end - 1, least = Math.max(0, end - REACH); n >= least; n--) {
      const one = told[n] as { at: number; draft: Draft }
      if (best && one.at !== at) break
      if (refused.has(one.draft)) continue
      if (!accept(one.draft)) refused.add(one.draft)
      else if (!best || this.drafts.indexOf(one.draft) < this.drafts.indexOf(best)) {
        best = one.draft
        at = one.at
      }
    }
    return best
  }
}

/** How many of the first and last drafts of a type, and how many mentions back, a text refers to. */
const FIRST = 100
const LAST = 200
const REACH = 2000

/** The drafts that an item stands for (several for a list). */
export function draftsOf(item: Item): Draft[] {
  return (item.value.drafts as Draft[] | undefined) ?? []
}

/** Where a draft was last mentioned before a folded offset; -1: nowhere. */
export function lastBefore(draft: Draft, before: number): number {
  let last = -1
  // In order of the text but for things inside names: what stands far before the last cannot be later.
  for (let n = draft.mentions.length - 1, found = 0; n >= 0 && found < NESTED; n--) {
    const { start } = (draft.mentions[n] as Draft['mentions'][number]).item
    if (start >= before) continue
    last = Math.max(last, start)
    found++
  }
  return last
}

const NESTED = 8

// What all documents together say of one entity or one fact: claims come and go, in any order; out come the
// properties of its node or relationship. A function of the claims that are in, never of the way they came.
// Small enough to lie in one property whatever the number of documents, so that a hub stays cheap.
import { ENTITIES, type EntityType, RELATIONS, type RelationType } from '../schema/model.js'
import { AttributeTally, type AttributeTallyState } from './attribute-tally.js'
import type { Attributes, FactClaim, Naming } from './claim.js'
import { Window, type WindowState } from './window.js'

interface EntityState {
  documents: number
  forms: [form: string, named: number, seen: number][]
  attributes: AttributeTallyState
}

interface FactState {
  documents: number
  sources: number
  oldest: WindowState
  newest: WindowState
  attributes: AttributeTallyState
}

export interface EntityProperties {
  id: string
  name: string
  aliases: string[]
  documents: number
  attributes: Attributes
}

export interface FactProperties {
  id: string
  sources: number
  quote: string
  first?: string
  last?: string
  attributes: Attributes
}

/** The books of one entity: which names it has in how many documents, and its attributes. */
export class EntityLedger {
  private documents: number
  // For each form: how many documents call it so, and how many have the form at all.
  private readonly forms: Map<string, { named: number; seen: number }>
  private readonly attributes: AttributeTally

  constructor(
    readonly id: string,
    readonly type: EntityType,
    state?: string,
  ) {
    const kept: EntityState | undefined = state === undefined ? undefined : JSON.parse(state)
    this.documents = kept?.documents ?? 0
    this.forms = new Map(kept?.forms.map(([form, named, seen]) => [form, { named, seen }]))
    this.attributes = new AttributeTally(ENTITIES[type].attributes, kept?.attributes)
  }

  get size(): number {
    return this.documents
  }

  get dry(): boolean {
    return this.attributes.dry
  }

  get state(): string {
    const state: EntityState = {
      documents: this.documents,
      forms: [...this.forms].map(([form, { named, seen }]) => [form, named, seen]),
      attributes: this.attributes.state,
    }
    return JSON.stringify(state)
  }

  count(claim: Naming, by: 1 | -1): void {
    this.documents += by
    this.countForm(claim.name, by, by)
    for (const alias of claim.aliases) this.countForm(alias, 0, by)
    this.attributes.count(claim.attributes, claim.date, by)
  }

  /** The name most documents use, then the longest, then the first in order; every other form is an alias. */
  properties(): EntityProperties {
    let name = ''
    let votes = 0
    for (const [form, { named }] of this.forms) {
      if (named > votes || (named === votes && votes > 0 && betterForm(form, name))) {
        name = form
        votes = named
      }
    }
    const aliases = [...this.forms.keys()].filter((form) => form !== name).sort()
    return { id: this.id, name, aliases, documents: this.documents, attributes: this.attributes.values() }
  }

  /** All of the properties but the number of documents, as a text that is equal when they are. */
  get content(): string {
    const { documents: _, ...others } = this.properties()
    return JSON.stringify(others)
  }

  private countForm(form: string, named: number, seen: number): void {
    const before = this.forms.get(form) ?? { named: 0, seen: 0 }
    const after = { named: before.named + named, seen: before.seen + seen }
    if (after.seen > 0) this.forms.set(form, after)
    else this.forms.delete(form)
  }
}

function betterForm(form: string, other: string): boolean {
  return form.length === other.length ? form < other : form.length > other.length
}

// Newest source, surest rule, shortest sentence; then any order, as long as it is the same one.
const QUOTE_ORDER = [-1, -1, 1, 1, 1] as const
const OLDEST_FIRST = [1] as const

/** The books of one fact: how many statements, the oldest and newest source, the sentence to show, its attributes. */
export class FactLedger {
  private documents: number
  private sources: number
  private readonly oldest: Window
  private readonly newest: Window
  private readonly attributes: AttributeTally

  constructor(
    readonly id: string,
    readonly type: RelationType,
    readonly from: string,
    readonly to: string,
    state?: string,
  ) {
    const kept: FactState | undefined = state === undefined ? undefined : JSON.parse(state)
    this.documents = kept?.documents ?? 0
    this.sources = kept?.sources ?? 0
    this.oldest = new Window(OLDEST_FIRST, kept?.oldest)
    this.newest = new Window(QUOTE_ORDER, kept?.newest)
    this.attributes = new AttributeTally(RELATIONS[type].attributes, kept?.attributes)
  }

  /** How many documents say it: never more than speak of either end. */
  get size(): number {
    return this.documents
  }

  get dry(): boolean {
    return this.oldest.dry || this.newest.dry || this.attributes.dry
  }

  get state(): string {
    const state: FactState = {
      documents: this.documents,
      sources: this.sources,
      oldest: this.oldest.kept,
      newest: this.newest.kept,
      attributes: this.attributes.state,
    }
    return JSON.stringify(state)
  }

  count(claim: FactClaim, by: 1 | -1): void {
    const step = by > 0 ? 'add' : 'remove'
    this.documents += by
    this.sources += by * claim.statements.length
    for (const { id, date, confidence, quote, attributes } of claim.statements) {
      if (date !== '') this.oldest[step]([date])
      this.newest[step]([date, confidence, quote.length, quote, id])
      this.attributes.count(attributes, date, by)
    }
  }

  properties(): FactProperties {
    const first = this.oldest.first?.[0]
    const last = this.newest.first?.[0]
    return {
      id: this.id,
      sources: this.sources,
      quote: String(this.newest.first?.[3] ?? ''),
      ...(first === undefined ? {} : { first: String(first) }),
      ...(last === undefined || last === '' ? {} : { last: String(last) }),
      attributes: this.attributes.values(),
    }
  }
}

// Judgements and the persons of each name in, the entity of the graph that each thing of a document is out. Pure.
// First the splits by document, then the persons of a name (graph/namesakes.ts), then the merges: a judgement wins over
// a rule. A function of the sets of judgements and documents, whatever the order in which they came.

import { type JudgedSide, type Judgement, splitKey } from '../schema/judgement.js'
import type { EntityType } from '../schema/model.js'
import type { SaidMention } from './claim.js'
import type { Apart, Persons } from './namesakes.js'

/** All judgements on what is one, arranged for looking up. */
export class Judgements {
  readonly all: readonly Judgement[]
  /** Splits by the key and the document that they take out. */
  private readonly parted = new Map<string, Judgement>()
  /** Keys that some judgement sets beside a key. */
  private readonly beside = new Map<string, Set<string>>()
  private readonly types = new Map<string, EntityType>()
  /** What a split was made of, and what splits made of a key. */
  private readonly origins = new Map<string, string>()
  private readonly parts = new Map<string, string[]>()

  constructor(judgements: readonly Judgement[]) {
    // By id, so that where two contradict each other the same one has its way whenever they were made.
    // What is said of a fact says nothing of who is who.
    this.all = judgements.filter(({ kind }) => kind !== 'wrong').sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const judgement of this.all) {
      const { a, b, documents = [] } = judgement
      for (const document of documents) {
        const place = placeOf(a.key, document)
        if (!this.parted.has(place)) this.parted.set(place, judgement)
      }
      const other = b === undefined ? splitKey(judgement) : b.key
      this.link(judgement.type, a.key, other)
      if (b !== undefined) continue
      this.origins.set(other, a.key)
      this.parts.set(a.key, [...(this.parts.get(a.key) ?? []), other])
    }
  }

  private link(type: EntityType, a: string, b: string): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      this.types.set(one, type)
      this.beside.set(one, (this.beside.get(one) ?? new Set()).add(other))
    }
  }

  /** Whether any judgement speaks of the key. */
  has(key: string): boolean {
    return this.types.has(key)
  }

  typeOf(key: string): EntityType | undefined {
    return this.types.get(key)
  }

  /** The key of a thing of a document, after the splits that name the document. */
  keyIn(key: string, document: string): string {
    const split = this.parted.get(placeOf(key, document))
    // A split may be of what another split made; none can be of what it makes itself.
    return split === undefined ? key : this.keyIn(splitKey(split), document)
  }

  /** The keys, with all that judgements set beside them, and beside those, to the end. */
  around(keys: Iterable<string>): Set<string> {
    const found = new Set(keys)
    for (const key of found) for (const other of this.beside.get(key) ?? []) found.add(other)
    return found
  }

  /** The key of the name that a key is of or was split from, and all that splits made of it. */
  family(key: string): string[] {
    const origin = this.origins.get(key)
    if (origin !== undefined) return this.family(origin)
    const all = [key]
    for (const one of all) all.push(...(this.parts.get(one) ?? []))
    return all
  }

  /** Offices of one name that are judged to be of two people. */
  apart(key: string): Apart[] {
    return this.all
      .filter(({ kind, a, b }) => kind === 'split' && a.key === key && b?.key === key)
      .map(({ a, b }) => [a.office, b?.office] as const)
  }
}

const placeOf = (key: string, document: string) => `${key} ${document}`

/** Which entity each thing is. */
export class Identity {
  private readonly parents = new Map<string, string>()

  /** @param persons of each name that the judgements in question, or the documents, speak of */
  constructor(
    readonly judgements: Judgements,
    readonly persons: ReadonlyMap<string, Persons>,
  ) {
    const apart = this.pairs('split')
    for (const [a, b] of this.pairs('merge')) this.join(a, b, apart)
  }

  /** The entity that a thing of a document is. */
  entityOf(said: Pick<SaidMention, 'key' | 'type' | 'document' | 'offices'>): string {
    const key = this.judgements.keyIn(said.key, said.document)
    if (said.type !== 'Person') return this.root(key)
    return this.root(this.persons.get(key)?.meant(said.offices).id ?? key)
  }

  /** The entity of who holds an office of a name, or is meant without one; undefined when nobody holds it. */
  holderOf(key: string, office: string | undefined): string | undefined {
    const holder = this.persons.get(key)?.holder(office)
    return holder && this.root(holder.id)
  }

  /** Every entity that things of this key can be. */
  entitiesOf(key: string): string[] {
    const people = this.persons.get(key)?.all.map(({ id }) => id) ?? [key]
    return [...new Set([key, ...people].map((id) => this.root(id)))]
  }

  /** For each person who is one of several of the name, the office to tell him by. */
  posts(key: string): Map<string, string> {
    const posts = new Map<string, string>()
    const entities = new Set<string>()
    const people = this.judgements.family(key).flatMap((part) => this.persons.get(part)?.all ?? [])
    for (const { id, post } of people.sort((a, b) => a.height - b.height || (a.id < b.id ? -1 : 1))) {
      const entity = this.root(id)
      entities.add(entity)
      if (post !== undefined && !posts.has(entity)) posts.set(entity, post)
    }
    return entities.size > 1 ? posts : new Map()
  }

  /** The entity of one side of a judgement; undefined when no document gives a person of the name that office. */
  sideOf(type: EntityType, side: JudgedSide): string | undefined {
    const id = this.ownIdOf(type, side)
    return id === undefined ? undefined : this.root(id)
  }

  private ownIdOf(type: EntityType, { key, office }: JudgedSide): string | undefined {
    return type === 'Person' ? this.persons.get(key)?.holder(office)?.id : key
  }

  private pairs(kind: Judgement['kind']): [string, string][] {
    return this.judgements.all.flatMap((judgement): [string, string][] => {
      if (judgement.kind !== kind || judgement.b === undefined) return []
      const a = this.ownIdOf(judgement.type, judgement.a)
      const b = this.ownIdOf(judgement.type, judgement.b)
      return a === undefined || b === undefined || a === b ? [] : [[a, b]]
    })
  }

  private join(a: string, b: string, apart: readonly (readonly [string, string])[]): void {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return
    const parts = new Set([x, y])
    const [low, high] = x < y ? [x, y] : [y, x]
    const keptApart = apart.some(([one, two]) => {
      const [p, q] = [this.root(one), this.root(two)]
      return p !== q && parts.has(p) && parts.has(q)
    })
    if (!keptApart) this.parents.set(high, low)
  }

  private root(id: string): string {
    const parent = this.parents.get(id)
    return parent === undefined ? id : this.root(parent)
  }
}

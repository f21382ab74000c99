// One document as the background of a name: where it is about, when it was written, what its facts say beside a thing.
// Nothing here looks beyond the document, so that the key of a thing is a function of its own document alone.
import type { Contribution, Document, Entity } from '../../schema/fact.js'
import type { RelationType } from '../../schema/model.js'
import type { Descriptor } from './descriptor.js'
import { plain } from './plain.js'
import { type Division, divisionsNamed, isUnder, leadsOf } from './region.js'

/** What a document says around the things that it names. */
export interface Setting {
  document: Document
  /** Divisions that it names and that have no namesake. */
  divisions: Division[]
  year: string | undefined
  /** The entities at the other end of an entity's relations of one type. */
  beside(entity: Entity, type: RelationType, end: 'from' | 'to'): Entity[]
}

/** Reads a document once for all of its names. */
export function openSetting(document: Document, contribution: Contribution): Setting {
  const entities = new Map(contribution.entities.map((e) => [e.id, e]))
  const ends = new Map<string, Entity[]>()
  for (const { type, from, to } of contribution.relations)
    for (const [end, own, other] of [
      ['from', from, to],
      ['to', to, from],
    ] as const) {
      const key = `${type} ${end} ${own}`
      const found = entities.get(other)
      if (found) ends.set(key, [...(ends.get(key) ?? []), found])
    }
  const divisions = new Map<string, Division>()
  for (const { type, name } of contribution.entities) {
    if (type !== 'Province' && type !== 'Place') continue
    const named = divisionsNamed(plain(name))
    const sole = named.length === 1 ? named[0] : undefined
    if (sole) divisions.set(sole.path, sole)
  }
  return {
    document,
    divisions: [...divisions.values()],
    year: document.date?.slice(0, 4),
    beside: (entity, type, end) => ends.get(`${type} ${end} ${entity.id}`) ?? [],
  }
}

/** The one of several namesakes that the document means, by the cities and then the provinces that it names; undefined if unsure. */
export function soleOf(candidates: readonly Division[], setting: Setting): Division | undefined {
  if (candidates.length <= 1) return candidates[0]
  for (const levels of ['c', 'cp'] as const) {
    const around = setting.divisions.filter((d) => levels.includes(d.level))
    const kept = candidates.filter((c) => around.some((a) => a.path !== c.path && isUnder(c, a)))
    if (kept.length === 1) return kept[0]
  }
  return undefined
}

/** How many characters before a name are read for the divisions that it stands behind. */
const BEFORE = 16

/** The divisions written just before a name: 吕梁市离石区|信义镇. */
export function before(entity: Entity, setting: Setting): Division[] {
  for (const { start } of entity.mentions) {
    const text = plain(setting.document.text.slice(Math.max(0, start - BEFORE), start))
    for (let at = 0; at + 2 <= text.length; at++) {
      const lead = leadsOf(text.slice(at)).find(({ end }) => end === text.length - at)
      if (lead) return lead.divisions
    }
  }
  return []
}

/** What the rules of judging know of an entity, with the places that its document gives. */
export function describe(entity: Entity, places: readonly Entity[] = []): Descriptor {
  const { type, name, aliases, attrs } = entity
  return { type, name, aliases, attrs, ...(places.length > 0 && { places: places.map((place) => place.name) }) }
}

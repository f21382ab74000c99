// What is known of a thing when it is compared with another: its names, and what its documents say beside them.
import { z } from 'zod'
import { AttributeValue } from '../../schema/fact.js'
import { ENTITY_TYPES } from '../../schema/model.js'

const text = z.string()
const texts = z.array(text)

/** One side of a comparison. All but type and name may be missing; what is missing speaks neither for nor against. */
export const Descriptor = z.object({
  type: z.enum(ENTITY_TYPES),
  name: text.min(1),
  aliases: texts.optional(),
  attrs: z.record(z.string(), AttributeValue).optional(),
  /** As precise as known: `2023`, `2023-11` or `2023-11-16`. */
  date: text.optional(),
  year: z.union([z.int(), text]).optional(),
  number: z.union([z.int(), text]).optional(),
  kind: text.optional(),
  /** Where it happened or lies, any level, in any order. */
  places: texts.optional(),
  province: text.optional(),
  /** Posts that the person holds on `date`. */
  posts: texts.optional(),
  /** Who convened the meeting. */
  held_by: z.union([text, texts]).optional(),
  /** Who gave the directive, sent the group or launched the campaign. */
  issuer: z.union([text, texts]).optional(),
  /** Day or name of the accident that it answers to. */
  accident: text.optional(),
})
export type Descriptor = z.infer<typeof Descriptor>

/** Whether two descriptors are of one thing, and the reason in words. */
export interface Judgement {
  verdict: 'same' | 'different' | 'unsure'
  why: string
}

export const same = (why: string): Judgement => ({ verdict: 'same', why })
export const different = (why: string): Judgement => ({ verdict: 'different', why })
export const unsure = (why: string): Judgement => ({ verdict: 'unsure', why })

/** A field by its name, or the attribute of that name. */
export function said(d: Descriptor, key: 'date' | 'year' | 'number' | 'kind' | 'severity'): string | undefined {
  const value = (key === 'severity' ? undefined : d[key]) ?? d.attrs?.[key]
  return value === undefined || value === '' ? undefined : String(value)
}

/** The names of a descriptor, its own first. */
export function namesOf(d: Descriptor): string[] {
  return [d.name, ...(d.aliases ?? [])]
}

/** The entries of a field that may be one text or several. */
export function several(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Whether two dates can be one, to the precision that both have; undefined where either is missing. */
export function datesAgree(a: string | undefined, b: string | undefined): boolean | undefined {
  if (!a || !b) return undefined
  const n = Math.min(a.length, b.length)
  return a.slice(0, n) === b.slice(0, n)
}

/** Days between two full dates; undefined where either is not to the day. */
export function daysApart(a: string | undefined, b: string | undefined): number | undefined {
  if (a?.length !== 10 || b?.length !== 10) return undefined
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}

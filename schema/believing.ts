// What the console's server answers on evidence, judgements, paths and other days. In: nothing but these shapes.
// Out: shapes the page can trust.
import { z } from 'zod'
import { GraphAnswer } from './answer.js'
import { AttributeValue } from './fact.js'
import { Judgement } from './judgement.js'
import { ENTITY_TYPES, RELATION_TYPES } from './model.js'

const count = z.int().nonnegative()
const text = z.string()
const inBoth = z.object({ zh: text, en: text })

/** What each rule says, by its id, in both languages. */
export const RulesAnswer = z.object({ rules: z.record(z.string(), inBoth) })
export type RulesAnswer = z.infer<typeof RulesAnswer>

/** Facts judged to be wrong, by the id that each has now. */
export const WrongAnswer = z.object({ wrong: z.array(z.object({ fact: text, judgement: Judgement })) })
export type WrongAnswer = z.infer<typeof WrongAnswer>

/** Words of a document; `start` and `end` say where the thing is named, or the sentence stands, where that is known. */
export const SaidAnswer = z.object({
  document: text,
  title: text,
  date: text.optional(),
  quote: text,
  start: count.optional(),
  end: count.optional(),
})
export type SaidAnswer = z.infer<typeof SaidAnswer>

/** One side of what is to be judged. */
export const SideAnswer = z.object({ id: text, name: text, documents: count, sentences: z.array(SaidAnswer) })
export type SideAnswer = z.infer<typeof SideAnswer>

export const DisagreementAnswer = z.object({
  attribute: text,
  values: z.array(z.object({ value: AttributeValue, said: z.array(SaidAnswer) })),
})
export type DisagreementAnswer = z.infer<typeof DisagreementAnswer>

/** Two told to hold an office of one holder on the same days. */
export const RivalsAnswer = z.object({ from: text, to: text, holders: z.tuple([SideAnswer, SideAnswer]) })
export type RivalsAnswer = z.infer<typeof RivalsAnswer>

/** What cannot all be so of a fact or of an entity. */
export const DoubtsAnswer = z.object({
  disagreements: z.array(DisagreementAnswer),
  rivals: z.array(RivalsAnswer),
})
export type DoubtsAnswer = z.infer<typeof DoubtsAnswer>

/** Pairs that the rules cannot settle, the most consequential first; `total` may be more. */
export const ReviewAnswer = z.object({
  pairs: z.array(z.object({ type: z.enum(ENTITY_TYPES), why: inBoth, a: SideAnswer, b: SideAnswer })),
  total: count,
  /** Things of very common names that were not compared. */
  leftOut: count,
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

export const ClashesAnswer = z.object({
  clashes: z.array(RivalsAnswer.extend({ office: z.object({ id: text, name: text }) })),
  total: count,
})
export type ClashesAnswer = z.infer<typeof ClashesAnswer>

export const JudgementsAnswer = z.object({ judgements: z.array(Judgement) })
export type JudgementsAnswer = z.infer<typeof JudgementsAnswer>

const moved = z.object({ entities: count, relationships: count })

/** A judgement that was made or undone, and what came into the graph and left it for it. */
export const JudgedAnswer = z.object({ judgement: Judgement, came: moved, went: moved })
export type JudgedAnswer = z.infer<typeof JudgedAnswer>

/** Ways from one entity to another; `graph` holds all that they go over. */
export const PathsAnswer = z.object({
  paths: z.array(z.object({ entities: z.array(text), facts: z.array(text) })),
  graph: GraphAnswer,
  ended: z.enum(['found', 'none', 'time', 'size']),
  seen: count,
})
export type PathsAnswer = z.infer<typeof PathsAnswer>

/** The graph as it stood at the end of a day: what of the whole is in it. */
export const DayAnswer = z.object({ day: text, documents: count, later: count, undated: count, ended: count })
export type DayAnswer = z.infer<typeof DayAnswer>

const thing = z.object({ id: text, type: z.enum(ENTITY_TYPES), name: text })

/** What documents since a day tell that the others do not; lists may be cut, the counts are whole. */
export const ChangesAnswer = z.object({
  since: text,
  documents: count,
  entities: z.array(thing),
  facts: z.array(z.object({ id: text, type: z.enum(RELATION_TYPES), from: text, to: text, quote: text })),
  figures: z.array(
    z.object({ entity: thing, attribute: text, before: AttributeValue.nullable(), now: AttributeValue }),
  ),
  holders: z.array(z.object({ office: text, name: text, before: z.array(text), now: z.array(text) })),
  counts: z.object({ entities: count, facts: count, figures: count, holders: count }),
})
export type ChangesAnswer = z.infer<typeof ChangesAnswer>

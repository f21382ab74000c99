// The questions of the page, answered by the graph room. In: a graph. Out: answers in the shapes of schema/answer.ts.
// Must not know Cypher: the graph room does.
import type { Graph } from '../../graph/connect.js'
import {
  counts,
  document,
  entity,
  evidence,
  listDocuments,
  neighbourCounts,
  neighbours,
  overview,
  search,
} from '../../graph/read.js'
import type { CountsAnswer } from '../../schema/answer.js'
import { Fault } from '../../schema/fault.js'
import { ENTITIES, ENTITY_TYPES, RELATION_TYPES, RELATIONS } from '../../schema/model.js'
import type { WireNode } from '../../schema/wire.js'
import { askQuestions } from './ask-questions.js'
import { type BelievingQuestions, believingQuestions, type Knowledge } from './believing-questions.js'
import { type DayQuestions, dayQuestions } from './days.js'
import { type Beside, keepQuestions } from './keep-questions.js'
import type { Questions } from './questions.js'

/** Answers every question from a graph. A thing that is not there is a Fault `input`. */
export function graphQuestions(graph: Graph, beside: Beside = {}, knows: Knowledge = {}): Questions {
  const days = dayQuestions(graph, (copy) => questionsOf(copy, true))
  const questionsOf = (of: Graph, past = false): Questions => ({
    ...readingQuestions(of, beside),
    ...believingQuestions(of, knows, past),
    ...days,
  })
  return questionsOf(graph)
}

function readingQuestions(
  graph: Graph,
  beside: Beside,
): Omit<Questions, keyof BelievingQuestions | keyof DayQuestions> {
  const counted = async (): Promise<CountsAnswer> => {
    const found = await counts(graph)
    return {
      documents: found.documents,
      statements: found.statements,
      entities: ENTITY_TYPES.map((type) => ({ type, count: found.entities[type] })),
      relations: RELATION_TYPES.map((type) => ({ type, count: found.relationships[type] })),
    }
  }
  return {
    ...keepQuestions(graph, beside, counted),
    ...askQuestions(graph, beside.folder),
    overview: (limit) => overview(graph, limit),
    search: async (text, limit) => {
      const found = await search(graph, text, limit)
      return {
        hits: [
          ...found.entities.map((node) => entityHit(node, text)),
          ...found.documents.map(({ id, title, snippet, at }) => ({
            kind: 'document' as const,
            id,
            type: 'Document',
            name: title,
            ...(snippet === undefined ? {} : { snippet }),
            ...(at === undefined ? {} : { place: { start: at, end: at + text.trim().length } }),
          })),
        ],
      }
    },
    entity: async (id) => ({ node: there(await entity(graph, id), 'entity', id) }),
    neighbours: (id, limit, type) => neighbours(graph, id, { limit, ...(type === undefined ? {} : { types: [type] }) }),
    neighbourCounts: async (id) => ({ counts: await neighbourCounts(graph, id) }),
    evidence: async (fact) => {
      const { total, statements } = there(await evidence(graph, fact), 'fact', fact)
      return {
        fact,
        total,
        statements: statements.map(({ trigger_start, trigger_end, ...statement }) => ({
          ...statement,
          ...(trigger_start === undefined || trigger_end === undefined
            ? {}
            : { trigger: { start: trigger_start, end: trigger_end } }),
        })),
      }
    },
    document: async (id) => {
      const view = there(await document(graph, id), 'document', id)
      return { ...view.document, mentions: view.mentions, statements: view.statements }
    },
    documents: async (limit) => {
      const all = await listDocuments(graph)
      return { documents: all.slice(0, limit), truncated: all.length > limit }
    },
    counts: counted,
    schema: async () => {
      const found = await counts(graph)
      return {
        entities: ENTITY_TYPES.map((type) => ({
          type,
          caption: ENTITIES[type].caption,
          attributes: Object.keys(ENTITIES[type].attributes),
          count: found.entities[type],
        })),
        relations: RELATION_TYPES.map((type) => ({
          type,
          caption: RELATIONS[type].caption,
          from: [...RELATIONS[type].from],
          to: [...RELATIONS[type].to],
          count: found.relationships[type],
        })),
      }
    },
  }
}

function there<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined)
    throw new Fault('input', `There is no ${what} with the id ${JSON.stringify(id)} in the graph.`)
  return found
}

function entityHit({ labels, properties }: WireNode, text: string) {
  const { id, name, aliases, documents } = properties
  const wanted = text.trim().toLowerCase()
  const fits = (form: unknown): form is string => typeof form === 'string' && form.toLowerCase().includes(wanted)
  const matched = fits(name) ? name : Array.isArray(aliases) ? aliases.find(fits) : undefined
  return {
    kind: 'entity' as const,
    id: String(id),
    type: labels.find((label) => label !== 'Entity') ?? '',
    name: String(name),
    ...(typeof matched === 'string' ? { matched } : {}),
    ...(typeof documents === 'number' ? { documents } : {}),
  }
}

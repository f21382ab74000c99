// The lines of a dump in, the graph that was dumped out: what each document says is taken from its own lines and written as an
// ingest writes it; what all documents say together follows from that and is not read.
import { z } from 'zod'
import { Document } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import type { SaidMention, StatementClaim } from './claim.js'
import type { Graph } from './connect.js'
import { judgementOf, mentionOf, statementOf } from './rows.js'
import { settle, writeClaims, writeJudgements } from './write.js'

const properties = z.record(z.string(), z.unknown())
const Line = z.union([
  z.strictObject({ document: properties }),
  z.strictObject({ document: z.string(), mentions: z.string(), properties }),
  z.strictObject({ document: z.string(), statement: properties }),
  z.strictObject({ labels: z.array(z.string()), entity: properties }),
  z.strictObject({ type: z.string(), from: z.string(), to: z.string(), properties }),
  z.strictObject({ judgement: properties }),
])

/** How many documents are written at once. */
const BATCH = 200

/** What came into the graph. */
export interface Restored {
  documents: number
  judgements: number
}

/**
 * Writes what a dump holds. Documents that are there already are replaced; the rest of the graph stays.
 * A dump lists mentions before the entities that they are of, so it is read twice.
 * @param open gives the lines anew each time it is called
 * @param place the name of the dump in an error
 * @throws Fault `input` naming the first line that is none of a dump
 */
export async function restore(graph: Graph, open: () => AsyncIterable<string>, place: string): Promise<Restored> {
  const labels = new Map<string, string[]>()
  const judgements = []
  for await (const line of readLines(open(), place)) {
    if ('entity' in line) labels.set(String(line.entity.id), line.labels)
    else if ('judgement' in line) judgements.push(judgementOf(recordOf({ properties: line.judgement })))
  }
  const restorer = new Restorer(graph, labels)
  for await (const line of readLines(open(), place)) await restorer.take(line)
  await restorer.flush()
  if (judgements.length > 0) await writeJudgements(graph, { put: judgements })
  await settle(graph)
  return { documents: restorer.documents, judgements: judgements.length }
}

type DumpLine = z.infer<typeof Line>

async function* readLines(lines: AsyncIterable<string>, place: string): AsyncGenerator<DumpLine> {
  let number = 0
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (cause) {
      throw new Fault('input', `${place}:${number}: no valid JSON (${(cause as Error).message}).`, { cause })
    }
    const parsed = Line.safeParse(value)
    if (!parsed.success) throw new Fault('input', `${place}:${number}: no line of a dump. Make one with wentu dump.`)
    yield parsed.data
  }
}

/** Collects what documents say until there is a batch of them. */
class Restorer {
  documents = 0
  #documents: Document[] = []
  #mentions: SaidMention[] = []
  #statements: StatementClaim[] = []

  constructor(
    readonly graph: Graph,
    readonly labels: ReadonlyMap<string, string[]>,
  ) {}

  async take(line: DumpLine): Promise<void> {
    const date = this.#documents.at(-1)?.date ?? null
    if ('mentions' in line) {
      const { document, mentions: entity } = line
      const labels = this.labels.get(entity)
      if (!labels)
        throw new Fault('input', `the dump has no entity ${entity}, which ${document} mentions. It is not whole.`)
      this.#mentions.push(...mentionOf(recordOf({ entity, labels, document, date, properties: line.properties })).said)
    } else if ('statement' in line) {
      const claim = statementOf(recordOf({ document: line.document, properties: line.statement }))
      // As the document alone says it; who its ends are in the graph follows from all of them.
      this.#statements.push({ ...claim, from: claim.saidFrom, to: claim.saidTo })
    } else if ('document' in line) {
      if (this.#documents.length === BATCH) await this.flush()
      const parsed = Document.safeParse(line.document)
      if (!parsed.success)
        throw new Fault('input', `the dump has a document that is none: ${parsed.error.issues[0]?.message}.`)
      this.#documents.push(parsed.data)
    }
  }

  async flush(): Promise<void> {
    if (this.#documents.length === 0) return
    await writeClaims(this.graph, {
      documents: this.#documents,
      mentions: this.#mentions,
      statements: this.#statements,
    })
    this.documents += this.#documents.length
    this.#documents = []
    this.#mentions = []
    this.#statements = []
  }
}

/** Values by name, as the rows of the graph are read. */
const recordOf = (values: Readonly<Record<string, unknown>>) => ({ get: (key: string) => values[key] as never })

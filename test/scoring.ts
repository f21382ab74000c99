// The annotated documents of ../shared/gold/dev against what the rules find: scored by score.mjs, for any set of them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from '../ingest/extract.js'
import { readDocuments } from '../ingest/read/documents.js'
import type { Contribution } from '../schema/fact.js'
import { shared } from './material.js'

/** The annotated documents, where they lie beside the project. */
export const goldDir = join(shared, 'gold/dev')

/**
 * The documents set aside: of the accident reports and of the provincial papers every fourth in the order of their names,
 * beginning with the first; of the news the first and every third from the fourteenth on. None of the five seeds, whose texts
 * the project began with.
 */
export function setAside(ids: readonly string[]): Set<string> {
  const of = (prefix: string) => ids.filter((id) => id.startsWith(prefix)).sort()
  return new Set([
    ...of('cec').filter((_, i) => i % 4 === 0),
    ...of('dev-prov').filter((_, i) => i % 4 === 0),
    ...of('xwlb').filter((_, i) => i === 0 || (i >= 13 && (i - 13) % 3 === 0)),
  ])
}

/** What the rules find in all annotated documents. */
export async function contributions(): Promise<Contribution[]> {
  const found: Contribution[] = []
  for await (const reading of readDocuments([goldDir])) if ('document' in reading) found.push(extract(reading.document))
  return found
}

/** The report of score.mjs on the documents of `ids`, with its flags. */
export function score(all: readonly Contribution[], ids: ReadonlySet<string>, flags: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'wentu-score-'))
  try {
    for (const id of ids)
      for (const end of ['txt', 'json']) symlinkSync(join(goldDir, `${id}.${end}`), join(dir, `${id}.${end}`))
    const predicted = join(dir, 'predicted.jsonl')
    writeFileSync(predicted, all.map((c) => JSON.stringify(c)).join('\n'))
    const run = spawnSync(process.execPath, [join(shared, 'gold/score.mjs'), dir, predicted, ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    return run.stdout + run.stderr
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** What score.mjs says of a set of documents; shares in percent. */
export interface Score {
  entities: { precision: number; recall: number; f1: number }
  relations: { precision: number; recall: number; f1: number }
  evidence: { exact: number; inexact: number; missing: number }
}

/** Extracts the annotated documents and scores those of `ids`. Throws where score.mjs prints what is not understood. */
export async function measure(ids: ReadonlySet<string>): Promise<Score> {
  const text = score(await contributions(), ids, [])
  const read = (pattern: RegExp) => {
    const found = pattern.exec(text)
    if (!found) throw new Error(`score.mjs did not print ${pattern}: ${text.slice(0, 400)}`)
    return found.slice(1).map(Number) as [number, number, number]
  }
  const shares = (word: string) => {
    const [precision, recall, f1] = read(
      new RegExp(`^${word}\\s+P\\s+([\\d.]+)\\s+R\\s+([\\d.]+)\\s+F1\\s+([\\d.]+)`, 'm'),
    )
    return { precision, recall, f1 }
  }
  const [exact, inexact, missing] = read(
    /^evidence: (\d+) relations quote their document exactly, (\d+) do not, (\d+) quote nothing/m,
  )
  return { entities: shares('ENTITIES'), relations: shares('RELATIONS'), evidence: { exact, inexact, missing } }
}

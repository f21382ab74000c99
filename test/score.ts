// `npm run score`: extracts the annotated documents of ../shared/gold/dev and scores them, apart for the documents that the
// rules were written on and for the twenty set aside before, of which only the totals are ever printed.
//   npm run score -- [--set rules|all] [--by type|doc] [--misses [TYPE]]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from '../ingest/extract.js'
import { readDocuments } from '../ingest/read/documents.js'
import type { Contribution } from '../schema/fact.js'
import { compareWithGold, type Gold } from './gold.js'
import { shared } from './material.js'

const gold = join(shared, 'gold/dev')

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

async function contributions(): Promise<Contribution[]> {
  const found: Contribution[] = []
  for await (const reading of readDocuments([gold])) if ('document' in reading) found.push(extract(reading.document))
  return found
}

function score(all: readonly Contribution[], ids: ReadonlySet<string>, flags: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'wentu-score-'))
  try {
    for (const id of ids)
      for (const end of ['txt', 'json']) symlinkSync(join(gold, `${id}.${end}`), join(dir, `${id}.${end}`))
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

const totals = (text: string) =>
  text
    .split('\n')
    .filter((l) => /^(ENTITIES|RELATIONS|evidence)/.test(l))
    .join('\n')

/** How often facts of a stated confidence are right: the steps from low to high. */
const STEPS = [0, 0.8, 0.9, 0.95, 0.97] as const

/** The calibration table: per step of confidence, the facts that count and the share of them that is right. */
function calibration(all: readonly Contribution[], ids: ReadonlySet<string>): string {
  const bins = STEPS.map(() => ({ right: 0, wrong: 0 }))
  for (const found of all) {
    if (!ids.has(found.doc)) continue
    const annotation = JSON.parse(readFileSync(join(gold, `${found.doc}.json`), 'utf8')) as Gold
    for (const [relation, verdict] of compareWithGold(annotation, found).verdicts) {
      if (verdict === 'free') continue
      const confidence = Math.max(...relation.evidence.map((e) => e.confidence))
      const bin = bins[STEPS.findLastIndex((step) => confidence >= step)]
      if (bin) bin[verdict]++
    }
  }
  const rows = bins.map(({ right, wrong }, i) => {
    const share = right + wrong ? `${((100 * right) / (right + wrong)).toFixed(1)} %` : '-'
    return `  from ${(STEPS[i] as number).toFixed(2)}  ${String(right + wrong).padStart(5)} facts  ${share.padStart(7)} right`
  })
  const sure = bins
    .filter((_, i) => (STEPS[i] as number) >= 0.9)
    .reduce((a, b) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong }))
  return [
    ...rows,
    `  0.90 and more: ${((100 * sure.right) / Math.max(1, sure.right + sure.wrong)).toFixed(1)} % right`,
  ].join('\n')
}

async function main(args: readonly string[]): Promise<void> {
  if (!existsSync(gold)) {
    console.error(`No annotated documents at ${gold}: nothing to score.`)
    process.exit(2)
  }
  const all = await contributions()
  const ids = readdirSync(gold)
    .filter((f) => f.endsWith('.txt'))
    .map((f) => f.slice(0, -4))
  const aside = setAside(ids)
  const open = new Set(ids.filter((id) => !aside.has(id)))
  const at = args.indexOf('--set')
  if (at >= 0) {
    const rest = args.filter((_, i) => i !== at && i !== at + 1)
    if (args[at + 1] === 'aside')
      throw new Error('Of the documents set aside only the totals are shown: run without --set.')
    console.log(score(all, args[at + 1] === 'all' && !rest.length ? new Set(ids) : open, rest))
    return
  }
  for (const [name, set] of [
    ['all documents', new Set(ids)],
    ['documents the rules were written on', open],
    ['documents set aside', aside],
  ] as const)
    console.log(`${name} (${set.size})\n${totals(score(all, set, []))}\nconfidence\n${calibration(all, set)}\n`)
}

await main(process.argv.slice(2))

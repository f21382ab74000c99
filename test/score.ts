// `npm run score`: extracts the annotated documents of ../shared/gold/dev and scores them, apart for the documents that the
// rules were written on and for the twenty set aside before, of which only the totals are ever printed.
//   npm run score -- [--set rules|all] [--by type|doc] [--misses [TYPE]]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contribution } from '../schema/fact.js'
import { compareWithGold, type Gold } from './gold.js'
import { contributions, goldDir, score, setAside } from './scoring.js'

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
    const annotation = JSON.parse(readFileSync(join(goldDir, `${found.doc}.json`), 'utf8')) as Gold
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
  if (!existsSync(goldDir)) {
    console.error(`No annotated documents at ${goldDir}: nothing to score.`)
    process.exit(2)
  }
  const all = await contributions()
  const ids = readdirSync(goldDir)
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

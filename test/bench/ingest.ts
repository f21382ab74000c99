// Documents from a file into each engine, end to end: how many a second, beside the bare driver that writes the same rows and
// beside the reading and extracting alone; where the time goes; and how much memory it takes. Texts: the news corpus.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../schema/fault.js'
import { engines } from '../graph/engines.js'
import { shared } from '../material.js'
import { measureCommand, measureLong } from './ingest/command.js'
import { measureRates, type Rates, type Took } from './ingest/rates.js'

const CORPUS = join(shared, 'corpus/news-2022-2024.jsonl')
/** Documents of the smaller run that memory is compared with. */
const FEW = 2_000
const MIB = 2 ** 20

/** @param args how many documents (default: all); names of engines (default: both); `--long`: the corpus 20 times over instead */
export async function bench(args: string[]): Promise<void> {
  if (!existsSync(CORPUS)) throw new Fault('input', `${CORPUS}: not there. The bench needs the news corpus.`)
  const limit = Number(args.find((arg) => /^\d+$/.test(arg)) ?? Number.POSITIVE_INFINITY)
  const wanted = args.filter((arg) => /^[a-z]/.test(arg))
  for (const engine of await engines()) {
    const { name, missing } = engine
    if (wanted.length > 0 && !wanted.includes(name)) continue
    if (missing !== undefined) console.log(`${name}: not measured, ${missing}`)
    else if (args.includes('--long'))
      await measureLong(engine, CORPUS, limit, (line) => console.log(`${name.padEnd(6)} ${line}`))
    else {
      tellRates(name, await measureRates(engine, CORPUS, limit))
      const few = await measureCommand(engine, CORPUS, Math.min(FEW, limit))
      const all = await measureCommand(engine, CORPUS, limit)
      console.log(
        `${name.padEnd(6)} the command: ${all.documents} documents in ${all.seconds.toFixed(1)} s from its start, ` +
          `${Math.round(all.documents / all.seconds)}/s; peak memory ${mib(all.memory)} MiB, with ${few.documents} documents ` +
          `${mib(few.memory)}: ratio ${(all.memory / few.memory).toFixed(2)}` +
          (all.engine === undefined || few.engine === undefined
            ? ''
            : `; of the engine ${mib(all.engine)}, with ${few.documents} ${mib(few.engine)}`),
      )
    }
  }
}

const mib = (bytes: number): string => String(Math.round(bytes / MIB))

function tellRates(name: string, rates: Rates): void {
  const { documents, rows, ours, bare, alone, ratio, stages, retries } = rates
  const rate = ({ passed, used }: Took) =>
    `${Math.round(documents / passed)}/s (${((1000 * used) / documents).toFixed(2)} ms of a processor each)`
  const tell = (line: string) => console.log(`${name.padEnd(6)} ${line}`)
  tell(`${documents} documents, ${rows} rows, all in turn`)
  tell(`end to end ${rate(ours)}; bare driver ${rate(bare)}; reading and extracting alone ${rate(alone)}`)
  tell(`end to end beside the bare driver: ${ratio.toFixed(2)} (of the sums ${(bare.passed / ours.passed).toFixed(2)})`)
  const parts = Object.entries(stages).map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`)
  tell(`of ${ours.passed.toFixed(1)} s: ${parts.join(', ')}; retries ${retries}`)
}

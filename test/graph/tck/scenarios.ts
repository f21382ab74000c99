// The scenarios of openCypher's technology compatibility kit. In: the folder with its jar. Out: scenarios with their steps read,
// each with a number of its own in its feature; outlines are laid out. Knows no database.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'
import { strFromU8, unzipSync } from 'fflate'

export type Step =
  | { does: 'clear' }
  | { does: 'prepare'; query: string }
  | { does: 'parameters'; values: [name: string, value: string][] }
  | { does: 'ask' | 'control'; query: string }
  | { does: 'expect'; ordered: boolean; looseLists: boolean; columns: string[]; rows: string[][] }
  | { does: 'effects'; changes: [what: string, count: number][] }
  | { does: 'fail'; how: string }
  /** A procedure of the kit's own, which no engine has. */
  | { does: 'procedure' }

export interface Scenario {
  /** `clauses/match/Match1`. */
  feature: string
  /** Its place in the feature, from 1, outlines laid out. */
  number: number
  name: string
  steps: Step[]
}

/** All scenarios of the kit whose jar lies in `folder`. */
export function readScenarios(folder: string): Scenario[] {
  const jar = readdirSync(folder).find((name) => /^tck-.*\.jar$/.test(name))
  const files = unzipSync(new Uint8Array(readFileSync(join(folder, jar ?? ''))))
  const graph = (name: string) => strFromU8(files[`graphs/${name}/${name}.cypher`] ?? new Uint8Array())
  return Object.keys(files)
    .filter((path) => path.endsWith('.feature'))
    .sort()
    .flatMap((path) => readFeature(path, strFromU8(files[path] as Uint8Array), graph))
}

function readFeature(path: string, text: string, graph: (name: string) => string): Scenario[] {
  const newId = IdGenerator.incrementing()
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text)
  const feature = path.replace(/^features\//, '').replace(/\.feature$/, '')
  return compile(document, path, newId).map(({ name, steps }, at) => ({
    feature,
    number: at + 1,
    name,
    steps: steps.flatMap(({ text, argument }) => {
      const table = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? []
      return readStep(text, argument?.docString?.content ?? '', table, graph)
    }),
  }))
}

function readStep(text: string, query: string, table: string[][], graph: (name: string) => string): Step[] {
  const named = /^the (.+) graph$/.exec(text)?.[1]
  if (text === 'an empty graph' || text === 'any graph') return [{ does: 'clear' }]
  if (named) return [{ does: 'clear' }, { does: 'prepare', query: graph(named) }]
  if (text === 'having executed:') return [{ does: 'prepare', query }]
  if (text === 'parameters are:') return [{ does: 'parameters', values: table as [string, string][] }]
  if (text === 'executing query:') return [{ does: 'ask', query }]
  if (text === 'executing control query:') return [{ does: 'control', query }]
  if (text === 'no side effects') return [{ does: 'effects', changes: [] }]
  if (text === 'the side effects should be:') {
    return [{ does: 'effects', changes: table.map(([what = '', count = '0']) => [what, Number(count)]) }]
  }
  if (text.startsWith('there exists a procedure')) return [{ does: 'procedure' }]
  const error = /^an? (\w+) should be raised at (.+)$/.exec(text)
  if (error) return [{ does: 'fail', how: `${error[1]} ${error[2]}` }]
  if (text === 'the result should be empty')
    return [{ does: 'expect', ordered: false, looseLists: false, columns: [], rows: [] }]
  if (text.startsWith('the result should be')) {
    const [columns = [], ...rows] = table
    return [
      {
        does: 'expect',
        ordered: text.includes('in order'),
        looseLists: text.includes('ignoring element order'),
        columns,
        rows,
      },
    ]
  }
  throw new Error(`A step of the kit is not known: ${text}`)
}

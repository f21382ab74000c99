// The house keeps its rules: the arrows between rooms, names, sizes, and what lies at the top.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findViolations, listImports, type Tree } from './house.js'

const project = fileURLToPath(new URL('..', import.meta.url))
const NOT_OURS = new Set(['node_modules', '.git', '.build', '.cache', 'public'])

function readTree(folder = '', tree = new Map<string, string>()): Tree {
  for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (NOT_OURS.has(entry.name)) continue
    if (entry.isDirectory()) readTree(path, tree)
    else tree.set(path, /\.(ts|tsx|mjs|js)$/.test(path) ? readFileSync(join(project, path), 'utf8') : '')
  }
  return tree
}

test('this house', () => {
  const tree = readTree()
  expect(tree.size).toBeGreaterThan(50)
  expect(findViolations(tree)).toEqual([])
})

const says = '// Says what it is.\n'
const file = (path: string, ...imports: string[]): [string, string] => [
  path,
  says + imports.map((name) => `import { x } from '${name}'\n`).join(''),
]

const good: [string, string][] = [
  file('schema/fact.ts', 'zod', './model.js'),
  file('ingest/extract.ts', '../schema/fact.js', './match.js'),
  file('ingest/read/encoding.ts', 'node:fs', '../../schema/fault.js'),
  file('graph/query.ts', 'neo4j-driver', '../schema/wire.js'),
  file('graph/local/engine.ts', '@grafeo-db/js', 'node:net'),
  file('console/web/app.tsx', 'react', '../../schema/wire.js'),
  file('console/web/view/graph-view.tsx', 'sigma', '@sigma/node-border', 'react'),
  file('console/server/app.ts', 'hono', '../../graph/query.js'),
  file('console/terminal/cli.ts', 'commander', '../../ingest/run.js', '../server/serve.js'),
  ['README.md', ''],
  ['.ci/run', ''],
  ['console/web/index.html', ''],
]

test('a good house has nothing to hide', () => {
  expect(findViolations(new Map(good))).toEqual([])
})

const bad: [name: string, file: [string, string], complaint: RegExp][] = [
  ['schema does work', file('schema/model.ts', 'node:fs'), /^schema\/model\.ts imports node:fs\. Words and shapes/],
  ['ingest knows the graph', file('ingest/run.ts', '../graph/write.js'), /^ingest\/run\.ts imports .*no database/],
  ['ingest knows the driver', file('ingest/run.ts', 'neo4j-driver'), /no database/],
  ['ingest opens a file outside read/', file('ingest/extract.ts', 'node:fs'), /files are opened in read\//],
  ['read/ knows the rules', file('ingest/read/title.ts', '../rules/post.js'), /what a text says is not known here/],
  ['graph knows how facts are found', file('graph/write.ts', '../ingest/run.js'), /must not know how they were found/],
  ['graph knows the console', file('graph/write.ts', '../console/terminal/print.js'), /who looks at them/],
  ['the engine knows the driver', file('graph/local/engine.ts', 'neo4j-driver'), /over Bolt/],
  ['the browser knows the graph', file('console/web/api.ts', '../../graph/query.js'), /driver must never reach/],
  ['the browser knows the driver', file('console/web/api.ts', 'neo4j-driver'), /driver must never reach/],
  ['sigma outside view/', file('console/web/state/actions.ts', 'sigma'), /only view\/ draws/],
  ['the server reads documents', file('console/server/app.ts', '../../ingest/extract.js'), /does not read documents/],
  ['a word list’s script knows the program', file('ingest/lexicon/made.mjs', '../extract.js'), /once, and is no part/],
  ['the terminal knows the driver', file('console/terminal/cli.ts', 'neo4j-driver'), /the driver and the browser/],
  ['the terminal knows the browser', file('console/terminal/cli.ts', '../web/app.js'), /the driver and the browser/],
  [
    'a lazy import',
    ['ingest/a.ts', `${says}const x = await import('neo4j-driver')`],
    /ingest\/a\.ts imports neo4j-driver/,
  ],
  ['a type import', ['ingest/a.ts', `${says}import type { Driver } from 'neo4j-driver'`], /imports neo4j-driver/],
  ['a second way out', ['ingest/a.ts', `${says}export { x } from '../graph/write.js'`], /imports \.\.\/graph/],
  ['an import for its effect', ['ingest/a.ts', `${says}import 'hono'`], /imports hono/],
  ['a vague file', file('graph/utils.ts'), /"utils\.ts" names nothing/],
  ['a vague folder', file('graph/common/rows.ts'), /"common" names nothing/],
  ['a barrel', file('graph/index.ts'), /"index\.ts" names nothing/],
  ['a name in another case', file('graph/localEngine.ts'), /kebab-case/],
  ['a stranger at the top', ['notes/plan.md', ''], /^notes: not expected at the top level/],
  ['a long file', ['graph/write.ts', says.repeat(351)], /351 lines, more than 350/],
  ['a file that does not say what it is', ['graph/write.ts', 'export const x = 1\n'], /first lines do not say/],
]

describe('a bad house is told so', () => {
  test.each(bad)('%s', (_, [path, content], complaint) => {
    expect(findViolations(new Map(good).set(path, content))).toEqual([expect.stringMatching(complaint)])
  })
})

test('imports are found in every form, and not in comments', () => {
  const code = `// import { a } from 'a'
import type { B } from "b"
import {
  c,
} from 'c'
export * from './d.js'
const e = await import('e')
import 'f'
`
  expect(listImports(code).sort()).toEqual(['./d.js', 'b', 'c', 'e', 'f'])
})

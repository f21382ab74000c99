// Makes traditional.txt from the character table of the package opencc-js (MIT AND Apache-2.0), pinned in package.json:
//   node ingest/lexicon/traditional.mjs
// Only characters of one UTF-16 unit, so that folding never moves an offset; the first simplified form of several is taken.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
let home = dirname(createRequire(import.meta.url).resolve('opencc-js'))
while (!home.endsWith('opencc-js')) home = dirname(home)
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
const { default: table } = await import(join(home, 'dist/esm-lib/dict/TSCharacters.js'))

/** Characters that are in use in simplified text as well, where the table would change their sense. */
const KEPT = new Set('乾夥藉瞭著麽')
const rows = table
  .split('|')
  .map((row) => row.split(' '))
  .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to && !KEPT.has(from))
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  join(here, 'traditional.txt'),
  `# Traditional characters and their simplified forms.\n# Source: npm package opencc-js ${version} (MIT AND Apache-2.0), made by traditional.mjs.\n# traditional TAB simplified\n${rows.map((r) => r.join('\t')).join('\n')}\n`,
)

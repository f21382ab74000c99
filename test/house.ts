// The rules of the house over a tree of files: a map from path to content in, what breaks a rule out, in words.
// Reads no file system, so that each rule can be shown a bad tree and be seen to refuse it.

export type Tree = ReadonlyMap<string, string>

interface Arrow {
  from: string
  to: readonly string[]
  why: string
}

/** What each room may import, of the project and of packages. The longest matching `from` decides. */
const ARROWS: readonly Arrow[] = [
  {
    from: 'schema/',
    to: ['schema/', 'zod', 'node:crypto'],
    why: 'Words and shapes, no work: every room may import schema/.',
  },
  {
    from: 'ingest/',
    to: ['schema/', 'ingest/', 'zod'],
    why: 'Finding facts knows no database, no network and no clock; files are opened in read/ and by the lexicon loader.',
  },
  {
    from: 'ingest/pool.ts',
    to: ['schema/', 'ingest/', 'tinypool', 'node:'],
    why: 'Threads are started here and nowhere else.',
  },
  {
    from: 'ingest/read/',
    to: ['schema/', 'ingest/read/', 'chardet', 'csv-parse', 'node:fs', 'node:fs/promises', 'node:path'],
    why: 'Formats are known here and nowhere later; what a text says is not known here.',
  },
  {
    from: 'ingest/read/format/',
    to: [
      'schema/',
      'ingest/read/',
      'linkedom',
      '@mozilla/readability',
      'mammoth',
      'word-extractor',
      'pdfjs-dist',
      'postal-mime',
      'read-excel-file',
      'node:',
    ],
    why: 'One library a format, and nothing of a format anywhere else.',
  },
  {
    from: 'ingest/read/container/',
    to: ['schema/', 'ingest/read/', 'yauzl', 'tar-stream', 'warcio', 'node:'],
    why: 'Archives are opened here and nowhere else, within limits.',
  },
  {
    from: 'ingest/rules-version.ts',
    to: ['schema/', 'ingest/lexicon.js', 'ingest/lexicon.ts', 'node:fs', 'node:path', 'node:url'],
    why: 'The version of the rules is a hash of their files, and nothing else is read for it.',
  },
  {
    from: 'ingest/lexicon.ts',
    to: ['schema/', 'ingest/', 'node:fs', 'node:path', 'node:url'],
    why: 'The loader reads word lists and does nothing else.',
  },
  {
    from: 'ingest/lexicon/',
    to: ['node:'],
    why: 'A script here makes a word list, once, and is no part of the program.',
  },
  {
    from: 'graph/',
    to: ['schema/', 'graph/', 'neo4j-driver', 'neo4j-driver-core', 'zod', 'n3', 'node:'],
    why: 'The graph room stores facts; it must not know how they were found or who looks at them.',
  },
  {
    from: 'graph/local/',
    to: ['schema/', 'graph/local/', '@grafeo-db/js', 'apache-arrow', 'node:'],
    why: 'The embedded engine is a server of its own: all else speaks to it over Bolt.',
  },
  {
    from: 'console/web/',
    to: [
      'schema/',
      'console/web/',
      'react',
      'react-dom',
      'graphology',
      'graphology-',
      'zod',
      '@codemirror/',
      '@lezer/',
      '@tanstack/',
      '@radix-ui/',
      'vite',
      '@vitejs/',
      'node:',
    ],
    why: 'The browser asks the server; a driver must never reach the bundle, and only view/ draws with sigma.',
  },
  {
    from: 'console/web/view/',
    to: ['schema/', 'console/web/', 'react', 'graphology', 'graphology-', 'sigma', '@sigma/', '@tanstack/', 'zod'],
    why: 'view/ draws what state and look hand it.',
  },
  {
    from: 'console/server/',
    to: ['schema/', 'graph/', 'console/server/', 'hono', '@hono/', 'zod', 'node:'],
    why: 'The server asks the graph and answers the browser; it does not read documents.',
  },
  {
    from: 'console/terminal/',
    to: [
      'schema/',
      'ingest/',
      'graph/',
      'console/server/',
      'console/terminal/',
      'commander',
      'tinyglobby',
      'picomatch',
      'chokidar',
      'node:',
    ],
    why: 'The terminal calls the rooms; the driver and the browser are not its business.',
  },
]

const TOP = [
  'ingest',
  'graph',
  'console',
  'schema',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
]
const VAGUE = /^(?:utils?|helpers?|common|types?|managers?|misc|lib|shared|index)$/
const CODE = /\.(?:ts|tsx|mjs|js)$/
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/
/** In lines. */
const LONGEST = 350

/** Everything in the tree that breaks a rule, one sentence each. */
export function findViolations(tree: Tree): string[] {
  const paths = [...tree.keys()].sort()
  return [
    ...findStrangers(paths),
    ...paths.flatMap(checkName),
    ...paths.filter((path) => CODE.test(path)).flatMap((path) => checkCode(path, tree.get(path) ?? '')),
  ]
}

function findStrangers(paths: readonly string[]): string[] {
  const top = new Set(paths.map((path) => path.split('/')[0] as string))
  return [...top]
    .filter((name) => !name.startsWith('.') && !TOP.includes(name))
    .map(
      (name) =>
        `${name}: not expected at the top level. A thing lies in one of the rooms: ${TOP.slice(0, 5).join(', ')}.`,
    )
}

function checkName(path: string): string[] {
  const vague = path
    .split('/')
    .slice(0, path.endsWith('index.html') ? -1 : undefined)
    .find((part) => VAGUE.test(part.replace(/\.[^.]*$/, '')))
  if (vague) return [`${path}: "${vague}" names nothing. Say what the file gives.`]
  const name = path.split('/').at(-1) as string
  return CODE.test(path) && !KEBAB.test(name) ? [`${path}: file names are kebab-case.`] : []
}

function checkCode(path: string, code: string): string[] {
  const found: string[] = []
  const lines = code.split('\n').length - (code.endsWith('\n') ? 1 : 0)
  if (lines > LONGEST) found.push(`${path}: ${lines} lines, more than ${LONGEST}. Look for the second idea in it.`)
  // A test's name and its groups say what it is of.
  if (!path.startsWith('test/') && !/^(?:#!.*\n)?\s*\/[/*]/.test(code))
    found.push(`${path}: its first lines do not say what comes in and what goes out.`)
  for (const imported of listImports(code)) {
    const why = forbidden(path, resolveImport(path, imported))
    if (why) found.push(`${path} imports ${imported}. ${why}`)
  }
  return found
}

/** What a file imports, statically, lazily, or as a worker or file beside it. */
export function listImports(code: string): string[] {
  const bare = code.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  const forms = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    /\brequire\(\s*['"]([^'"]+)['"]\s*\)/g,
  ]
  return [...new Set(forms.flatMap((form) => [...bare.matchAll(form)].map((match) => match[1] as string)))]
}

/** A relative import as a path of the tree; anything else as it stands. */
function resolveImport(path: string, imported: string): string {
  if (!imported.startsWith('.')) return imported
  const parts = path.split('/').slice(0, -1)
  for (const step of imported.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

function forbidden(path: string, imported: string): string | undefined {
  const arrows = ARROWS.filter(({ from }) => path.startsWith(from)).sort((a, b) => b.from.length - a.from.length)
  const arrow = arrows[0]
  if (!arrow || arrow.to.some((allowed) => covers(allowed, imported))) return undefined
  return arrow.why
}

/** `graph/` and `@hono/` cover what lies in them, `graphology-` what begins so, `react` itself and its own parts. */
function covers(allowed: string, imported: string): boolean {
  return /[/:-]$/.test(allowed)
    ? imported.startsWith(allowed)
    : imported === allowed || imported.startsWith(`${allowed}/`)
}

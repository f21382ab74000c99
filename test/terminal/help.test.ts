// What a user meets first: help with examples, exit codes for slips of the hand, and a start that loads nothing heavy.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { describe, expect, test, vi } from 'vitest'
import { buildProgram } from '../../console/terminal/cli.js'
import { errorLines, wentu } from './wentu.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
const commands = buildProgram().commands.map((command) => command.name())

/** What `wentu WORDS --help` prints; in this process, since it is asked so often. */
function help(...words: string[]): string {
  let printed = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
  try {
    buildProgram().parse(['node', 'wentu', ...words, '--help'])
  } catch (cause) {
    if (!(cause instanceof CommanderError && cause.exitCode === 0)) throw cause
  } finally {
    write.mockRestore()
  }
  return printed
}

describe('help', () => {
  test('comes from the command itself, with every command and a summary of each', async () => {
    const { code, stdout, stderr } = await wentu(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b.* {2,}\\S`, 'm'))
  })

  test('there is a command for every file of commands/', () => {
    const files = readdirSync(join(project, 'console/terminal/commands')).map((file) => file.replace('.ts', ''))
    expect([...commands].sort()).toEqual(files.sort())
  })

  test.each([...commands, 'db start', 'db stop', 'db status'])('%s shows an example', (name) => {
    expect(help(...name.split(' '))).toMatch(new RegExp(`Examples?:\\n( {2}wentu .*\\n)*? {2}wentu ${name}`))
  })

  test.each(['ingest', 'query', 'console', 'start', 'status', 'remove', 'dump'])(
    '%s takes another graph by folder or address',
    (name) => {
      for (const option of ['--data', '--uri', '--user', '--password']) expect(help(name)).toContain(`  ${option} <`)
    },
  )
})

describe('slips of the hand end with 2', () => {
  test.each([
    [['ingets'], /unknown command 'ingets'/],
    [['ingest'], /missing required argument 'path'/],
    [['query', '--lmit', '3', 'RETURN 1'], /unknown option '--lmit'/],
    [['query', '--limit', 'many', 'RETURN 1'], /'many' is invalid.*whole number/],
    [['console', '--port', '70000'], /'70000' is invalid.*0 to 65535/],
    [['schema', '--json', '--cypher'], /cannot be used with/],
    [['query', '--uri', 'bolt://localhost', '--data', 'x', 'RETURN 1'], /Both --uri .* and --data x are given/],
    [['query', '--uri', 'ftp://localhost', 'RETURN 1'], /is no address of a graph/],
  ])('%s', async (args, complaint) => {
    const ran = await wentu(args)
    expect(ran.code).toBe(2)
    expect(ran.stdout).toBe('')
    expect(errorLines(ran)[0]).toMatch(complaint)
  })
})

/** All that loads with a file of the source before any command runs: its imports of values, and theirs. */
function loadedWith(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  const code = readFileSync(join(project, entry), 'utf8')
  for (const [, types, names, from = ''] of code.matchAll(/^(?:import|export) (type )?([^'"]*?)from '([^']+)'/gm)) {
    if (types || /^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names ?? '')) continue
    if (from.startsWith('.')) loadedWith(join(dirname(entry), from.replace(/\.js$/, '.ts')), seen)
    else seen.add(from)
  }
  return seen
}

describe('what a start loads', () => {
  test('the help needs no driver, no engine, no rules and no zod', () => {
    const loaded = [...loadedWith('console/terminal/cli.ts')]
    expect(loaded).toContain('commander')
    expect(loaded.filter((name) => /^(?:graph|ingest|console\/server)\/|neo4j|grafeo|hono|zod/.test(name))).toEqual([])
  })

  test('extract needs no graph', () => {
    const code = readFileSync(join(project, 'console/terminal/commands/extract.ts'), 'utf8')
    const lazy = [...code.matchAll(/import\('\.\.\/\.\.\/\.\.\/([^']+)\.js'\)/g)].map((match) => `${match[1]}.ts`)
    expect(lazy).toContain('ingest/extract.ts')
    const loaded = lazy.flatMap((entry) => [...loadedWith(entry)])
    expect(loaded.filter((name) => /^graph\/|neo4j|grafeo/.test(name))).toEqual([])
  })
})

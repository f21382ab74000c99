#!/usr/bin/env node
// `npm test`: builds, checks style and types, runs every test, and says at the end what was not run and why.
// The last line is the tally alone: `N passed, N failed`. Ends with 1 if anything failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'wentu-test-'))
const tallyFile = join(scratch, 'tally.json')

/** Runs a tool of this project by its own script, so that no shell and no npx stands between. */
function run(tool, script, ...args) {
  console.log(`\n── ${tool} ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, [join(project, 'node_modules', script), ...args], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, WENTU_TALLY: tallyFile },
  })
  return status === 0
}

const tsc = 'typescript/bin/tsc'
const vite = 'vite/bin/vite.js'
const checks = {
  build: () => run('tsc', tsc, '-p', 'tsconfig.json', '--noEmit', 'false'),
  'build of the console': () =>
    run('vite', vite, 'build', '--config', 'console/web/vite.config.ts', '--logLevel', 'warn'),
  'types of the console': () => run('tsc', tsc, '--noEmit', '-p', 'console/web/tsconfig.json'),
  style: () => run('biome', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
}

let passed = 0
const broken = []
for (const [name, check] of Object.entries(checks)) {
  if (check()) passed++
  else broken.push(name)
}

const only = process.argv.slice(2)
const ended = run('vitest', 'vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...only)
const tally = readTally()
passed += tally.passed
const failed = tally.failed + broken.length + (!ended && tally.failed === 0 ? 1 : 0)
for (const name of broken) console.log(`FAILED  ${name} (see above)`)
for (const name of tally.failures) console.log(`FAILED  ${name}`)
for (const { group, count, reason } of tally.skipped) console.log(`NOT RUN  ${group} (${count}): ${reason}`)
console.log(`${passed} passed, ${failed} failed`)
rmSync(scratch, { recursive: true, force: true })
process.exitCode = failed === 0 ? 0 : 1

function readTally() {
  try {
    return JSON.parse(readFileSync(tallyFile, 'utf8'))
  } catch {
    // Vitest died before its end: the run as a whole is one failure.
    return { passed: 0, failed: 0, failures: [], skipped: [] }
  }
}

// The questions of ../shared about the five seeds, asked as a user asks them: in the terminal, on both engines.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engines } from '../graph/engines.js'
import { projectRoot, shared } from '../material.js'
import { wentu } from './wentu.js'

for (const engine of await engines())
  test(`the five seeds answer every question (${engine.name})`, async (context) => {
    if (!existsSync(shared)) context.skip('../shared is not beside the project')
    if (engine.missing !== undefined) context.skip(engine.missing)
    const { target, close } = await engine.open()
    try {
      const where = Object.entries(target).flatMap(([name, value]) => [`--${name}`, String(value)])
      const read = await wentu(['ingest', join(shared, 'seeds'), ...where])
      expect(read.code, read.stderr).toBe(0)
      const command = join(projectRoot(), 'console/terminal/wentu.js')
      const asked = spawnSync(
        process.execPath,
        [
          join(shared, 'questions/ask.mjs'),
          join(shared, 'questions/seeds.json'),
          process.execPath,
          command,
          'query',
          ...where,
        ],
        { encoding: 'utf8' },
      )
      expect(asked.stdout).toMatch(/^21 passed, 0 failed$/m)
    } finally {
      await close()
    }
  }, 400_000)

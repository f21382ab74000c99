// That a checkpoint reaches the disk: each file of the database, and the folder it lies in, is synchronised before the
// answer is given.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { Engine } from '../../../graph/local/engine.js'

const disk = vi.hoisted(() => ({ open: new Map<number, string>(), synced: [] as string[] }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const openSync: typeof fs.openSync = (path, ...rest) => {
    const file = fs.openSync(path, ...rest)
    disk.open.set(file, String(path))
    return file
  }
  const fsyncSync: typeof fs.fsyncSync = (file) => {
    disk.synced.push(disk.open.get(file) ?? '')
    fs.fsyncSync(file)
  }
  return { ...fs, openSync, fsyncSync }
})

const data = mkdtempSync(join(tmpdir(), 'wentu-durable-'))
afterEach(() => rmSync(data, { recursive: true, force: true }))

it.skipIf(process.platform === 'win32')('brings the files and their folder onto the disk', async () => {
  const engine = await Engine.open(join(data, 'graph.grafeo'))
  const transaction = await engine.begin(false)
  await transaction.run('CREATE (:Done)')
  transaction.commit()
  disk.synced.length = 0
  engine.checkpoint()
  expect(disk.synced.map((path) => basename(path))).toEqual(expect.arrayContaining(['graph.grafeo', basename(data)]))
  engine.close()
})

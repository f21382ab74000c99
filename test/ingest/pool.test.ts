// Documents worked on in threads: the same answers as in one, and a thread that is lost costs one file.
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openPool } from '../../ingest/pool.js'
import { readSources } from '../../ingest/read/sources.js'
import { here } from '../../ingest/work.js'
import { Fault } from '../../schema/fault.js'
import { projectRoot } from '../material.js'
import { doc, docx, eml } from './files.js'

const pool = openPool({ jobs: 2 })
afterAll(() => pool.close())

const raw = (name: string, ending: string, bytes: Uint8Array) => ({
  path: `${name}${ending}`,
  id: name,
  sha256: '',
  size: bytes.length,
  ending,
  bytes,
})

describe('a pool of threads', () => {
  test('says of the samples what one thread says', async () => {
    let documents = 0
    for await (const found of readSources([join(projectRoot(), 'ingest/samples')])) {
      if (!('raw' in found)) continue
      documents++
      const { took: _, ...work } = await pool.contribute(found.raw, {})
      expect(await here.contribute(found.raw, {})).toMatchObject(work)
    }
    expect(documents).toBeGreaterThan(5)
  })

  test('opens a mail as one thread does', async () => {
    const bytes = eml('通知', '开会。', { name: 'a.docx', content: docx(['开会。']) })
    const file = { path: 'm.eml', id: 'm', ending: '.eml', bytes }
    expect(await pool.expand(file, {})).toEqual(await here.expand(file, {}))
  })

  test('a fault comes back as one', async () => {
    const broken = pool.contribute(raw('a', '.docx', Buffer.from('PK\x03\x04')), {})
    await expect(broken).rejects.toBeInstanceOf(Fault)
    await expect(broken).rejects.toThrow(/^a\.docx: no \.docx document/)
  })

  test('a file that takes too long is given up, and its thread with it; the next is read', async () => {
    const hasty = openPool({ jobs: 1, time: 1 })
    await expect(hasty.contribute(raw('slow', '.docx', docx(['会议'])), {})).rejects.toThrow(
      /^slow\.docx: took longer than 0 s and was given up\.$/,
    )
    await hasty.close()
    const { resolved } = await pool.contribute(raw('next', '.doc', doc(['会议'])), {})
    expect(resolved.document.text).toBe('会议\n')
  })

  test('of documents that go to a thread together each is told by its own name', async () => {
    const hasty = openPool({ jobs: 1, time: 1 })
    const names = ['a', 'b', 'c']
    const all = await Promise.allSettled(
      names.map((name) => hasty.contribute(raw(name, '.txt', Buffer.from('会议')), {})),
    )
    await hasty.close()
    expect(all.map((one) => String((one as PromiseRejectedResult).reason?.message))).toEqual(
      names.map((name) => `${name}.txt: took longer than 0 s and was given up.`),
    )
    const broken = [raw('good', '.txt', Buffer.from('会议')), raw('bad', '.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))]
    const [good, bad] = await Promise.allSettled(broken.map((one) => pool.contribute(one, {})))
    expect([good?.status, bad?.status]).toEqual(['fulfilled', 'rejected'])
  })
})

// What every engine must do. In: an engine. Out: its suite. An engine that cannot be had is skipped with its reason.
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { prepare } from '../../graph/write.js'
import { algebraContract } from './contract-algebra.js'
import { askingContract } from './contract-asking.js'
import { believingContract } from './contract-believing.js'
import { costContract } from './contract-cost.js'
import { identityContract } from './contract-identity.js'
import { readingContract } from './contract-reading.js'
import { timeContract } from './contract-time.js'
import type { Engine } from './engines.js'
import { Rig } from './rig.js'

/** The suite: it begins each test with an empty graph. */
export function graphContract(engine: Engine): void {
  describe(engine.name, () => {
    const rig = new Rig()
    beforeAll(async () => {
      if (engine.missing === undefined) rig.open = await engine.open()
    })
    afterAll(async () => await rig.open?.close())
    beforeEach(async ({ skip }) => {
      if (engine.missing !== undefined) skip(engine.missing)
      await rig.open.clear()
      await prepare(rig.open.graph)
    })
    algebraContract(rig)
    identityContract(rig)
    believingContract(rig)
    costContract(rig)
    timeContract(rig)
    readingContract(rig)
    askingContract(rig)
  })
}

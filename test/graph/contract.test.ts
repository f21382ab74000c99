// Every engine, one suite.
import { graphContract } from './contract.js'
import { engines } from './engines.js'

for (const engine of await engines()) graphContract(engine)

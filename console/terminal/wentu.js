#!/usr/bin/env node
// The door: starts the command line that `npm run build` compiled.
import { existsSync } from 'node:fs'

const built = new URL('../../.build/console/terminal/cli.js', import.meta.url)
if (!existsSync(built)) {
  console.error('wentu: not built yet. Run `npm run build` in the project folder first.')
  process.exit(2)
}
const { main } = await import(built.href)
await main(process.argv)

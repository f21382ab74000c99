// `npm run bench NAME [ARGUMENT…]`: runs test/bench/NAME.ts and prints what it measures.
import { readdirSync } from 'node:fs'

const here = new URL('.', import.meta.url)
const names = readdirSync(here)
  .filter((file) => file.endsWith('.js') && file !== 'run.js')
  .map((file) => file.slice(0, -'.js'.length))
const [name = '', ...rest] = process.argv.slice(2)

if (names.includes(name)) {
  const { bench } = (await import(new URL(`${name}.js`, here).href)) as { bench(args: string[]): Promise<void> }
  await bench(rest)
} else {
  console.error(`No bench is called "${name}". There are: ${names.join(', ')}. For example: npm run bench ${names[0]}`)
  process.exitCode = 2
}

// What engine this is. In: nothing. Out: its name and version, without loading its library.

import { createRequire } from 'node:module'

/** `Grafeo 0.6.0`. */
export function engineName(): string {
  const { version } = createRequire(import.meta.url)('@grafeo-db/js/package.json') as { version: string }
  return `Grafeo ${version}`
}

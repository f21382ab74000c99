// Where the material beside the project lies; tests that need it skip, with this reason, where it is absent.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, whether this runs from the sources or from the build. */
export function projectRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'package.json'))) at = dirname(at)
  return at
}

/** `../shared`, as seen from the project. */
export const shared = resolve(projectRoot(), '../shared')

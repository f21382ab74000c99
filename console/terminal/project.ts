// Where the project lies on this machine: the source and its build are at different depths below package.json.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../../schema/fault.js'

/** The full path of a file or folder of the project. */
export function projectFolder(inside: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Fault('usage', 'The folder of wentu holds no package.json: install it anew.')
    folder = above
  }
  return join(folder, inside)
}

// Arguments and patterns in, the paths and files that are meant out: globs as a shell would widen them, --include and --exclude.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { Fault } from '../../schema/fault.js'

/**
 * Paths as they are, and patterns (`notices/**` + `/*.docx`, in quotes) as the files they match, sorted.
 * @throws Fault('input') for a pattern that matches nothing
 */
export function widen(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (existsSync(path) || !isDynamicPattern(path)) return [path]
    const found = globSync(path, { dot: false, absolute: false, expandDirectories: false }).sort()
    if (found.length === 0)
      throw new Fault('input', `${path}: no file matches. Check the pattern, and put it in quotes.`)
    return found
  })
}

/** Whether a file is wanted, by its path below the folder given. A pattern without `/` is matched against the name alone. */
export function wantedBy(
  include: readonly string[] = [],
  exclude: readonly string[] = [],
): ((name: string) => boolean) | undefined {
  if (include.length === 0 && exclude.length === 0) return undefined
  const matches = (patterns: readonly string[]) => {
    const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }))
    return (name: string) => tests.some((test) => test(name))
  }
  const [isIn, isOut] = [matches(include), matches(exclude)]
  return (name) => (include.length === 0 || isIn(name)) && !isOut(name)
}

/**
 * How many bytes the files hold that the paths stand for, for a progress bar; what cannot be looked at counts nothing.
 * @param enough nobody wants to know of more
 */
export function countBytes(paths: readonly string[], enough = Number.POSITIVE_INFINITY): number {
  let sum = 0
  for (const path of paths) {
    if (sum >= enough) break
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isFile()) sum += found.size
    else if (found?.isDirectory())
      for (const file of globSync('**', { cwd: path, dot: false })) {
        sum += statSync(join(path, file), { throwIfNoEntry: false })?.size ?? 0
        if (sum >= enough) break
      }
  }
  return sum
}

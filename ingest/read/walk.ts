// Arguments of a command in, the files they mean out, in one order on every machine. Opens nothing.
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Fault } from '../../schema/fault.js'

/**
 * One file. `name` is its path below the folder that was given (with `/`), or its own name when it was given itself,
 * so that it does not depend on what else is read. `skipped` and `fault` say why it is not to be read.
 */
export interface FoundFile {
  path: string
  name: string
  skipped?: string
  fault?: Fault
}

/** The files that a file or folder stands for; folders are walked to the bottom, sorted by code unit. */
export function* walkFiles(argument: string): Generator<FoundFile> {
  const name = basename(argument)
  try {
    const found = statSync(argument)
    if (found.isDirectory()) yield* walkFolder(argument, '')
    else if (found.isFile()) yield { path: argument, name }
    else yield { path: argument, name, fault: new Fault('input', `${argument}: neither a file nor a folder.`) }
  } catch (cause) {
    yield { path: argument, name, fault: describeRefusal(argument, cause) }
  }
}

function* walkFolder(folder: string, prefix: string): Generator<FoundFile> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = { path: join(folder, entry.name), name: prefix + entry.name }
    const skipped = whyNot(entry, file.path)
    if (skipped) yield { ...file, skipped }
    else if (!entry.isDirectory()) yield file
    else {
      try {
        yield* walkFolder(file.path, `${file.name}/`)
      } catch (cause) {
        yield { ...file, fault: describeRefusal(file.path, cause) }
      }
    }
  }
}

function whyNot(entry: Dirent, path: string): string | undefined {
  if (entry.name.startsWith('.')) return 'hidden'
  if (entry.isFile() || entry.isDirectory()) return undefined
  // A link to a file is as good as the file; a link to a folder could lead round in a circle.
  if (entry.isSymbolicLink()) return statSync(path, { throwIfNoEntry: false })?.isFile() ? undefined : 'link to no file'
  return 'neither a file nor a folder'
}

/** What the operating system's refusal means to the person who gave the path. */
export function describeRefusal(path: string, cause: unknown): Fault {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return new Fault('input', `${path}: no such file or folder. Check the path.`, { cause })
  if (code === 'EACCES' || code === 'EPERM')
    return new Fault('input', `${path}: may not be read (${code}). Check its permissions.`, { cause })
  return new Fault('input', `${path}: cannot be read (${code ?? String(cause)}).`, { cause })
}

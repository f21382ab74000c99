// The thread of a pool: a task in, what came of it out. A Fault crosses as its parts, since a thread's errors lose their class.
import { Fault, type FaultKind } from '../schema/fault.js'
import { expand } from './read/expand.js'
import type { Mapping } from './read/mapping.js'
import type { ParseOptions } from './read/parse.js'
import type { Found, Raw } from './read/raw.js'
import { contribute, type Work } from './work.js'

export type Task = { contribute: Raw; options: ParseOptions } | { expand: Parameters<typeof expand>[0]; told: Mapping }

export type Told = { fault: { kind: FaultKind; message: string } }
export type Answer = { work: Work } | { found: (Exclude<Found, { fault: Fault }> | (Told & { path: string }))[] } | Told

/** What the pool calls. Errors that are no faults go out as they are: the pool says which file they cost. */
export default async function run(task: Task): Promise<Answer> {
  try {
    if ('contribute' in task) return { work: await contribute(task.contribute, task.options) }
    const found = await expand(task.expand, task.told)
    return { found: found.map((one) => ('fault' in one ? { ...one, ...tell(one.fault) } : one)) }
  } catch (cause) {
    if (cause instanceof Fault) return tell(cause)
    throw cause
  }
}

const tell = ({ kind, message }: Fault): Told => ({ fault: { kind, message } })

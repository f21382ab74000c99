// The thread of a pool: a task in, what came of it out. A Fault crosses as its parts, since a thread's errors lose their class.
import { Fault, type FaultKind } from '../schema/fault.js'
import { expand } from './read/expand.js'
import type { Mapping } from './read/mapping.js'
import type { ParseOptions } from './read/parse.js'
import type { Found, Raw } from './read/raw.js'
import { contribute, type Work } from './work.js'

/** Documents are worked on several at a time: a message costs as much as a short text. */
export type Task =
  | { contribute: readonly Raw[]; options: ParseOptions }
  | { expand: Parameters<typeof expand>[0]; told: Mapping }

export type Told = { fault: { kind: FaultKind; message: string } }
/** What came of one document: its work, what is wrong with it, or how the rules stumbled over it. */
export type Done = { work: Work } | Told | { stumbled: string }
export type Answer =
  | { done: Done[] }
  | { found: (Exclude<Found, { fault: Fault }> | (Told & { path: string }))[] }
  | Told

/** What the pool calls. An error of `expand` that is no fault goes out as it is: the pool says which file it cost. */
export default async function run(task: Task): Promise<Answer> {
  if ('contribute' in task) {
    const done: Done[] = []
    for (const raw of task.contribute) done.push(await workOn(raw, task.options))
    return { done }
  }
  try {
    const found = await expand(task.expand, task.told)
    return { found: found.map((one) => ('fault' in one ? { ...one, ...tell(one.fault) } : one)) }
  } catch (cause) {
    if (cause instanceof Fault) return tell(cause)
    throw cause
  }
}

async function workOn(raw: Raw, options: ParseOptions): Promise<Done> {
  try {
    return { work: await contribute(raw, options) }
  } catch (cause) {
    return cause instanceof Fault ? tell(cause) : { stumbled: cause instanceof Error ? cause.message : String(cause) }
  }
}

const tell = ({ kind, message }: Fault): Told => ({ fault: { kind, message } })

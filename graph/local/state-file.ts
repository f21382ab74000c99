// Where a running engine says how to reach it. In: a data directory. Out: the state, readable by its user only.

import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The one user; its password is a token made anew at each start. */
export const USER = 'neo4j'

export interface State {
  uri: string
  user: string
  password: string
  /** The supervisor, which lives as long as the server does, and the engine's own process, which may be replaced. */
  pid: number
  enginePid: number
}

const fileIn = (data: string) => join(data, 'server.json')

/** The state that was written last; null when there is none or it cannot be read. It may be stale: ask the server. */
export function readState(data: string): State | null {
  try {
    const state = JSON.parse(readFileSync(fileIn(data), 'utf8')) as Partial<State>
    return state.uri && state.password && state.user && state.pid ? (state as State) : null
  } catch {
    return null
  }
}

/** Replaces the state in one step: a reader sees the old or the new, never half. */
export function writeState(data: string, state: State): void {
  const next = `${fileIn(data)}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  chmodSync(next, 0o600)
  renameSync(next, fileIn(data))
}

export function removeState(data: string): void {
  rmSync(fileIn(data), { force: true })
}

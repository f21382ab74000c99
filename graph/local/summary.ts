// What a summary tells besides rows: counters, plan, profile. In: what the engine gives. Out: fields as drivers expect them.

import type { QueryProfile, QueryResult } from '@grafeo-db/js'
import type { PackValue } from './packstream.js'

type Fields = { [key: string]: PackValue }

/** What clients show at the head of a plan. */
const PLANNER = { version: '5', planner: 'GRAFEO', runtime: 'GRAFEO' }

/** The counters of a result, with the names Bolt gives them; null when nothing changed. */
export function statsOf({ counters }: QueryResult): Fields | null {
  const stats: Fields = {}
  const named: [string, number][] = [
    ['nodes-created', counters.nodesCreated],
    ['nodes-deleted', counters.nodesDeleted],
    ['relationships-created', counters.edgesCreated],
    ['relationships-deleted', counters.edgesDeleted],
    ['properties-set', counters.propertiesSet],
    ['labels-added', counters.labelsAdded],
    ['labels-removed', counters.labelsRemoved],
  ]
  for (const [name, count] of named) if (count > 0) stats[name] = count
  if (Object.keys(stats).length === 0) return null
  return { ...stats, 'contains-updates': true }
}

/** The engine's plan, lines indented by depth, as the tree that drivers expect. */
export function planOf(text: string): Fields {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const root: Fields & { children: PackValue[] } = {
    operatorType: 'Result',
    args: {},
    identifiers: [],
    children: [],
  }
  const open: { depth: number; children: PackValue[] }[] = [{ depth: -1, children: root.children }]
  for (const line of lines) {
    const depth = line.search(/\S/)
    const [, operatorType = '', details = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? []
    const children: PackValue[] = []
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    open.at(-1)?.children.push({ operatorType, args: { Details: details }, identifiers: [], children })
    open.push({ depth, children })
  }
  const top = root.children.length === 1 ? (root.children[0] as Fields) : root
  return { ...top, args: { ...(top.args as Fields), ...PLANNER } }
}

/** The engine's profile as the tree that drivers expect; it counts no database hits. */
export function profilePlan(root: QueryProfile['root']): PackValue {
  const top = profileTree(root)
  return { ...top, args: { ...(top.args as Fields), ...PLANNER } }
}

function profileTree(node: QueryProfile['root']): Fields {
  return {
    operatorType: node.operator,
    args: { Details: node.detail },
    identifiers: [],
    rows: node.rows,
    dbHits: 0,
    time: Math.round(node.selfTimeMs * 1e6),
    children: node.children.map(profileTree),
  }
}

// The whole graph in, Cypher statements out that make it again: for cypher-shell, or any console. All values are literals,
// written so that nothing in them can end a string.
import { schemaStatements } from '../cypher.js'
import type { Value, WholeEdge, WholeNode, WholePart } from './whole.js'

/** So many nodes or relationships are made by one statement. */
const BATCH = 500

/** Statements, each ending with `;` and a line feed. They make an empty database into the graph. */
export async function* toCypher(parts: AsyncIterable<WholePart>): AsyncGenerator<string> {
  for (const statement of schemaStatements('neo4j')) yield `${statement};\n`
  let batch: (WholeNode | WholeEdge)[] = []
  let kind = ''
  const flush = function* () {
    if (batch.length > 0)
      yield 'labels' in (batch[0] as object) ? nodesOf(batch as WholeNode[]) : edgesOf(batch as WholeEdge[])
    batch = []
  }
  for await (const part of parts) {
    const one = 'node' in part ? part.node : part.edge
    const next = 'labels' in one ? one.labels.join(':') : one.type
    if (next !== kind || batch.length === BATCH) yield* flush()
    kind = next
    batch.push(one)
  }
  yield* flush()
}

function nodesOf(nodes: readonly WholeNode[]): string {
  const rows = nodes.map(({ properties }) => literal(properties))
  return `UNWIND [${rows.join(', ')}] AS row CREATE (n${nodes[0]?.labels.map((label) => `:${label}`).join('')}) SET n = row;\n`
}

function edgesOf(edges: readonly WholeEdge[]): string {
  const [{ type, from, to }] = edges as [WholeEdge]
  const rows = edges.map((edge) => literal({ a: edge.from.id, b: edge.to.id, properties: edge.properties }))
  return `UNWIND [${rows.join(', ')}] AS row MATCH (a:${from.kind} {id: row.a}) MATCH (b:${to.kind} {id: row.b}) CREATE (a)-[r:${type}]->(b) SET r = row.properties;\n`
}

type Literal = Value | { readonly [key: string]: Literal }

/** A value as Cypher writes it. */
function literal(value: Literal): string {
  if (typeof value === 'string') return textLiteral(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => `${key}: ${literal(part)}`)
      .join(', ')}}`
  return String(value)
}

/**
 * Neo4j reads `\uXXXX` before it looks for the ends of strings, behind an escaped backslash too: so a backslash of the text
 * stands in a string of its own, with nothing behind it.
 */
function textLiteral(text: string): string {
  const parts = text.split('\\').map((part) => `'${part.replace(/['\n\r\t]/g, (c) => ESCAPES[c] as string)}'`)
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(` + '\\\\' + `)})`
}

const ESCAPES: Record<string, string> = { "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

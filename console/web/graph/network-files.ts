// What is drawn, as files for other programs: GraphML (yEd, igraph, Cytoscape), GEXF (Gephi), Cypher (Neo4j). In: nodes and
// edges. Out: text. Formats: GraphML, graphml.graphdrawing.org; GEXF 1.2, gexf.net; a list is written as its parts joined by "; ".
/// <reference path="./gexf-writer.d.ts" />
import { MultiDirectedGraph } from 'graphology'
import writeGexf from 'graphology-gexf/common/writer.js'
import type { Wire } from '../../../schema/wire.js'
import { colourOf } from '../look/palette.js'
import type { Drawn } from '../state/state.js'
import { escapeMarkup } from './markup.js'
import { nameOf, typeOf } from './node-words.js'
import { textOf } from './plain.js'
import { REPORTED } from './reported.js'

type Flat = string | number | boolean

/** A property as the one value that these formats can hold. */
const flat = (value: Wire): Flat =>
  typeof value === 'number' || typeof value === 'boolean'
    ? value
    : Array.isArray(value)
      ? value.map(textOf).join('; ')
      : textOf(value)

function flatten(properties: Readonly<Record<string, Wire>>): Record<string, Flat> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [[name, flat(value)]])),
  )
}

export function graphmlOf(drawn: Drawn): string {
  const nodes = [...drawn.nodes.values()].map((node) => ({
    id: node.id,
    data: { labels: node.labels.join(';'), caption: nameOf(node), ...flatten(node.properties) },
  }))
  const edges = [...drawn.edges.values()].map((edge) => ({
    edge,
    data: { type: edge.type, ...flatten(edge.properties) },
  }))
  const data = (of: string, values: Record<string, Flat>): string =>
    Object.entries(values)
      .map(([name, value]) => `<data key="${of}-${escapeMarkup(name)}">${escapeMarkup(String(value))}</data>`)
      .join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...keysOf('node', nodes),
    ...keysOf('edge', edges),
    '<graph edgedefault="directed">\n',
    ...nodes.map(({ id, data: values }) => `<node id="${escapeMarkup(id)}">${data('node', values)}</node>\n`),
    ...edges.map(
      ({ edge: { id, start, end }, data: values }) =>
        `<edge id="${escapeMarkup(id)}" source="${escapeMarkup(start)}" target="${escapeMarkup(end)}">${data('edge', values)}</edge>\n`,
    ),
    '</graph>\n</graphml>\n',
  ].join('')
}

/** A property of one name may be of several kinds; then it is written as text. */
function keysOf(of: string, things: readonly { data: Record<string, Flat> }[]): string[] {
  const kinds = new Map<string, string>()
  for (const { data } of things) {
    for (const [name, value] of Object.entries(data)) {
      const kind = typeof value === 'number' ? 'double' : typeof value
      kinds.set(name, (kinds.get(name) ?? kind) === kind ? kind : 'string')
    }
  }
  return [...kinds].map(([name, kind]) => {
    const safe = escapeMarkup(name)
    return `<key id="${of}-${safe}" for="${of}" attr.name="${safe}" attr.type="${kind}"/>\n`
  })
}

/** @param places where the nodes lie, if that is known */
export function gexfOf(drawn: Drawn, places: ReadonlyMap<string, { x: number; y: number }>): string {
  const graph = new MultiDirectedGraph()
  for (const node of drawn.nodes.values())
    graph.addNode(node.id, { label: nameOf(node), of: typeOf(node), ...flatten(node.properties) })
  for (const edge of drawn.edges.values())
    graph.addDirectedEdgeWithKey(edge.id, edge.start, edge.end, { of: edge.type, ...flatten(edge.properties) })
  const clean = (values: Record<string, Flat>): Record<string, Flat> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? withoutControls(value) : value]),
    )
  return writeGexf(graph, {
    version: '1.2',
    formatNode: (id, { label, ...values }) => ({
      label: withoutControls(String(label)),
      attributes: clean(values),
      viz: { ...places.get(id), color: colourOf(String(values.of), 'light') },
    }),
    formatEdge: (_, values) => ({ label: String(values.of), attributes: clean(values) }),
  })
}

/** XML has no way to write these. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')

/** Statements that make again what is drawn; run twice they make it once, by the `id` of each thing. */
export function cypherOf(drawn: Drawn): string {
  const lines: string[] = []
  const keys = new Map<string, string>()
  for (const node of drawn.nodes.values()) {
    const key = literal(node.properties.id ?? node.id)
    const label = node.labels[0] ?? 'Entity'
    keys.set(node.id, `(:${named(label)} {id: ${key}})`)
    const rest = node.labels.slice(1).map((other) => `:${named(other)}`)
    const labels = rest.length === 0 ? '' : ` SET n${rest.join('')}`
    lines.push(`MERGE (n:${named(label)} {id: ${key}})${labels} SET n += ${map(node.properties)};`)
  }
  for (const edge of drawn.edges.values()) {
    const [from, to] = [keys.get(edge.start), keys.get(edge.end)]
    if (from === undefined || to === undefined) continue
    const ends = `${from.replace('(', '(a')}, ${to.replace('(', '(b')}`
    const key = literal(edge.properties.id ?? edge.id)
    const { [REPORTED]: why, ...properties } = edge.properties
    // What a person thinks of a fact is no property of it.
    const remark = typeof why === 'string' ? ` // ${REPORTED}: ${why.replace(/\s+/g, ' ')}` : ''
    const statement = `MATCH ${ends} MERGE (a)-[r:${named(edge.type)} {id: ${key}}]->(b) SET r += ${map(properties)};`
    lines.push(statement + remark)
  }
  return `${lines.join('\n')}\n`
}

const named = (name: string): string => `\`${name.replaceAll('`', '``')}\``

const map = (properties: Readonly<Record<string, Wire>>): string =>
  `{${Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${named(name)}: ${literal(value)}`)
    .join(', ')}}`

const ESCAPES: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function literal(value: Wire): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  if (typeof value === 'string') return `'${value.replace(/[\\'\n\r\t]/g, (c) => ESCAPES[c] ?? c)}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value.kind === 'int') return value.value
  if (value.kind === 'temporal') return `${value.type}('${value.value}')`
  return literal(textOf(value))
}

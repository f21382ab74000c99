// The whole graph in, files for network programs out: GraphML (yEd, igraph, Cytoscape) and GEXF 1.3 (Gephi).
// Things and facts, with what the model says of them; a list is written as its parts joined by "; ".
// Formats: GraphML, graphml.graphdrawing.org; GEXF 1.3, gexf.net.
import { ENTITY_TYPES, RELATION_TYPES } from '../../schema/model.js'
import { type ColumnKind, edgeColumns, nodeColumns } from './columns.js'
import type { Value, WholePart } from './whole.js'
import { escapeXml } from './xml.js'

const flat = (value: Value): string => (Array.isArray(value) ? value.map(String).join('; ') : String(value))

const columns = (): { node: Record<string, ColumnKind>; edge: Record<string, ColumnKind> } => ({
  node: { ...nodeColumns('Entity') },
  edge: Object.assign({}, ...RELATION_TYPES.map(edgeColumns)),
})

/** Both formats have these names for the kinds of values. */
const KINDS: Record<ColumnKind, string> = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  strings: 'string',
  integers: 'string',
}

/** @param parts entities, then facts */
export async function* toGraphML(parts: AsyncIterable<WholePart>): AsyncGenerator<string> {
  const { node, edge } = columns()
  const keys = (of: 'node' | 'edge', named: Record<string, ColumnKind>) =>
    Object.entries({ [of === 'node' ? 'labels' : 'type']: 'string' as const, ...named }).map(
      ([name, kind]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${KINDS[kind]}"/>\n`,
    )
  const data = (of: string, values: Record<string, Value>) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<data key="${of}-${name}">${escapeXml(flat(value))}</data>`)
      .join('')
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield [...keys('node', node), ...keys('edge', edge)].join('')
  yield '<graph edgedefault="directed">\n'
  for await (const part of parts) {
    if ('node' in part) {
      const { id, labels, properties } = part.node
      yield `<node id="${escapeXml(id)}">${data('node', { labels: labels.at(-1) ?? '', ...properties })}</node>\n`
    } else {
      const { type, from, to, properties } = part.edge
      yield `<edge source="${escapeXml(from.id)}" target="${escapeXml(to.id)}">${data('edge', { type, ...properties })}</edge>\n`
    }
  }
  yield '</graph>\n</graphml>\n'
}

/** @param parts entities, then facts */
export async function* toGexf(parts: AsyncIterable<WholePart>): AsyncGenerator<string> {
  const { node, edge } = columns()
  const attributes = (of: string, named: Record<string, ColumnKind>) =>
    `<attributes class="${of}">${Object.entries(named)
      .map(([name, kind]) => `<attribute id="${name}" title="${name}" type="${KINDS[kind]}"/>`)
      .join('')}</attributes>\n`
  const values = (properties: Readonly<Record<string, Value>>) =>
    `<attvalues>${Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<attvalue for="${name}" value="${escapeXml(flat(value))}"/>`)
      .join('')}</attvalues>`
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph defaultedgetype="directed" mode="static">\n'
  yield attributes('node', { type: 'string', ...node }) + attributes('edge', { type: 'string', ...edge })
  yield '<nodes>\n'
  let inEdges = false
  let edges = 0
  for await (const part of parts) {
    if ('node' in part) {
      const { id, labels, properties } = part.node
      const type = ENTITY_TYPES.find((one) => labels.includes(one)) ?? ''
      yield `<node id="${escapeXml(id)}" label="${escapeXml(String(properties.name ?? id))}">${values({ type, ...properties })}</node>\n`
    } else {
      if (!inEdges) yield '</nodes>\n<edges>\n'
      inEdges = true
      const { type, from, to, properties } = part.edge
      yield `<edge id="${edges++}" source="${escapeXml(from.id)}" target="${escapeXml(to.id)}" label="${type}">${values({ type, ...properties })}</edge>\n`
    }
  }
  yield `${inEdges ? '' : '</nodes>\n<edges>\n'}</edges>\n</graph>\n</gexf>\n`
}

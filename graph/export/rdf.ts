// The whole graph in, RDF 1.1 N-Triples out. Things and records are `urn:wentu:KIND:ID`, words of the model `urn:wentu:model:WORD`;
// a fact is a triple, and each statement of it a resource with the quote and, as PROV-O has it, the document it is quoted from.
import { DataFactory, type Quad_Object, Writer } from 'n3'
import { ENTITY_TYPES } from '../../schema/model.js'
import type { Value, WholePart } from './whole.js'

const { namedNode, literal, quad } = DataFactory
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const RDFS_LABEL = namedNode('http://www.w3.org/2000/01/rdf-schema#label')
const PROV_QUOTED = namedNode('http://www.w3.org/ns/prov#wasQuotedFrom')
const INTEGER = namedNode('http://www.w3.org/2001/XMLSchema#integer')
const DOUBLE = namedNode('http://www.w3.org/2001/XMLSchema#double')
const BOOLEAN = namedNode('http://www.w3.org/2001/XMLSchema#boolean')

const thing = (kind: string, id: string) => namedNode(`urn:wentu:${kind}:${encodeURIComponent(id)}`)
const word = (name: string) => namedNode(`urn:wentu:model:${name}`)

/** One triple a line; the properties of a relationship lie with its statements, since RDF 1.1 has none of its own. */
export async function* toRdf(parts: AsyncIterable<WholePart>): AsyncGenerator<string> {
  const writer = new Writer({ format: 'N-Triples' })
  for await (const part of parts) {
    const quads = 'node' in part ? nodeQuads(part.node) : edgeQuads(part.edge)
    yield quads.map((one) => writer.quadToString(one.subject, one.predicate, one.object)).join('')
  }
}

function nodeQuads({ kind, id, labels, properties }: Extract<WholePart, { node: unknown }>['node']) {
  const subject = thing(kind, id)
  const type = ENTITY_TYPES.find((one) => labels.includes(one)) ?? kind
  const values = Object.entries(properties).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => {
      const object = objectOf(one)
      return object ? [quad(subject, word(name), object)] : []
    }),
  )
  const label = properties.name ?? properties.title
  return [
    quad(subject, RDF_TYPE, word(type)),
    ...(typeof label === 'string' ? [quad(subject, RDFS_LABEL, literal(label, 'zh'))] : []),
    ...values,
  ]
}

function edgeQuads({ type, from, to }: Extract<WholePart, { edge: unknown }>['edge']) {
  const [subject, object] = [thing(from.kind, from.id), thing(to.kind, to.id)]
  return [quad(subject, type === 'STATED_IN' ? PROV_QUOTED : word(type), object)]
}

function objectOf(value: Value): Quad_Object | undefined {
  if (typeof value === 'string') return literal(value)
  if (typeof value === 'number') return literal(String(value), Number.isInteger(value) ? INTEGER : DOUBLE)
  return typeof value === 'boolean' ? literal(String(value), BOOLEAN) : undefined
}

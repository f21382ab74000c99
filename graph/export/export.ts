// An open graph and the name of a format in, the text or the files of that format out. The only place that knows all of them.
import type { Graph } from '../connect.js'
import { dump } from '../dump.js'
import { type Piece, toAdminImport, toTables } from './comma-separated.js'
import { toCypher } from './cypher-script.js'
import { toGexf, toGraphML } from './network.js'
import { toRdf } from './rdf.js'
import { readWhole } from './whole.js'

export type TextFormat = 'jsonl' | 'cypher' | 'graphml' | 'gexf' | 'rdf'
export type FolderFormat = 'csv' | 'neo4j-admin'

/** The text of a format, in pieces. */
export async function* exportText(graph: Graph, format: TextFormat): AsyncGenerator<string> {
  if (format === 'jsonl') for await (const line of dump(graph)) yield `${line}\n`
  else if (format === 'cypher') yield* toCypher(readWhole(graph, 'all'))
  else if (format === 'rdf') yield* toRdf(readWhole(graph, 'evidence'))
  else if (format === 'gexf') yield* toGexf(readWhole(graph, 'facts'))
  else yield* toGraphML(readWhole(graph, 'facts'))
}

/** The files of a format, in pieces, each with the name of its file. */
export function exportFiles(graph: Graph, format: FolderFormat): AsyncGenerator<Piece> {
  return format === 'csv' ? toTables(readWhole(graph, 'facts')) : toAdminImport(readWhole(graph, 'all'))
}

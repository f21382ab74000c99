// wentu export: the graph as files of other programs.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Command, Option } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { writeFolder } from '../folder.js'
import { note } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

const FORMATS = ['jsonl', 'neo4j-admin', 'cypher', 'graphml', 'gexf', 'csv', 'rdf'] as const

interface Options extends TargetOptions {
  format: (typeof FORMATS)[number]
  out?: string
}

const EXAMPLES = `
  jsonl        all, as wentu dump prints it; wentu import takes it back
  neo4j-admin  all, a folder of files: neo4j-admin @import.args, then after-import.cypher
  cypher       all, statements for an empty Neo4j
  rdf          things, facts and evidence, N-Triples with PROV-O
  graphml      things and facts, for yEd, igraph, Cytoscape
  gexf         things and facts, for Gephi
  csv          things and facts, a folder of two tables for a spreadsheet

Examples:
  wentu export --format gexf > graph.gexf
  wentu export --format neo4j-admin --out import/`

export function exportCommand(): Command {
  const command = new Command('export')
    .summary('write the graph as files of other programs')
    .description('Writes the graph in one of these formats:')
    .addOption(new Option('--format <format>', 'which').choices(FORMATS).makeOptionMandatory())
    .option('--out <path>', 'the file, or for csv and neo4j-admin the folder, to write to (default: standard output)')
    .addHelpText('after', EXAMPLES)
    .action(run)
  return takesTarget(command)
}

async function run(options: Options): Promise<void> {
  const { format, out } = options
  const folder = format === 'csv' || format === 'neo4j-admin'
  if (folder && out === undefined)
    throw new Fault('usage', `--format ${format} writes several files: give a folder with --out.`)
  await withGraph(options, async (graph) => {
    const { exportFiles, exportText } = await import('../../../graph/export/export.js')
    if (folder) {
      await writeFolder(out as string, exportFiles(graph, format))
      if (format === 'neo4j-admin')
        note(`cd ${out}, then neo4j-admin @import.args, and when Neo4j runs cypher-shell -f after-import.cypher`)
    } else await writeText(out, exportText(graph, format))
  })
}

async function writeText(out: string | undefined, pieces: AsyncIterable<string>): Promise<void> {
  const stream = out === undefined ? process.stdout : createWriteStream(out)
  const failed = once(stream, 'error').then(([cause]) => {
    throw new Fault('input', `${out}: cannot be written (${(cause as Error).message}).`)
  })
  failed.catch(() => {})
  for await (const piece of pieces) if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed])
  if (out !== undefined) await Promise.race([new Promise<void>((done) => stream.end(() => done())), failed])
}

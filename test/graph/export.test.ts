// What goes out of the graph: other readers of each format find in it what the graph holds, hostile text included.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { MultiDirectedGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../graph/connect.js'
import { dump, dumpHash } from '../../graph/dump.js'
import { exportFiles, exportText, type TextFormat } from '../../graph/export/export.js'
import { query } from '../../graph/query.js'
import { restore } from '../../graph/restore.js'
import { prepare, writeDocuments } from '../../graph/write.js'
import { engines, type OpenEngine } from './engines.js'
import { startNeo4j, whyNoNeo4j } from './neo4j-server.js'
import { li, SHEETS } from './rig.js'
import { makeDocument, type Sheet } from './sample.js'

const HOSTILE = `"';\\u0027 \\n<img src=x onerror=alert(1)>|\\ \`=1+1\` \u202e,\u2028\r\n]]>&amp;`
const SHEETS_OUT: Sheet[] = [
  ...SHEETS,
  {
    id: 'h',
    title: HOSTILE,
    says: [
      {
        from: { ...li, aliases: [HOSTILE] },
        type: 'HOLDS_POST',
        to: { type: 'Post', key: HOSTILE, name: `=${HOSTILE}` },
      },
    ],
  },
]

const [local] = await engines()
const noNeo4j = await whyNoNeo4j()
let open: OpenEngine
let hash: string
beforeAll(async () => {
  open = await (local as NonNullable<typeof local>).open()
  await prepare(open.graph)
  await writeDocuments(open.graph, SHEETS_OUT.map(makeDocument))
  hash = await dumpHash(open.graph)
})
afterAll(() => open.close())

const text = async (format: TextFormat): Promise<string> => {
  let all = ''
  for await (const piece of exportText(open.graph, format)) all += piece
  return all
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function files(format: 'csv' | 'neo4j-admin'): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const { file, text } of exportFiles(open.graph, format)) found.set(file, (found.get(file) ?? '') + text)
  return found
}

async function count(cypher: string): Promise<number> {
  const { rows } = await query(open.graph, `${cypher} AS n`)
  return Number(rows[0]?.[0])
}
const things = () => count('MATCH (e:Entity) RETURN count(e)')
const facts = () => count('MATCH (:Entity)-[r]->(:Entity) RETURN count(r)')
const hostileName = `=${HOSTILE}`

/** No text of a document ends a statement: a line feed in it is escaped. */
const statementsOf = (script: string): string[] => script.split(/;\n/).filter((one) => one.trim() !== '')

describe('files for other programs', () => {
  test.each(['graphml', 'gexf'] as const)('%s is read by another library', async (format) => {
    const source = await text(format)
    const network =
      format === 'gexf' ? gexf.parse(MultiDirectedGraph, source) : graphml.parse(MultiDirectedGraph, source)
    expect([network.order, network.size]).toEqual([await things(), await facts()])
    const names = network.mapNodes((_, attributes) => attributes.name)
    expect(names).toContain(hostileName)
  })

  test('RDF: each fact a triple, each statement quoted from its document', async () => {
    const quads = new Parser({ format: 'N-Triples' }).parse(await text('rdf'))
    const of = (name: string) => quads.filter(({ predicate }) => predicate.value.endsWith(name))
    expect(of(':HOLDS_POST')).toHaveLength(await count('MATCH ()-[r:HOLDS_POST]->() RETURN count(r)'))
    expect(of('#wasQuotedFrom')).toHaveLength(await count('MATCH (s:Statement) RETURN count(s)'))
    expect(quads.map(({ object }) => object.value)).toContain(hostileName)
  })

  test('tables for a spreadsheet hold no formula', async () => {
    const tables = await files('csv')
    const [nodes, edges] = ['nodes.csv', 'edges.csv'].map(
      (name) => parseCsv(tables.get(name) ?? '', { bom: true, columns: true }) as Record<string, string>[],
    )
    expect(nodes).toHaveLength(await things())
    expect(edges).toHaveLength(await facts())
    expect(nodes?.map(({ name }) => name)).toContain(`'${hostileName}`)
    for (const row of [...(nodes ?? []), ...(edges ?? [])])
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@-]/)
  })
})

describe('and back', () => {
  test('a dump is taken back whole, and again without a change', async () => {
    const lines: string[] = []
    for await (const line of dump(open.graph)) lines.push(line)
    async function* again() {
      yield* lines
    }
    await open.clear()
    await prepare(open.graph)
    for (let i = 0; i < 2; i++) {
      expect(await restore(open.graph, again, 'x.jsonl')).toEqual({ documents: SHEETS_OUT.length, judgements: 0 })
      expect(await dumpHash(open.graph)).toBe(hash)
    }
  })

  test.each([
    ['{"x":1}', /^x\.jsonl:1: no line of a dump/],
    ['{', /^x\.jsonl:1: no valid JSON/],
  ])('what is no dump is refused: %s', async (line, why) => {
    async function* lines() {
      yield line
    }
    await expect(restore(open.graph, lines, 'x.jsonl')).rejects.toThrow(why)
    expect(await dumpHash(open.graph)).toBe(hash)
  })
})

describe.skipIf(noNeo4j !== undefined)('in a real Neo4j', () => {
  test('neo4j-admin imports the files, and the graph has the same hash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wentu-export-'))
    folders.push(folder)
    for (const [file, content] of await files('neo4j-admin')) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content)
    }
    const server = await startNeo4j(folder)
    const graph = await connect(server)
    try {
      expect(await dumpHash(graph)).toBe(hash)
      for (const statement of statementsOf((await files('neo4j-admin')).get('after-import.cypher') ?? ''))
        await query(graph, statement, { write: true })
      expect((await query(graph, 'MATCH (e:Entity) WHERE e.aliases IS NULL RETURN e')).rows).toEqual([])
      // Statements make the same graph in an empty database.
      await query(graph, 'MATCH (n) DETACH DELETE n', { write: true })
      for (const statement of statementsOf(await text('cypher'))) await query(graph, statement, { write: true })
      expect(await dumpHash(graph)).toBe(hash)
    } finally {
      await graph.close()
      await server.stop()
    }
  }, 300_000)
})

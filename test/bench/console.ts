// The page of the console in figures, beside a bare sigma page that draws the same graph and nothing else, in one headless browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { type Served, serveQuestions } from '../../console/server/serve.js'
import { Fault } from '../../schema/fault.js'
import { type SavedView, View } from '../../schema/keeping.js'
import type { Wire } from '../../schema/wire.js'
import { type Browser, noBrowser, startBrowser } from '../console/browser.js'
import { sampleQuestions } from '../console/sample.js'
import { type Bare, serveBare } from './console/bare.js'
import { firstFrame, firstPaint, heap, middle, panRate, until, WATCH } from './console/measure.js'
import { networkOf } from './console/network.js'

const SIZE = { width: 1280, height: 720 }
const SIDE = { nodes: 1000, edges: 2000 }
const SMALL = { nodes: 300, edges: 600 }
/** Opened from a kept view. */
const LARGE = { nodes: 100_000, edges: 200_000 }
const CROWD = { nodes: 10_000, edges: 20_000 }
const PAN_SECONDS = 6
const TURNS = 3
const OPENINGS = 7
const WARMING = 2
const QUERIES = 50
const ASSETS = fileURLToPath(new URL('../../console/web/assets/', import.meta.url))

interface Sides {
  browser: Browser
  bare: Bare
}

/** @param args names of parts (size, paint, frame, pan, memory, large); none: all */
export async function bench(args: string[]): Promise<void> {
  if (noBrowser !== undefined) throw new Fault('input', noBrowser)
  if (!existsSync(ASSETS)) throw new Fault('input', 'The page is not built: npm run build.')
  const parts = { size, paint, frame, pan, memory, large }
  const browser = await startBrowser()
  const bare = await serveBare()
  try {
    for (const [name, part] of Object.entries(parts))
      if (args.length === 0 || args.includes(name)) console.log(`${name.padEnd(7)} ${await part({ browser, bare })}`)
  } finally {
    await browser.close()
    await bare.close()
  }
}

async function size(): Promise<string> {
  const kib = (names: string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / 1024
  const all = readdirSync(ASSETS).filter((name) => !name.endsWith('.map'))
  const index = readFileSync(join(ASSETS, '../index.html'), 'utf8')
  const first = all.filter((name) => index.includes(name))
  return `${kib(first).toFixed(0)} KiB gzip before the first paint, ${kib(all).toFixed(0)} KiB with all that is loaded later`
}

async function paint({ browser }: Sides): Promise<string> {
  const server = await serveNetworks(SIDE)
  const times: number[] = []
  for (let turn = 0; turn < OPENINGS; turn++) {
    const page = await open(browser, server.url)
    times.push(await firstPaint(page))
    await page.close()
  }
  await server.close()
  return `first paint on loopback after ${middle(times).toFixed(0)} ms (slowest ${Math.max(...times).toFixed(0)} ms)`
}

async function frame({ browser, bare }: Sides): Promise<string> {
  const server = await serveNetworks(SIDE)
  const ours = await open(browser, server.url)
  await settled(ours)
  const theirs = await open(browser, bare.url)
  const times: { page: number[]; bare: number[] } = { page: [], bare: [] }
  // What is compiled and what is cached is so on both sides: the first turns are not counted.
  for (let turn = -WARMING; turn < OPENINGS; turn++) {
    const { nodes, edges, seed } = sizeOf(SIDE, turn + WARMING)
    const page = await firstFrame(ours, '/api/run', () => ask(ours), nodes)
    await settled(ours)
    bare.draw(networkOf(nodes, edges, seed))
    const bareMs = await firstFrame(theirs, '/graph', () => theirs.evaluate('void draw()'), nodes)
    if (turn < 0) continue
    times.page.push(page)
    times.bare.push(bareMs)
  }
  await ours.close()
  await theirs.close()
  await server.close()
  const [a, b] = [middle(times.page), middle(times.bare)]
  return `${told(SIDE)}: first frame ${a.toFixed(0)} ms after the answer, bare ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)} (at most 1.5)`
}

async function pan({ browser, bare }: Sides): Promise<string> {
  const server = await serveNetworks(CROWD)
  const { nodes, edges, seed } = sizeOf(CROWD, 0)
  bare.draw(networkOf(nodes, edges, seed))
  const ours = await open(browser, server.url)
  await firstFrame(ours, '/api/run', () => ask(ours), nodes)
  await settled(ours)
  const theirs = await open(browser, bare.url)
  await firstFrame(theirs, '/graph', () => theirs.evaluate('void draw()'), nodes)
  const rates: { page: number[]; bare: number[] } = { page: [], bare: [] }
  for (let turn = 0; turn < TURNS; turn++) {
    rates.page.push(await panRate(ours, PAN_SECONDS))
    rates.bare.push(await panRate(theirs, PAN_SECONDS))
  }
  await ours.close()
  await theirs.close()
  await server.close()
  const [a, b] = [middle(rates.page), middle(rates.bare)]
  return `${told(CROWD)}: panned at ${a.toFixed(2)} frames/s, bare ${b.toFixed(2)}, ratio ${(a / b).toFixed(2)} (at least 0.9)`
}

async function memory({ browser }: Sides): Promise<string> {
  const server = await serveNetworks(SMALL)
  const page = await open(browser, server.url)
  const once = async (turn: number): Promise<void> => {
    await firstFrame(page, '/api/run', () => ask(page), sizeOf(SMALL, turn).nodes)
    await settled(page)
  }
  await once(0)
  const first = await heap(page)
  for (let turn = 1; turn < QUERIES; turn++) await once(turn)
  const last = await heap(page)
  await page.close()
  await server.close()
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)
  return `after ${QUERIES} queries of ${told(SMALL)} ${mib(last)} MiB, after the first ${mib(first)} MiB, ratio ${(last / first).toFixed(2)} (at most 1.3)`
}

async function large({ browser, bare }: Sides): Promise<string> {
  const { graph, places, view } = largeView()
  const nodes = new Map(graph.nodes.map((node) => [String(node.properties.id), node]))
  const edges = new Map(graph.relationships.map((edge) => [String(edge.properties.id), edge]))
  const server = await serveQuestions({
    port: 0,
    questions: sampleQuestions({
      view: async () => view,
      pieces: async (nodeIds, edgeIds) => ({
        nodes: nodeIds.flatMap((id) => nodes.get(id) ?? []),
        relationships: edgeIds.flatMap((id) => edges.get(id) ?? []),
        truncated: false,
      }),
    }),
  })
  bare.draw({ ...graph, places })
  const theirs = await open(browser, bare.url)
  const bareMs = await firstFrame(theirs, '/graph', () => theirs.evaluate('void draw()'), LARGE.nodes)
  const bareRate = await panRate(theirs, PAN_SECONDS)
  await theirs.close()
  const ours = await open(browser, server.url)
  await settled(ours)
  const url = new URL(server.url)
  url.hash = 'view=large'
  const show = () => ours.evaluate(`void (location.hash = ${JSON.stringify(url.hash)})`)
  const ms = await firstFrame(ours, '/api/pieces', show, LARGE.nodes)
  const rate = await panRate(ours, PAN_SECONDS)
  const started = Date.now()
  await ours.getByRole('application').press('ArrowRight')
  await ours.locator('.node-name').waitFor({ timeout: 120_000 })
  const chosen = Date.now() - started
  const bytes = await heap(ours)
  await ours.close()
  await server.close()
  return (
    `${told(LARGE)} from stored places: first frame ${ms.toFixed(0)} ms after the last answer, bare ${bareMs.toFixed(0)} ms, ` +
    `ratio ${(ms / bareMs).toFixed(2)}; panned at ${rate.toFixed(2)} frames/s, bare ${bareRate.toFixed(2)}, ratio ${(rate / bareRate).toFixed(2)}; ` +
    `a node is chosen by key after ${chosen} ms; ${(bytes / 2 ** 20).toFixed(0)} MiB`
  )
}

function largeView() {
  const graph = networkOf(LARGE.nodes, LARGE.edges)
  const places = graph.nodes.map((_, i): [number, number] => {
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    return [Math.round(100 * Math.sqrt(i) * Math.cos(angle)), Math.round(100 * Math.sqrt(i) * Math.sin(angle))]
  })
  const keys = graph.nodes.map(({ properties }) => String(properties.id))
  const view: SavedView = {
    id: 'large',
    name: 'large',
    saved: new Date(0).toISOString(),
    query: '',
    view: View.parse({
      query: '',
      limit: 1000,
      tab: 'graph',
      pieces: { nodes: keys, edges: graph.relationships.map(({ properties }) => String(properties.id)) },
      positions: Object.fromEntries(keys.map((key, i) => [key, places[i] ?? [0, 0]])),
    }),
  }
  return { graph, places, view }
}

const told = ({ nodes, edges }: { nodes: number; edges: number }): string =>
  `${nodes.toLocaleString('en')} nodes, ${edges.toLocaleString('en')} edges`

async function open(browser: Browser, url: string): Promise<Page> {
  const { page } = await browser.open(url, SIZE, WATCH)
  return page
}

/** Runs the one query that is written in the editor: each time the server answers it with another graph. */
async function ask(page: Page): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Cypher 查询' })
  if ((await editor.textContent())?.includes('MATCH') !== true) await editor.fill('MATCH (a)-[r]->(b) RETURN a, r, b')
  await editor.press('Control+Enter')
}

/** Waits until the layout has come to rest. */
async function settled(page: Page): Promise<void> {
  await until(page, `document.querySelector('.canvas')?.ariaBusy === 'false'`)
}

/** The network of a turn: one node more each time, by which the canvas tells that it is the new one that it shows. */
function sizeOf({ nodes, edges }: { nodes: number; edges: number }, turn: number) {
  return { nodes: nodes + turn, edges, seed: turn + 1 }
}

/** The page over networks of about a size, another for each query. */
function serveNetworks(about: { nodes: number; edges: number }): Promise<Served> {
  let asked = 0
  return serveQuestions({
    port: 0,
    questions: sampleQuestions({
      query: async ({ limit }) => {
        const { nodes, edges, seed } = sizeOf(about, asked++)
        const graph = networkOf(nodes, edges, seed)
        const at = new Map(graph.nodes.map((node) => [node.id, node]))
        const loose = new Set(at.keys())
        const rows: Wire[][] = graph.relationships.map((edge) => {
          // Each node once: the server would send as much for any row, but the bare page gets it once too.
          const ends = [edge.start, edge.end].map((id) => (loose.delete(id) ? (at.get(id) ?? null) : null))
          return [ends[0] ?? null, edge, ends[1] ?? null]
        })
        for (const id of loose) rows.push([at.get(id) ?? null, null, null])
        return { columns: ['a', 'r', 'b'], rows, truncated: false, limit, ms: 1 }
      },
    }),
  })
}

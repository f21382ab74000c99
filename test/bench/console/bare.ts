// The bare page, built and served. In: the graph it is to draw. Out: its address.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { GraphAnswer } from '../../../schema/answer.js'

// Run from .build/test/bench/console, of which the page is no part.
const SOURCE = fileURLToPath(new URL('../../../../test/bench/console/', import.meta.url))
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export type PlacedGraph = GraphAnswer & { places?: [number, number][] }

export interface Bare {
  url: string
  /** What it draws from now on. */
  draw(graph: PlacedGraph): void
  close(): Promise<void>
}

export async function serveBare(): Promise<Bare> {
  const out = await mkdtemp(join(tmpdir(), 'wentu-bare-'))
  await build({
    configFile: false,
    root: SOURCE,
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: join(SOURCE, 'bare.html') } },
  })
  let answer = '{}'
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/graph') {
      response.setHeader('content-type', 'application/json')
      response.end(answer)
      return
    }
    const body = await readFile(join(out, path === '/' ? 'bare.html' : path)).catch(() => undefined)
    response.statusCode = body === undefined ? 404 : 200
    response.setHeader('content-type', TYPES[extname(path) || '.html'] ?? 'application/octet-stream')
    response.end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    draw: (graph) => {
      answer = JSON.stringify(graph)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await rm(out, { recursive: true, force: true })
    },
  }
}

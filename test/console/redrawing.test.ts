// What is drawn when the graph beneath it changes: two things become one, or one two again; and drawings of many names.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { api } from '../../console/web/api.js'
import { reduce } from '../../console/web/state/reduce.js'
import { type Action, firstState, type State } from '../../console/web/state/state.js'
import type { GraphAnswer } from '../../schema/answer.js'
import type { WireNode, WireRelationship } from '../../schema/wire.js'

const entity = (id: string, made = 1): WireNode => ({
  kind: 'node',
  id: `${made}:${id}`,
  labels: ['Entity', 'Group'],
  properties: { id, name: id },
})
const fact = (id: string, start: string, end: string, made = 1): WireRelationship => ({
  kind: 'relationship',
  id: `${made}:${id}`,
  type: 'INSPECTS',
  start: `${made}:${start}`,
  end: `${made}:${end}`,
  properties: { id },
})
const graphOf = (nodes: WireNode[], relationships: WireRelationship[]): GraphAnswer => ({
  nodes,
  relationships,
  truncated: false,
})
const act = (...actions: Action[]): State => actions.reduce(reduce, firstState('zh', 'light'))

describe('what is drawn', () => {
  const sentence: WireNode = { kind: 'node', id: '1:s', labels: ['Statement'], properties: { id: 's' } }
  const before = act(
    {
      type: 'overviewed',
      graph: graphOf(
        [entity('a'), entity('b'), entity('place'), sentence],
        [fact('a-place', 'a', 'place'), fact('b-place', 'b', 'place'), fact('gone', 'a', 'b')],
      ),
    },
    { type: 'see/dragged', places: new Map([['1:a', { x: 1, y: 2 }]]) },
    { type: 'see/pinned', nodes: ['1:b'] },
    { type: 'selected', selection: { kind: 'node', id: '1:b' } },
  )
  // The engine made all anew, with ids of its own; of two facts one is left.
  const merged = graphOf([entity('a', 2), entity('place', 2)], [fact('a-place', 'a', 'place', 2)])

  test('after two things became one is that one, where it was, with what both are linked to', () => {
    const after = reduce(before, { type: 'see/redrawn', graph: merged, of: ['b', 'a'] })
    expect([...after.drawn.nodes.keys()]).toEqual(['2:a', '2:place', '1:s'])
    expect([...after.drawn.edges.keys()]).toEqual(['2:a-place'])
    expect(after.seeing.places.get('2:a')).toEqual({ x: 1, y: 2 })
    expect([...after.seeing.pinned]).toEqual(['2:a'])
    expect(after.selection).toEqual({ kind: 'node', id: '2:a' })
    expect(reduce(after, { type: 'see/undid' }).drawn).toBe(after.drawn)
  })

  test('after that was taken back is both again', () => {
    const one = reduce(before, { type: 'see/redrawn', graph: merged, of: ['a', 'b'] })
    const two = graphOf(
      [entity('a', 3), entity('b', 3), entity('place', 3)],
      [fact('a-place', 'a', 'place', 3), fact('b-place', 'b', 'place', 3)],
    )
    const after = reduce(one, { type: 'see/redrawn', graph: two, of: ['a', 'b'] })
    expect([...after.drawn.nodes.keys()].sort()).toEqual(['1:s', '3:a', '3:b', '3:place'])
    expect([...after.drawn.edges.keys()].sort()).toEqual(['3:a-place', '3:b-place'])
  })
})

describe('many names', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('are asked for in parts, and an edge between two parts is not lost', async () => {
    const names = Array.from({ length: 8001 }, (_, i) => `k${i}`)
    const asked: { nodes: string[]; edges: string[] }[] = []
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      const ask = JSON.parse(body)
      asked.push(ask)
      const ends: Record<string, [string, string]> = { across: ['k0', 'k8000'], loose: ['k0', 'elsewhere'] }
      return Response.json(
        graphOf(
          ask.nodes.map((id: string) => entity(id)),
          ask.edges.map((id: string) => fact(id, ...(ends[id] ?? ['', '']))),
        ),
      )
    })
    const found = await api.pieces(names, ['across', 'loose'])
    expect(asked.map(({ nodes, edges }) => [nodes.length, edges.length])).toEqual([
      [8000, 2],
      [1, 0],
    ])
    expect(found.nodes).toHaveLength(8001)
    expect(found.relationships.map(({ id }) => id)).toEqual(['1:across'])
  })
})

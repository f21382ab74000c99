// Rows to nodes and edges, nodes and edges to graphology, places, marks in text, files.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../console/web/graph/build.js'
import { collectGraph } from '../../console/web/graph/collect.js'
import { tableOf } from '../../console/web/graph/files.js'
import { prepareForce } from '../../console/web/graph/force.js'
import { applyPlaces, layoutTask } from '../../console/web/graph/layout.js'
import { cutIntoPieces, findNames } from '../../console/web/graph/marks.js'
import { nameOf, typeOf } from '../../console/web/graph/node-words.js'
import { csvOf, plainOf, textOf } from '../../console/web/graph/plain.js'
import { spread } from '../../console/web/graph/spread.js'
import type { Wire, WireNode, WireRelationship } from '../../schema/wire.js'
import { CHAIRED, CONVEYED, GROUP, LEADS, MEETING, ODD, PERSON, SPOKE } from './sample.js'

const edge = (id: string, start: string, end: string): WireRelationship => ({
  kind: 'relationship',
  id,
  type: 'T',
  start,
  end,
  properties: {},
})
const node = (id: string): WireNode => ({ kind: 'node', id, labels: [], properties: {} })
const drawn = (nodes: WireNode[], edges: WireRelationship[]) => ({
  nodes: new Map(nodes.map((one) => [one.id, one])),
  edges: new Map(edges.map((one) => [one.id, one])),
})

describe('rows to nodes and edges', () => {
  test.each<[string, Wire[], string[], string[]]>([
    ['nodes and relationships', [PERSON, CHAIRED, MEETING], [PERSON.id, MEETING.id], [CHAIRED.id]],
    ['inside lists and maps', [[[PERSON]], { kind: 'map', entries: { a: [MEETING] } }], [PERSON.id, MEETING.id], []],
    [
      'paths',
      [{ kind: 'path', nodes: [PERSON, MEETING], relationships: [CHAIRED] }],
      [PERSON.id, MEETING.id],
      [CHAIRED.id],
    ],
    ['a relationship alone keeps its ends', [CHAIRED], [PERSON.id, MEETING.id], [CHAIRED.id]],
    ["a user's own map is no node", [{ kind: 'map', entries: { kind: 'node', id: 'x' } }], [], []],
    ['values', [1, 'a', null, true, { kind: 'int', value: '9' }], [], []],
  ])('%s', (_, row, nodes, edges) => {
    const found = collectGraph([row])
    expect([...found.nodes.keys()]).toEqual(nodes)
    expect([...found.edges.keys()]).toEqual(edges)
  })

  test.each([
    [{ labels: ['Entity', 'Person'] }, 'Person'],
    [{ labels: ['Foo', 'Entity'] }, 'Foo'],
    [{ labels: ['Statement'] }, 'Statement'],
    [{ labels: ['Entity'] }, ''],
    [{ labels: [] }, ''],
  ])('the type of %o is %j', (labels, type) => expect(typeOf(labels)).toBe(type))

  test('a document is named by its title, a statement by its quote', () => {
    expect(nameOf({ ...node('x'), properties: { id: '1', title: '通报' } })).toBe('通报')
    expect(nameOf({ ...node('x'), properties: { id: '1', quote: '某某主持' } })).toBe('某某主持')
    expect(nameOf(node('x'))).toBe('')
  })
})

describe('graphology', () => {
  test('parallel edges bend apart on the screen whichever way they point; a single one is straight', () => {
    const back = { ...edge('back', MEETING.id, PERSON.id) }
    const { graph } = buildGraph(drawn([PERSON, MEETING, ODD], [CHAIRED, SPOKE, back, CONVEYED]))
    expect(graph.getEdgeAttribute(CONVEYED.id, 'curvature')).toBe(0)
    // Seen from one end, an edge that points back bends to the other side for the same sign.
    const bends = [CHAIRED.id, SPOKE.id, 'back'].map(
      (id) => graph.getEdgeAttribute(id, 'curvature') * (graph.source(id) === PERSON.id ? 1 : -1),
    )
    expect(new Set(bends.map((bend) => bend.toFixed(3))).size).toBe(3)
  })

  test('self-loops are kept and counted', () => {
    const loops = [edge('l1', PERSON.id, PERSON.id), edge('l2', PERSON.id, PERSON.id)]
    const { graph } = buildGraph(drawn([PERSON], loops))
    expect(graph.size).toBe(2)
    expect(graph.getNodeAttribute(PERSON.id, 'loops')).toBe(2)
  })

  test('what stays keeps its place, what goes is dropped, what is new comes near its neighbour', () => {
    const first = buildGraph(drawn([PERSON, MEETING], [CHAIRED]))
    expect(first.placeless).toBe(2)
    first.graph.mergeNodeAttributes(PERSON.id, { x: 500, y: 500 })
    const { graph, placeless } = buildGraph(drawn([PERSON, GROUP], [LEADS]), { before: first.graph })
    expect(placeless).toBe(1)
    expect(graph.nodes()).toEqual([PERSON.id, GROUP.id])
    expect(graph.getNodeAttributes(PERSON.id)).toMatchObject({ x: 500, y: 500 })
    const { x, y } = graph.getNodeAttributes(GROUP.id)
    expect(Math.hypot(x - 500, y - 500)).toBeLessThan(30)
  })

  test('the graph equals what is drawn, whatever was drawn before', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const some = fc.array(fc.tuple(ids, ids), { maxLength: 8 }).map((pairs) => {
      const edges = pairs.map(([from, to], index) => edge(`${index}${from}${to}`, from, to))
      return drawn(pairs.flat().map(node), edges)
    })
    fc.assert(
      fc.property(some, some, (before, now) => {
        const { graph } = buildGraph(now, { before: buildGraph(before).graph })
        expect(graph.nodes().sort()).toEqual([...now.nodes.keys()].sort())
        expect(graph.edges().sort()).toEqual([...now.edges.keys()].sort())
        graph.forEachNode((_, { x, y }) => expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true))
      }),
    )
  })
})

describe('places', () => {
  test('the layout keeps neighbours closer than strangers and leaves no two in one spot', () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`)
    const ring = names.map((name, i) => edge(`e${i}`, name, names[(i + 1) % 12] ?? ''))
    const { graph } = buildGraph(drawn(names.map(node), ring))
    const { nodes, task } = layoutTask(graph)
    const force = prepareForce(task)
    for (let i = 0; i < 300; i++) force.iterate()
    applyPlaces(graph, nodes, force.finish())
    const distance = (a: string, b: string): number => {
      const [one, other] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)]
      return Math.hypot(one.x - other.x, one.y - other.y)
    }
    expect(distance('n0', 'n1')).toBeLessThan(distance('n0', 'n6'))
    for (const a of names) for (const b of names) if (a !== b) expect(distance(a, b)).toBeGreaterThan(0.1)
  })

  test('a layout of nothing, and of one node, is finite', () => {
    for (const nodes of [[], [node('a')]]) {
      const force = prepareForce(layoutTask(buildGraph(drawn(nodes, [])).graph).task)
      for (let i = 0; i < 10; i++) force.iterate()
      expect([...force.finish()].every(Number.isFinite)).toBe(true)
    }
  })

  test('discs pushed apart do not overlap', () => {
    const places = Float32Array.from([0, 0, 0, 0, 1, 0, 0, 1, 50, 50])
    const radii = Float32Array.from([4, 4, 4, 4, 4])
    expect(spread(places, radii, 500)).toBeLessThan(500)
    for (let i = 0; i < 5; i++)
      for (let j = i + 1; j < 5; j++)
        expect(
          Math.hypot((places[2 * i] ?? 0) - (places[2 * j] ?? 0), (places[2 * i + 1] ?? 0) - (places[2 * j + 1] ?? 0)),
        ).toBeGreaterThan(7.98)
    expect(places[8]).toBe(50)
  })
})

describe('marks in a text', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

  test('the pieces are the whole text, and each says truly what covers it', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(span, { maxLength: 8 }), fc.option(span), (length, mentions, quote) => {
        const pieces = cutIntoPieces(length, mentions, quote)
        expect(pieces.map(({ start, end }) => end - start).reduce((sum, width) => sum + width, 0)).toBe(length)
        for (const [index, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start)
          expect(piece.start).toBe(pieces[index - 1]?.end ?? 0)
          for (let at = piece.start; at < piece.end; at++) {
            const covering = mentions.filter(({ start, end }) => start <= at && at < end)
            expect(piece.mention === null).toBe(covering.length === 0)
            if (piece.mention !== null) expect(covering).toContain(mentions[piece.mention])
            expect(piece.quoted).toBe(quote !== null && quote.start <= at && at < quote.end)
          }
        }
      }),
    )
  })

  test('names are found, the longer before the shorter inside it', () => {
    const found = findNames('方亭之主持云岭县安全会，云岭县', [['云岭县'], ['云岭县安全会', '安全会'], ['']])
    expect(found).toEqual([
      { start: 5, end: 11, thing: 1 },
      { start: 12, end: 15, thing: 0 },
    ])
  })
})

describe('values and files', () => {
  test.each<[Wire, string]>([
    [null, ''],
    [3, '3'],
    [{ kind: 'int', value: '9007199254740993' }, '9007199254740993'],
    [{ kind: 'temporal', type: 'date', value: '2024-03-09' }, '2024-03-09'],
    [PERSON, '方亭之'],
    [CHAIRED, 'CHAIRED'],
    [['a', 1], '["a",1]'],
    [{ kind: 'map', entries: { a: { kind: 'int', value: '9' } } }, '{"a":"9"}'],
  ])('%o is written %j', (value, text) => expect(textOf(value)).toBe(text))

  test('a node becomes a plain object with labels and properties', () => {
    expect(plainOf(node('x'))).toEqual({ labels: [], properties: {} })
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['=a,b', `"'=a,b"`],
    ['安全', '安全'],
  ])('the cell %j is kept as %j', (text, kept) => {
    expect(csvOf(['c'], [[text]])).toBe(`c\r\n${kept}\r\n`)
  })

  test('a negative number is a number, no formula', () => expect(csvOf(['c'], [[-5]])).toBe('c\r\n-5\r\n'))

  test('with no query, the table has a line for each relationship drawn', () => {
    expect(tableOf(null, drawn([PERSON, MEETING], [CHAIRED]))).toBe(
      'from,type,to,sources,quote\r\n方亭之,CHAIRED,云岭县安全生产调度会,2,\r\n',
    )
  })
})

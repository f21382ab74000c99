// What is done to a drawing, without a page: expand and collapse, hide, pin, pick, undo; the layouts; what is found and heard.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, axisOf } from '../../console/web/graph/arrange.js'
import { buildGraph } from '../../console/web/graph/build.js'
import { clustersOf } from '../../console/web/graph/clusters.js'
import { dateOfDay, dayOf, ticksBetween } from '../../console/web/graph/day.js'
import { foundIn } from '../../console/web/graph/find.js'
import { prepareForce } from '../../console/web/graph/force.js'
import { layerNodes } from '../../console/web/graph/layers.js'
import { layoutTask } from '../../console/web/graph/layout.js'
import { neighboursOf } from '../../console/web/graph/neighbours.js'
import { hullOf } from '../../console/web/look/hull.js'
import { lookOfEdge, lookOfNode } from '../../console/web/look/reducers.js'
import { reduce } from '../../console/web/state/reduce.js'
import { chosenNodes, LAYOUTS, shownNodes } from '../../console/web/state/seeing.js'
import { type Action, firstState, type State } from '../../console/web/state/state.js'
import type { GraphAnswer } from '../../schema/answer.js'
import type { WireNode, WireRelationship } from '../../schema/wire.js'
import { CHAIRED, CONVEYED, GROUP, HELD_IN, INSPECTS, LEADS, MEETING, ODD, PERSON, PLACE, SPOKE } from './sample.js'

const answer = (nodes: WireNode[], relationships: WireRelationship[]): GraphAnswer => ({
  nodes,
  relationships,
  truncated: false,
})
const replay = (...actions: Action[]): State => actions.reduce(reduce, firstState('zh', 'light'))
const all: Action = {
  type: 'overviewed',
  graph: answer([PERSON, MEETING, GROUP, PLACE, ODD], [CHAIRED, LEADS, INSPECTS, HELD_IN, SPOKE, CONVEYED]),
}
const drawnIn = (state: State) => [[...state.drawn.nodes.keys()].sort(), [...state.drawn.edges.keys()].sort()]

describe('expand and collapse', () => {
  const start: Action = { type: 'overviewed', graph: answer([PERSON], []) }
  const ofPerson: Action = {
    type: 'expanded',
    of: PERSON.id,
    graph: answer([PERSON, MEETING, GROUP], [CHAIRED, LEADS]),
  }
  const ofGroup: Action = { type: 'expanded', of: GROUP.id, graph: answer([GROUP, PLACE, PERSON], [INSPECTS, LEADS]) }

  test('collapse takes away what an expansion brought, and what that brought in its turn', () => {
    const state = replay(start, ofPerson, ofGroup, { type: 'see/collapsed', node: PERSON.id })
    expect(drawnIn(state)).toEqual([[PERSON.id], []])
    expect(state.seeing.brought.size).toBe(0)
  })

  test('what another expansion holds too stays', () => {
    const ofMeeting: Action = { type: 'expanded', of: MEETING.id, graph: answer([MEETING, PLACE], [HELD_IN]) }
    const state = replay(start, ofPerson, ofGroup, ofMeeting, { type: 'see/collapsed', node: GROUP.id })
    expect(drawnIn(state)).toEqual([
      [GROUP.id, MEETING.id, PERSON.id, PLACE.id].sort(),
      [CHAIRED.id, HELD_IN.id, LEADS.id].sort(),
    ])
  })

  test('a selection that goes with them is no selection', () => {
    const picked: Action = { type: 'selected', selection: { kind: 'edge', id: CHAIRED.id } }
    expect(replay(start, ofPerson, picked, { type: 'see/collapsed', node: PERSON.id }).selection).toBeNull()
  })
})

describe('hide, pin, pick', () => {
  const pick = (...nodes: string[]): Action => ({ type: 'see/picked', nodes, how: 'toggle' })

  test('keep only the picked ones hides the rest; invert picks what is shown and was not', () => {
    const state = replay(all, pick(PERSON.id, MEETING.id))
    const kept = reduce(state, { type: 'see/keptOnly', nodes: chosenNodes(state) })
    expect(shownNodes(kept).sort()).toEqual([MEETING.id, PERSON.id].sort())
    const hid = reduce(reduce(state, { type: 'see/hid', nodes: [ODD.id] }), { type: 'see/inverted' })
    expect([...hid.seeing.picked].sort()).toEqual([GROUP.id, PLACE.id].sort())
  })

  test('what is hidden is neither picked nor selected', () => {
    const state = replay(
      all,
      pick(PERSON.id),
      { type: 'selected', selection: { kind: 'node', id: PERSON.id } },
      {
        type: 'see/hid',
        nodes: [PERSON.id],
      },
    )
    expect(state.selection).toBeNull()
    expect(chosenNodes(state)).toEqual([])
  })

  test('pinned twice is not pinned; some of several pinned pins all', () => {
    const pin = (...nodes: string[]): Action => ({ type: 'see/pinned', nodes })
    expect([...replay(all, pin(PERSON.id), pin(PERSON.id, PLACE.id)).seeing.pinned]).toEqual([PERSON.id, PLACE.id])
    expect(replay(all, pin(PERSON.id), pin(PERSON.id)).seeing.pinned.size).toBe(0)
  })

  test('only one type, and again all', () => {
    const only: Action = { type: 'see/onlyType', of: 'Person' }
    expect(shownNodes(replay(all, only))).toEqual([PERSON.id])
    expect(shownNodes(replay(all, only, only))).toHaveLength(5)
    const relation: Action = { type: 'see/onlyRelation', of: 'CHAIRED' }
    expect(replay(all, relation).seeing.hiddenRelations.has('LEADS_GROUP')).toBe(true)
    expect(replay(all, relation, relation).seeing.hiddenRelations.size).toBe(0)
  })
})

describe('undo and redo', () => {
  const ids = [PERSON.id, MEETING.id, GROUP.id, PLACE.id, ODD.id]
  const id = fc.constantFrom(...ids)
  const action: fc.Arbitrary<Action> = fc.oneof(
    id.map((node): Action => ({ type: 'hid', node })),
    fc.subarray(ids).map((nodes): Action => ({ type: 'see/keptOnly', nodes })),
    id.map((node): Action => ({ type: 'see/pinned', nodes: [node] })),
    id.map((node): Action => ({ type: 'see/picked', nodes: [node], how: 'toggle' })),
    fc.constantFrom<Action>({ type: 'see/inverted' }, { type: 'unhid' }, { type: 'toggledType', of: 'Person' }),
    fc.constantFrom(...LAYOUTS).map((layout): Action => ({ type: 'see/laid', layout })),
    id.map((node): Action => ({ type: 'see/dragged', places: new Map([[node, { x: 1, y: 2 }]]) })),
    id.map((of): Action => ({ type: 'expanded', of, graph: answer([PERSON, { ...PLACE, id: `new ${of}` }], []) })),
    id.map((node): Action => ({ type: 'see/collapsed', node })),
  )
  const seen = ({ drawn, hiddenNodes, hiddenTypes, seeing }: State) => {
    const { past: _, future: __, turn: ___, ...rest } = seeing
    return { drawn, hiddenNodes, hiddenTypes, ...rest }
  }

  test('all that was done is undone step by step, and done again', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const first = replay(all)
        const last = actions.reduce(reduce, first)
        let state = last
        while (state.seeing.past.length > 0) state = reduce(state, { type: 'see/undid' })
        expect(seen(state)).toEqual(seen(first))
        while (state.seeing.future.length > 0) state = reduce(state, { type: 'see/redid' })
        expect(seen(state)).toEqual(seen(last))
      }),
    )
  })

  test('what changes nothing is not a step; a new step forgets what was undone; a new drawing all', () => {
    expect(replay(all, { type: 'see/collapsed', node: PERSON.id }).seeing.past).toHaveLength(1)
    const undone = replay(all, { type: 'hid', node: PERSON.id }, { type: 'see/undid' })
    expect(undone.seeing.future).toHaveLength(1)
    expect(reduce(undone, { type: 'hid', node: PLACE.id }).seeing.future).toHaveLength(0)
    expect(reduce(undone, all).seeing.future).toHaveLength(0)
  })

  test('a kept drawing comes back whole', () => {
    const state = replay(all, {
      type: 'see/restored',
      drawing: { layout: 'circle', places: new Map([[PERSON.id, { x: 3, y: 4 }]]), hiddenNodes: new Set([ODD.id]) },
    })
    expect(state.seeing.layout).toBe('circle')
    expect(state.hiddenNodes.has(ODD.id)).toBe(true)
    const { graph, placeless } = buildGraph(state.drawn, { places: state.seeing.places })
    expect(graph.getNodeAttributes(PERSON.id)).toMatchObject({ x: 3, y: 4 })
    expect(placeless).toBe(4)
  })
})

describe('layouts', () => {
  const state = replay(all)
  const order = ['Person', 'Group', 'Meeting', 'Directive', 'Place']
  const laid = (layout: (typeof LAYOUTS)[number], pinned = new Set<string>()) => {
    const { graph } = buildGraph(state.drawn)
    const { nodes, task } = layoutTask(graph, layout, pinned, order)
    const flat = arrange(task)
    return {
      graph,
      at: (node: string) => ({ x: flat[2 * nodes.indexOf(node)] ?? 0, y: flat[2 * nodes.indexOf(node) + 1] ?? 0 }),
    }
  }

  test('in layers, who points stands above whom it points to', () => {
    const { at } = laid('layers')
    for (const edge of state.drawn.edges.values()) expect(at(edge.start).y).toBeGreaterThan(at(edge.end).y)
  })

  test('layers hold every node once, with any cycles and loops', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 }), (pairs) => {
        const ends = Uint32Array.from(pairs.filter(([from, to]) => from !== to).flat())
        expect(layerNodes(10, ends).flat().sort()).toEqual([...Array(10).keys()])
      }),
    )
  })

  test('a circle has all nodes as far from its middle', () => {
    const { at } = laid('circle')
    const far = [...state.drawn.nodes.keys()].map((node) => Math.hypot(at(node).x, at(node).y).toFixed(2))
    expect(new Set(far).size).toBe(1)
  })

  test('what is pinned stays in every layout', () => {
    for (const layout of LAYOUTS) {
      const { graph } = buildGraph(state.drawn)
      const { nodes, task } = layoutTask(graph, layout, new Set([PLACE.id]))
      const index = nodes.indexOf(PLACE.id)
      const before = task.places.slice(2 * index, 2 * index + 2)
      const force = prepareForce(task)
      for (let i = 0; i < 20; i++) force.iterate()
      const after = layout === 'force' ? force.finish() : arrange(task)
      expect(after.slice(2 * index, 2 * index + 2)).toEqual(before)
    }
  })

  test('on the time line dated things lie in the order of their dates, on an axis found again from their places', () => {
    const dated = ['2021-05', '2020', '2023-01-09', '2023-01-09'].map(
      (date, i): WireNode => ({
        kind: 'node',
        id: `d${i}`,
        labels: ['Entity', 'Accident'],
        properties: { id: `d${i}`, name: `第${i}起`, date },
      }),
    )
    const who: WireNode = { ...PERSON, id: 'who' }
    const edge: WireRelationship = { ...CHAIRED, id: 'e', start: 'who', end: 'd1' }
    const drawn = {
      nodes: new Map([...dated, who].map((node) => [node.id, node])),
      edges: new Map([[edge.id, edge]]),
    }
    const { graph } = buildGraph(drawn)
    const { nodes, task } = layoutTask(graph, 'time')
    const flat = arrange(task)
    const x = (node: string): number => flat[2 * nodes.indexOf(node)] ?? 0
    expect(x('d1')).toBeLessThan(x('d0'))
    expect(x('d0')).toBeLessThan(x('d2'))
    expect(x('d2')).toBeCloseTo(x('d3'))
    expect(x('who')).toBeCloseTo(x('d1'))
    const onAxis = dated.map(({ id }) => ({ x: x(id), day: graph.getNodeAttribute(id, 'day') }))
    const axis = axisOf(onAxis)
    expect((axis?.zero ?? 0) + (axis?.perDay ?? 0) * dayOf('2023-01-09')).toBeCloseTo(x('d2'), 2)
    expect(axisOf([...onAxis, { x: 1e5, day: 1 }])).toBeNull()
  })
})

describe('dates', () => {
  test.each([
    ['2023-11-16', '2023-11-16'],
    ['2023-11', '2023-11-15'],
    ['2023', '2023-07-01'],
  ])('%s lies on %s', (date, day) => expect(dateOfDay(dayOf(date))).toBe(day))
  test.each([undefined, null, 'soon', 7])('%j lies nowhere', (value) => expect(dayOf(value)).toBeNaN())
  test('marks are few, in order and within', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 40_000 }), (from, span) => {
        const ticks = ticksBetween(from, from + span, 10)
        expect(ticks.length).toBeLessThanOrEqual(12)
        for (const [i, { day }] of ticks.entries()) {
          expect(day >= from && day <= from + span).toBe(true)
          if (i > 0) expect(day).toBeGreaterThan(ticks[i - 1]?.day ?? 0)
        }
      }),
    )
  })
})

describe('what is found, heard, grouped', () => {
  test('a name or another name is found, not what is hidden', () => {
    const state = replay(all, { type: 'see/sought', text: '调度会' })
    expect(foundIn(state)).toEqual([MEETING.id])
    expect(foundIn(reduce(state, { type: 'see/hid', nodes: [MEETING.id] }))).toEqual([])
    expect(foundIn(replay(all, { type: 'see/sought', text: ' ' }))).toEqual([])
  })

  test('the neighbours of a node are heard by type, without what is hidden', () => {
    const types = (state: State): string[] => neighboursOf(state, PERSON.id).map(({ edge }) => edge.type)
    expect(types(replay(all))).toEqual(['CHAIRED', 'LEADS_GROUP', 'SPOKE_AT'])
    expect(types(replay(all, { type: 'see/toggledRelation', of: 'CHAIRED' }))).toEqual(['LEADS_GROUP', 'SPOKE_AT'])
    expect(types(replay(all, { type: 'toggledType', of: 'Meeting' }))).toEqual(['LEADS_GROUP'])
  })

  test('a cluster is named after its best connected node; two nodes are none', () => {
    const { graph } = buildGraph(replay(all).drawn)
    const nodes = [PERSON.id, MEETING.id, GROUP.id, PLACE.id, ODD.id]
    const [first, ...rest] = clustersOf(graph, nodes, [1, 1, 1, 2, 2])
    expect(first).toMatchObject({ number: 0, nodes: [PERSON.id, MEETING.id, GROUP.id] })
    expect(first?.name).toBe(MEETING.properties.name)
    expect(rest).toEqual([])
  })

  test('a hull holds every point', () => {
    const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) })
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (points) => {
        const hull = hullOf(points)
        if (hull.length < 3) return
        for (const { x, y } of points)
          for (const [i, a] of hull.entries()) {
            const b = hull[(i + 1) % hull.length] ?? a
            expect((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)).toBeGreaterThanOrEqual(0)
          }
      }),
    )
  })
})

describe('looks by type', () => {
  const { graph } = buildGraph(replay(all).drawn)
  const focus = {
    theme: 'light' as const,
    lit: null,
    litEdges: null,
    hiddenTypes: new Set<string>(),
    hiddenNodes: new Set<string>(),
    hiddenRelations: new Set(['CHAIRED']),
    hiddenEdges: new Set([LEADS.id]),
    types: { Person: { colour: '#123456', size: 2 } },
    crowd: 5,
  }

  test('colour and size are as the user chose, for that type alone', () => {
    const usual = lookOfNode(PERSON.id, graph.getNodeAttributes(PERSON.id), { ...focus, types: {} })
    const own = lookOfNode(PERSON.id, graph.getNodeAttributes(PERSON.id), focus)
    expect(own).toMatchObject({ color: '#123456', size: usual.size * 2 })
    expect(lookOfNode(GROUP.id, graph.getNodeAttributes(GROUP.id), focus).color).not.toBe('#123456')
  })

  test('relations are hidden by type and one by one', () => {
    const hidden = (edge: string): boolean => lookOfEdge(edge, graph.getEdgeAttributes(edge), focus).hidden
    expect([CHAIRED.id, LEADS.id, SPOKE.id].map(hidden)).toEqual([true, true, false])
  })

  test('a caption by property and a size by number are those of the node', () => {
    const look = { types: { Meeting: { caption: 'date' } }, sizeBy: 'documents' }
    const other = buildGraph(replay(all).drawn, { look }).graph
    expect(other.getNodeAttribute(MEETING.id, 'name')).toBe('2024-03-09')
    expect(other.getNodeAttribute(PERSON.id, 'name')).toBe('方亭之')
    expect(other.getNodeAttribute(PERSON.id, 'weight')).toBe(other.getNodeAttribute(ODD.id, 'weight'))
  })
})

// Views that are kept and addresses that open them: what is on the screen comes back, with other ids of the engine too.
import { describe, expect, test } from 'vitest'
import { drawKept, keepView } from '../../console/web/state/kept-view.js'
import { linkOf, readLink } from '../../console/web/state/link.js'
import { reduce } from '../../console/web/state/reduce.js'
import { type Action, firstState, type State } from '../../console/web/state/state.js'
import { View } from '../../schema/keeping.js'
import type { WireNode, WireRelationship } from '../../schema/wire.js'
import { CHAIRED, GROUP, LEADS, MEETING, PERSON } from './sample.js'

const act = (...actions: Action[]): State => actions.reduce(reduce, firstState('zh', 'light'))
const asked: Action[] = [
  { type: 'typed', query: 'MATCH (n)-[r]->(m) RETURN n, r, m' },
  { type: 'limited', limit: 500 },
  { type: 'ask/parameters', parameters: [{ name: 'year', text: '"2024"' }] },
  {
    type: 'answered',
    answer: {
      columns: ['n', 'r', 'm'],
      rows: [
        [PERSON, CHAIRED, MEETING],
        [PERSON, LEADS, GROUP],
      ],
      truncated: false,
      limit: 500,
      ms: 1,
    },
  },
]
const worked: Action[] = [
  ...asked,
  { type: 'see/dragged', places: new Map([[PERSON.id, { x: 1.23456, y: -7 }]]) },
  { type: 'hid', node: GROUP.id },
  { type: 'toggledType', of: 'Place' },
  { type: 'see/laid', layout: 'circle' },
  { type: 'see/brushed', brush: { from: '2023', to: '2024-03' } },
  { type: 'selected', selection: { kind: 'edge', id: CHAIRED.id } },
]

/** The same things after the engine was started anew. */
const anew = (id: string): string => `other:${id}`
const again = (node: WireNode): WireNode => ({ ...node, id: anew(node.id) })
const edgeAgain = (edge: WireRelationship): WireRelationship => ({
  ...edge,
  id: anew(edge.id),
  start: anew(edge.start),
  end: anew(edge.end),
})

describe('a kept view', () => {
  const view = View.parse(JSON.parse(JSON.stringify(keepView(act(...worked)))))

  test('names things by what lives longer than the engine’s ids', () => {
    expect(JSON.stringify(view)).not.toContain(PERSON.id)
    expect(view).toMatchObject({
      query: 'MATCH (n)-[r]->(m) RETURN n, r, m',
      limit: 500,
      params: { year: '"2024"' },
      tab: 'graph',
      pieces: { nodes: ['p1', 'm1', 'g1'], edges: ['f1', 'f2'] },
      hidden: ['g1'],
      pinned: ['p1'],
      positions: { p1: [1.23, -7] },
      selection: { kind: 'edge', id: 'f1' },
    })
  })

  test('comes back with the ids that the engine has now', () => {
    const pieces = {
      nodes: [PERSON, MEETING, GROUP].map(again),
      relationships: [CHAIRED, LEADS].map(edgeAgain),
      truncated: false,
    }
    const { drawing, selection, tab } = drawKept(view, pieces, { nodes: new Map(), edges: new Map() })
    const state = reduce(act(...asked), { type: 'see/restored', drawing })
    expect([...state.drawn.nodes.keys()]).toEqual([PERSON, MEETING, GROUP].map(({ id }) => anew(id)))
    expect([...state.hiddenNodes]).toEqual([anew(GROUP.id)])
    expect([...state.hiddenTypes]).toEqual(['Place'])
    expect(state.seeing.layout).toBe('circle')
    expect(state.seeing.brush).toEqual({ from: '2023', to: '2024-03' })
    expect([...state.seeing.pinned]).toEqual([anew(PERSON.id)])
    expect(state.seeing.places.get(anew(PERSON.id))).toEqual({ x: 1.23, y: -7 })
    expect([selection, tab]).toEqual([{ kind: 'edge', id: anew(CHAIRED.id) }, 'graph'])
  })

  test('what the graph no longer holds is left out, and nothing else', () => {
    const pieces = { nodes: [again(PERSON)], relationships: [], truncated: true }
    const { drawing, selection } = drawKept(view, pieces, { nodes: new Map(), edges: new Map() })
    expect([...(drawing.drawn?.nodes.keys() ?? [])]).toEqual([anew(PERSON.id)])
    expect([drawing.hiddenNodes?.size, selection]).toEqual([0, null])
  })

  test('what bears no name of its own is taken from the answer', () => {
    const bare: WireNode = { kind: 'node', id: 'b', labels: ['X'], properties: {} }
    const answered = {
      nodes: new Map([
        [bare.id, bare],
        [PERSON.id, PERSON],
      ]),
      edges: new Map(),
    }
    const { drawing } = drawKept(view, { nodes: [], relationships: [], truncated: true }, answered)
    expect([...(drawing.drawn?.nodes.keys() ?? [])]).toEqual(['b'])
  })
})

describe('an address', () => {
  test('opens what it was made of', () => {
    expect(readLink(`#${linkOf(act(...worked))}`)).toEqual({
      query: 'MATCH (n)-[r]->(m) RETURN n, r, m',
      limit: 500,
      params: { year: '"2024"' },
      tab: 'graph',
      layout: 'circle',
      brush: { from: '2023', to: '2024-03' },
      selection: { kind: 'edge', id: 'f1' },
      hidden: ['g1'],
      hiddenTypes: ['Place'],
      draft: null,
      top: 0,
      day: null,
      document: null,
    })
  })

  test('holds what is not asked yet, the line in sight, the day, and the document where it was read', () => {
    const answer = { day: '2024-03-12', documents: 1, later: 1, undated: 0, ended: 0 }
    const state = act(
      ...asked,
      { type: 'believe/day', day: { is: 'open', answer } },
      { type: 'document', id: 'd1', text: { is: 'waiting' }, quote: { start: 12, end: 40 } },
      { type: 'believe/scrolled', document: 'd1', to: 0.25 },
      { type: 'viewed', view: 'table' },
      { type: 'ask/scrolled', of: 'table', top: 730 },
      { type: 'ask/scrolled', of: 'json', top: 9 },
      { type: 'typed', query: 'MATCH (x' },
    )
    expect(readLink(linkOf(state))).toMatchObject({
      query: 'MATCH (n)-[r]->(m) RETURN n, r, m',
      draft: 'MATCH (x',
      tab: 'table',
      top: 730,
      day: '2024-03-12',
      document: { id: 'd1', quote: { start: 12, end: 40 }, at: 0.25 },
    })
    expect(readLink('#doc=d1&quote=x-2&read=7&top=-1&day=soon')).toMatchObject({
      top: 0,
      day: null,
      document: { id: 'd1', quote: null, at: undefined },
    })
  })

  test('of a saved view is its id, until something else is asked', () => {
    const shown = act(...worked, { type: 'keep/shown', view: { id: 'abc', name: '视图' } })
    expect(linkOf(shown)).toBe('view=abc')
    expect(readLink(linkOf(shown))).toEqual({ view: 'abc', day: null, document: null })
    expect(linkOf(asked.reduce(reduce, shown))).toContain('q=MATCH')
  })

  test('of the first page is none', () => {
    expect(linkOf(firstState('zh', 'light'))).toBe('')
    expect([readLink(''), readLink('#')]).toEqual([null, null])
  })

  test.each([
    '#q=RETURN+1&n=-5&tab=plans&layout=spiral&time=soon..later',
    '#q=RETURN+1&n=1e99&time=2024',
    '#time=2024x..2025&tab=__proto__',
  ])('that says what cannot be is read without it: %s', (hash) => {
    expect(readLink(hash)).toMatchObject({ tab: 'graph', layout: 'force', brush: null, selection: null })
  })

  test('text in it stays text', () => {
    const query = 'MATCH (n {name: "a&b#c=d%20+ 名\\n"}) RETURN n'
    expect(
      readLink(linkOf({ ...act(...asked), keeping: { ...firstState('zh', 'light').keeping, asked: query } })),
    ).toMatchObject({ query })
  })
})

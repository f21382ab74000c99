// How things look: colours with contrast, what is lit, names without overlap, the line under a pointer, text cut by width.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../console/web/graph/build.js'
import { litAround } from '../../console/web/look/focus.js'
import { type Box, type LabelWish, placeLabels } from '../../console/web/look/labels.js'
import { distanceTo, type Line, nearestLine, pointAt } from '../../console/web/look/line.js'
import { colourOf, GROUND, mix, TYPE_LOOKS } from '../../console/web/look/palette.js'
import { type Focus, lookOfEdge, lookOfNode, sizeOf, widthOf } from '../../console/web/look/reducers.js'
import { cutText, widthOfText } from '../../console/web/look/text.js'
import { ENTITY_TYPES } from '../../schema/model.js'
import { CHAIRED, GROUP, LEADS, MEETING, PERSON } from './sample.js'

/** Contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const ground = GROUND[theme]
  test.each(ENTITY_TYPES)('%s has a colour that stands out, and its letter on it', (type) => {
    expect(Object.keys(TYPE_LOOKS)).toContain(type)
    expect(contrast(colourOf(type, theme), ground.canvas)).toBeGreaterThanOrEqual(3)
    expect(contrast(colourOf(type, theme), ground.onMark)).toBeGreaterThanOrEqual(4.5)
  })
  test('no two types share a colour', () => {
    expect(new Set(ENTITY_TYPES.map((type) => colourOf(type, theme))).size).toBe(ENTITY_TYPES.length)
  })
  test('text stands out', () => expect(contrast(ground.text, ground.canvas)).toBeGreaterThanOrEqual(7))
})

const focus = (over: Partial<Focus> = {}): Focus => ({
  theme: 'light',
  lit: null,
  litEdges: null,
  hiddenTypes: new Set(),
  hiddenNodes: new Set(),
  hiddenRelations: new Set(),
  hiddenEdges: new Set(),
  types: {},
  crowd: 10,
  ...over,
})
const attributes = { x: 1, y: 2, name: 'a', type: 'Person', degree: 4, loops: 0, weight: 4, day: Number.NaN }

describe('the look of nodes and edges', () => {
  test('what is not lit fades towards the ground', () => {
    expect(lookOfNode('a', attributes, focus()).color).toBe('#1f6feb')
    expect(lookOfNode('a', attributes, focus({ lit: new Set(['a']) })).color).toBe('#1f6feb')
    const faded = lookOfNode('a', attributes, focus({ lit: new Set(['b']) })).color
    expect(contrast(faded, '#ffffff')).toBeLessThan(1.5)
    expect(contrast(faded, '#ffffff')).toBeGreaterThan(1.2)
    expect(lookOfEdge('e', { type: 'T', sources: 1, curvature: 0 }, focus({ litEdges: new Set(['e']) })).zIndex).toBe(1)
  })

  test('a hidden type and a hidden node are hidden', () => {
    expect(lookOfNode('a', attributes, focus({ hiddenTypes: new Set(['Person']) })).hidden).toBe(true)
    expect(lookOfNode('a', attributes, focus({ hiddenNodes: new Set(['a']) })).hidden).toBe(true)
    expect(lookOfNode('a', attributes, focus({ hiddenTypes: new Set(['Post']) })).hidden).toBe(false)
  })

  test('width and size grow and stop', () => {
    expect([1, 2, 8, 1000].map(widthOf)).toEqual([1, 2, 4, 4])
    expect([0, 1, 100, 1e6].map((degree) => sizeOf(degree, 100))).toEqual([7, 8.6, 22, 22])
    expect([0, 200, 800, 1e6].map((crowd) => sizeOf(0, crowd))).toEqual([7, 7, 3.5, 7 * 0.2])
  })

  test('colours mix', () => {
    expect(mix('#ff0000', '#0000ff', 0.5)).toBe('#800080')
    expect(mix('#123456', '#ffffff', 1)).toBe('#123456')
  })

  test('around a node its edges and neighbours are lit; around an edge its ends; around nothing all', () => {
    const nodes = new Map([PERSON, MEETING, GROUP].map((one) => [one.id, one]))
    const { graph } = buildGraph({ nodes, edges: new Map([CHAIRED, LEADS].map((one) => [one.id, one])) })
    expect(litAround(graph, { kind: 'node', id: MEETING.id })).toEqual({
      lit: new Set([MEETING.id, PERSON.id]),
      litEdges: new Set([CHAIRED.id]),
    })
    expect(litAround(graph, { kind: 'edge', id: LEADS.id }).lit).toEqual(new Set([PERSON.id, GROUP.id]))
    expect(litAround(graph, null)).toEqual({ lit: null, litEdges: null })
    expect(litAround(graph, { kind: 'edge', id: 'gone' })).toEqual({ lit: null, litEdges: null })
  })
})

describe('names', () => {
  const spot = fc.record({ x: fc.integer({ min: -50, max: 850 }), y: fc.integer({ min: -50, max: 650 }) })
  const wish = fc.record({
    id: fc.uuid(),
    text: fc.constant('x'),
    width: fc.integer({ min: 5, max: 200 }),
    height: fc.constant(14),
    spots: fc.array(spot, { minLength: 1, maxLength: 4 }),
    always: fc.constant(false),
  })
  const box = fc.record({
    x: fc.nat(800),
    y: fc.nat(600),
    width: fc.integer({ min: 4, max: 60 }),
    height: fc.integer({ min: 4, max: 60 }),
  })
  const overlap = (a: Box, b: Box): boolean =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.y < b.y + b.height && b.y < a.y + a.height
  const screen = { width: 800, height: 600 }

  test('none lies over another or over a node, and none was left out for which there was room', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), fc.array(box, { maxLength: 20 }), (wishes, nodes) => {
        const met = placeLabels(wishes, screen, nodes)
        for (const [i, a] of met.entries())
          for (const b of [...met.slice(i + 1), ...nodes]) expect(overlap(a, b)).toBe(false)
        const first = wishes[0]
        const alone = first?.spots[0]
        if (
          first !== undefined &&
          alone !== undefined &&
          nodes.length === 0 &&
          alone.x > 100 &&
          alone.x < 700 &&
          alone.y > 0 &&
          alone.y < 580
        )
          expect(met[0]?.id).toBe(first.id)
      }),
    )
  })

  test('the next spot is taken when the first is not free; what has the attention is written in any case', () => {
    const one: LabelWish = { id: 'a', text: 'x', width: 50, height: 14, spots: [{ x: 100, y: 100 }], always: false }
    const two = { ...one, id: 'b', spots: [...one.spots, { x: 100, y: 130 }] }
    expect(placeLabels([one, two], screen).map(({ id, y }) => [id, y])).toEqual([
      ['a', 100],
      ['b', 130],
    ])
    expect(placeLabels([one, { ...one, id: 'b' }], screen).map(({ id }) => id)).toEqual(['a'])
    expect(placeLabels([one, { ...one, id: 'b', always: true }], screen).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('the line under a pointer', () => {
  const straight: Line = { id: 's', from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0 }
  const curved: Line = { ...straight, id: 'c', curvature: 0.5 }

  test.each([
    [{ x: 50, y: 3 }, 's'],
    [{ x: 50, y: -25 }, 'c'],
    [{ x: 50, y: 25 }, undefined],
    [{ x: 120, y: 0 }, undefined],
  ])('at %o is %s', (point, id) => expect(nearestLine([straight, curved], point, 7)).toBe(id))

  test('a curve passes half its bend from the chord, and turned round on the other side', () => {
    expect(pointAt(curved, 0.5)).toEqual({ x: 50, y: -25 })
    expect(pointAt({ ...curved, from: curved.to, to: curved.from }, 0.5)).toEqual({ x: 50, y: 25 })
    expect(distanceTo(curved, { x: 50, y: -25 })).toBeLessThan(0.5)
  })
})

describe('text', () => {
  test.each([
    ['安全生产', 8, '安全生产'],
    ['安全生产会议', 8, '安全生…'],
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['a\u202eb\u0000c', 9, 'a b c'],
    ['𠮷野家家', 6, '𠮷野…'],
  ])('%j in %i columns is %j', (text, columns, cut) => expect(cutText(text, columns)).toBe(cut))

  test('a cut text is never wider than allowed, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, columns) => {
        expect(widthOfText(cutText(text, columns))).toBeLessThanOrEqual(columns)
      }),
    )
    expect(cutText('长'.repeat(10_000), 24)).toHaveLength(12)
  })
})

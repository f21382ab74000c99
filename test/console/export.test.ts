// Files of what is drawn: read back by other programs' readers, with names that would break out of any of them.

import { MultiDirectedGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { DOMParser } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { jsonOf, tableOf } from '../../console/web/graph/files.js'
import { cypherOf, gexfOf, graphmlOf } from '../../console/web/graph/network-files.js'
import { csvOf } from '../../console/web/graph/plain.js'
import { REPORT_POLICY, reportOf } from '../../console/web/graph/report.js'
import { reportedAnswer, reportedDrawn } from '../../console/web/graph/reported.js'
import type { Drawn } from '../../console/web/state/state.js'
import { VectorSheet } from '../../console/web/view/pen.js'
import type { Wire, WireNode } from '../../schema/wire.js'

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '“引号”"\'`',
  'a]]>b&amp;',
  '\u202e反',
  '行\n二\u0000',
  '=1+1',
  '\\',
] as const
const nodes = NAMES.map(
  (name, i): WireNode => ({
    kind: 'node',
    id: `n${i}`,
    labels: ['Entity', 'Person'],
    properties: {
      id: `p${i}`,
      name,
      aliases: [name, '又名'],
      documents: i,
      big: { kind: 'int', value: '9007199254740993' },
    },
  }),
)
const drawn: Drawn = {
  nodes: new Map(nodes.map((node) => [node.id, node])),
  edges: new Map(
    nodes.slice(1).map((node, i) => [
      `e${i}`,
      {
        kind: 'relationship',
        id: `e${i}`,
        type: 'LEADS_GROUP',
        start: 'n0',
        end: node.id,
        properties: { id: `f${i}`, sources: 2, quote: NAMES[i] as Wire },
      },
    ]),
  ),
}
/** What XML cannot hold is marked; a reader makes one line end of another. */
const kept = (text: string): string => text.replaceAll('\u0000', '\ufffd')

describe('network files', () => {
  test('GraphML is read back whole', () => {
    const graph = graphml.parse(MultiDirectedGraph, graphmlOf(drawn))
    expect([graph.order, graph.size]).toEqual([nodes.length, nodes.length - 1])
    for (const [i, name] of NAMES.entries()) {
      expect(graph.getNodeAttribute(`n${i}`, 'name')).toBe(kept(name))
      expect(graph.getNodeAttribute(`n${i}`, 'documents')).toBe(i)
      expect(graph.getNodeAttribute(`n${i}`, 'big')).toBe('9007199254740993')
    }
    expect(graph.getEdgeAttribute('e0', 'type')).toBe('LEADS_GROUP')
  })

  test('GEXF is read back whole, with places', () => {
    const graph = gexf.parse(MultiDirectedGraph, gexfOf(drawn, new Map([['n0', { x: 3, y: -4 }]])))
    expect([graph.order, graph.size]).toEqual([nodes.length, nodes.length - 1])
    expect(graph.getNodeAttributes('n0')).toMatchObject({ label: NAMES[0], x: 3, y: -4, of: 'Person' })
    for (const [i, name] of NAMES.entries())
      if (!name.includes('\n')) expect(graph.getNodeAttribute(`n${i}`, 'name')).toBe(kept(name))
  })

  test('Cypher holds a name as one literal, whatever is in it', () => {
    const text = cypherOf(drawn)
    expect(text.split('\n').filter(Boolean)).toHaveLength(2 * nodes.length - 1)
    expect(text).toContain(String.raw`\'`)
    expect(text).toContain('9007199254740993')
  })
})

describe('a table', () => {
  test('a cell that a spreadsheet would run is led by an apostrophe; a number is not', () => {
    const cells = ['=1', '+1', '-1', '@x', '\t=1', '\r=1', -1, '一=1']
    const rows = csvOf(
      ['a'],
      cells.map((cell) => [cell]),
    ).split('\r\n')
    expect(rows.slice(1, 6)).toEqual(["'=1", "'+1", "'-1", "'@x", "'\t=1"])
    expect(rows[6]).toBe(`"'\r=1"`)
    expect(rows.slice(7, 9)).toEqual(['-1', '一=1'])
  })
})

describe('what was reported as wrong', () => {
  const reasons = new Map([['f0', '张冠李戴\n另有其人']])
  const marked = reportedDrawn(drawn, reasons)
  const edge = drawn.edges.get('e0') as Wire

  test('says so in every kind of file, and nothing else does', () => {
    const rows = { columns: ['a'], rows: [[[edge]], [1]], truncated: false, limit: 9, ms: 1 }
    expect(jsonOf(null, marked).match(/张冠李戴/g)).toHaveLength(1)
    expect(tableOf(null, marked).split('\r\n')[0]).toBe('from,type,to,sources,quote,reported_wrong')
    expect(tableOf(reportedAnswer(rows, reasons), marked)).toMatch(
      /^a,reported_wrong\r\n.*张冠李戴\n另有其人"\r\n1,\r\n$/s,
    )
    expect(graphml.parse(MultiDirectedGraph, graphmlOf(marked)).getEdgeAttribute('e0', 'reported_wrong')).toBeTruthy()
    expect(gexfOf(marked, new Map())).toContain('张冠李戴')
    expect(tableOf(null, reportedDrawn(drawn, new Map([['x', 'y']])))).toBe(tableOf(null, drawn))
  })

  test('is a remark beside a statement of Cypher, which stays on its line, and no property', () => {
    const lines = cypherOf(marked).split('\n')
    const [line = ''] = lines.filter((one) => one.includes('张冠李戴'))
    expect(line).toMatch(/; \/\/ reported_wrong: 张冠李戴 另有其人$/)
    expect(line.split(';')[0]).not.toContain('reported_wrong')
    expect(lines).toHaveLength(cypherOf(drawn).split('\n').length)
  })

  test('stands over its sentences in the report', () => {
    const answer = { sentences: [], truncated: false }
    const text = reportOf({ lang: 'zh', when: '', query: '', drawn: marked, answer, picture: null })
    const document = new DOMParser().parseFromString(text, 'text/html')
    const wrong = document.querySelectorAll('article .wrong')
    expect([...wrong].map(({ textContent }) => textContent)).toEqual([expect.stringContaining('张冠李戴')])
  })
})

describe('the report', () => {
  const sentences = [...drawn.edges.values()].flatMap((edge) =>
    NAMES.map((name) => ({
      fact: String(edge.properties.id),
      quote: name,
      rule: 'group/leader',
      confidence: 0.9,
      document: { id: name, title: name, date: '2024-03-09', source: name },
    })),
  )
  const text = reportOf({
    lang: 'zh',
    when: '今天',
    query: `MATCH (n) WHERE n.name = '</pre><script>1</script>' RETURN n`,
    drawn,
    answer: { sentences, truncated: false },
    picture: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  })
  const document = new DOMParser().parseFromString(text, 'text/html')

  test('every relation stands with all its sentences', () => {
    expect(document.querySelectorAll('article')).toHaveLength(drawn.edges.size)
    expect(document.querySelectorAll('blockquote')).toHaveLength(sentences.length)
    expect(document.querySelector('q')?.textContent).toBe(NAMES[0])
  })

  test('no text of it becomes an element, and it forbids itself everything', () => {
    const tags = new Set([...document.querySelectorAll('*')].map((element) => element.localName))
    expect([...tags].filter((tag) => ['script', 'iframe', 'object', 'a', 'form', 'link'].includes(tag))).toEqual([])
    expect(document.querySelectorAll('img')).toHaveLength(1)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(REPORT_POLICY)
    expect(REPORT_POLICY).toMatch(/^default-src 'none'/)
    expect(REPORT_POLICY).not.toContain('script')
  })
})

describe('a sheet of vectors', () => {
  const sheet = new VectorSheet({ width: 100, height: 50 }, { font: '', measureText: () => ({ width: 0 }) })
  sheet.font = '600 14px system-ui, "Noto Sans CJK SC"'
  sheet.textAlign = 'center'
  sheet.fillStyle = '#123456'
  sheet.fillText(NAMES[0], 10, 20)
  sheet.globalAlpha = 0.5
  sheet.beginPath()
  sheet.arc(10, 10, 5, 0, 2 * Math.PI)
  sheet.fill()
  sheet.globalAlpha = 1
  sheet.beginPath()
  sheet.arc(10, 10, 5, 0, Math.PI / 2)
  sheet.stroke()
  const text = sheet.text()

  test('words stay words', () =>
    expect(text).toContain(
      '<text x="10" y="20" text-anchor="middle" font-family="system-ui, &quot;Noto Sans CJK SC&quot;" font-size="14" font-weight="600" fill="#123456">&lt;img src=x onerror=alert(1)&gt;</text>',
    ))

  test('a circle is two arcs, a quarter of one is one', () => {
    expect(text).toContain('d="M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10" fill="#123456" opacity="0.5"')
    expect(text).toContain('d="M15 10A5 5 0 0 1 10 15" fill="none" stroke="#000000" stroke-width="1"')
  })
})

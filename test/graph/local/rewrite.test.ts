// Queries said in the engine's words: what is changed, and that nothing else is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../graph/local/cypher-text.js'
import { columnNames } from '../../../graph/local/rewrite/columns.js'
import { withoutNullWrites } from '../../../graph/local/rewrite/null-write.js'
import { corrected, rewritten } from '../../../graph/local/rewrite/query.js'

const first = (query: string, parameters = {}) => rewritten(query, parameters)[0] ?? query

describe('a query that the engine refuses', () => {
  const rows: [string, string][] = [
    ['MATCH (n:A|B) RETURN n', 'MATCH (n) WHERE (n:A OR n:B) RETURN n'],
    ['MATCH (:A&B) RETURN 1', 'MATCH (:A:B) RETURN 1'],
    ['MATCH (n:A|!B) WHERE n.x > 1 RETURN n', 'MATCH (n) WHERE (n.x > 1) AND (n:A OR NOT (n:B)) RETURN n'],
    ['MATCH (n:A WHERE n.x = 1)-[r:R]->() RETURN n', 'MATCH (n:A)-[r:R]->() WHERE (n.x = 1) RETURN n'],
    [
      'MATCH ()-[r:!R*1..2]->() RETURN r',
      "MATCH ()-[r*1..2]->() WHERE all(__r IN r WHERE NOT (type(__r) = 'R')) RETURN r",
    ],
    ['MATCH (a)-[:R]->{1,3}(b) RETURN b', 'MATCH (a)-[:R*1..3]->(b) RETURN b'],
    ['MATCH (a)-->+(b) RETURN b', 'MATCH (a)-[*1..]->(b) RETURN b'],
    ['MATCH (a) ((x)-[:R]->(y)){2} (b) RETURN b', 'MATCH (a) -[:R*2]-> (b) RETURN b'],
    ['MATCH p = ALL SHORTEST (a)-[:R]->+(b) RETURN p', 'MATCH p = allShortestPaths((a)-[:R*1..]->(b)) RETURN p'],
    ['MATCH (n) WHERE n:A|B RETURN n', 'MATCH (n) WHERE ((n:A OR n:B)) RETURN n'],
    ['MATCH (n) USING INDEX n:A(x) WHERE n.x = 1 RETURN n', 'MATCH (n) WHERE n.x = 1 RETURN n'],
    [
      'MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n',
      'MATCH (n) WHERE EXISTS { MATCH (n)-->(m) } RETURN n',
    ],
    ['RETURN n {.x, y}', 'RETURN n {.x, y: y}'],
    ["RETURN CASE x WHEN 1, 2 THEN 'a' END", "RETURN CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'a' END"],
    ["RETURN 'a' || 'b'", "RETURN 'a' + 'b'"],
    ['RETURN date().year', 'RETURN head([date()]).year'],
    ['CREATE (n:A $p) RETURN n', 'CREATE (n:A) SET n = $p RETURN n'],
    ['RETURN x IS :: INTEGER', "RETURN ((x IS NULL OR coalesce(isTyped(x, 'INTEGER'), false)))"],
    ['RETURN isNaN(x.y)', 'RETURN (toFloat(x.y) <> toFloat(x.y))'],
    ['CALL (n) { SET n.x = 1 } IN TRANSACTIONS OF 10 ROWS', 'CALL (n) { SET n.x = 1 }'],
  ]
  it.each(rows)('%s', (query, said) => {
    expect(first(query)).toBe(said)
  })

  it('subqueries before their RETURN, aggregates in a WITH of their own, conditions before a projection', () => {
    expect(first('MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.x ORDER BY m.x } AS xs')).toBe(
      'MATCH (n) CALL (*) { MATCH (n)-->(m) WITH m.x AS __v ORDER BY m.x RETURN collect(__v) AS __n1 } RETURN __n1 AS xs',
    )
    expect(rewritten('MATCH (n) RETURN n.k AS k, collect(n.x)[0] AS x', {})).toContain(
      'MATCH (n) WITH n.k AS __g1, collect(n.x) AS __g2 RETURN __g1 AS k, __g2[0] AS x',
    )
    expect(rewritten('MATCH (a) OPTIONAL MATCH (a)-[r]->(b) WITH b WHERE r IS NULL RETURN b', {})).toContain(
      'MATCH (a) OPTIONAL MATCH (a)-[r]->(b) WITH * WHERE r IS NULL WITH b RETURN b',
    )
  })

  it('names from parameters are quoted', () => {
    expect(first('MATCH (n:$($label)) SET n[$key] = 1', { label: 'a`b', key: 'k' })).toBe(
      'MATCH (n:`a``b`) SET n.`k` = 1',
    )
    expect(first('MATCH (n:$($label)) RETURN n', { label: 7 })).toContain('$label')
    expect(first('MATCH (n:$($label)) RETURN n', { label: 'a\\u0060b' })).toContain('$label')
  })

  it('what cannot be said otherwise stays as it is', () => {
    for (const query of ['RETURN 1 +', 'MATCH (n RETURN n', 'RETURN nothing(1)', '', ')]}', "RETURN 'open"]) {
      expect(rewritten(query, {})).toEqual([])
    }
  })
})

describe('a query that the engine would answer otherwise', () => {
  const rows: [string, string][] = [
    ['RETURN xs[-2..]', 'RETURN xs[size(xs) - 2..]'],
    ['RETURN n.xs[0..-1]', 'RETURN n.xs[0..size(n.xs) - 1]'],
    ['RETURN sum(n.x)', 'RETURN coalesce(sum(n.x), 0)'],
    ['MATCH (n:A|B)-[r:C|D]->() RETURN sum(r.x)', 'MATCH (n:A|B)-[r:C|D]->() RETURN coalesce(sum(r.x), 0)'],
    ["RETURN date('2023-11')", "RETURN date('2023-11-01')"],
    ["RETURN datetime('20231116T0650+08')", "RETURN datetime('2023-11-16T06:50:00+08:00')"],
    ['SET n.xs = n.xs + $x', "SET n.xs = CASE WHEN isTyped(n.xs, 'LIST') THEN n.xs + toList($x) ELSE (n.xs + $x) END"],
    ['RETURN n.sum, n.date AS date, {round: 1}', 'RETURN n.sum, n.date AS date, {round: 1}'],
  ]
  it.each(rows)('%s', (query, said) => {
    expect(corrected(query)).toBe(said)
  })

  it('writes to null', () => {
    expect(withoutNullWrites('MATCH (n) SET n.x = 1 RETURN n')).toBe(
      'MATCH (n) FOREACH (__w IN CASE WHEN n IS NULL THEN [] ELSE [1] END | SET n.x = 1) RETURN n',
    )
    expect(withoutNullWrites('MERGE (n) ON CREATE SET n.x = 1')).toBe('MERGE (n) ON CREATE SET n.x = 1')
  })
})

it('columns are called as they were written', () => {
  expect(columnNames('MATCH (n) RETURN DISTINCT n.x, count( * ), n.y AS `the y` ORDER BY n.x')).toEqual([
    'n.x',
    'count( * )',
    'the y',
  ])
  expect([columnNames('MATCH (n) RETURN *'), columnNames('CREATE (n)')]).toEqual([null, null])
})

describe('strings, quoted names and comments', () => {
  // Words that mean something outside of quotes.
  const words = fc.constantFrom(
    'MATCH (n:A|B)',
    'sum(x)',
    'RETURN',
    'xs[-2..]',
    '||',
    'date(2023)',
    'x IS :: INTEGER',
    '{',
    ')',
    '文',
  )
  const inside = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
  const texts = (query: string) => tokensOf(query).map(({ text }) => text)

  it('stay as they are', () => {
    const quoted = fc.tuple(inside, fc.constantFrom('"', '`')).map(([text, mark]) => mark + text + mark)
    fc.assert(
      fc.property(quoted, quoted, (one, two) => {
        const query = `MATCH (n:A|B) WHERE n.x = ${one} RETURN sum(${two}), ${one}`
        const said = texts(first(query))
        expect(said.filter((text) => text === one).length).toBeGreaterThanOrEqual(one === two ? 3 : 2)
        expect(said).toContain(two)
        expect(corrected(`RETURN ${one}, ${two}`)).toBe(`RETURN ${one}, ${two}`)
      }),
    )
  })

  it('a comment changes nothing', () => {
    fc.assert(
      fc.property(inside, (comment) => {
        const query = (between: string) =>
          `MATCH ${between} (n:A|B)${between} WHERE n.x = 1 ${between} RETURN sum( ${between} n.x), xs[${between} -2..] ${between}`
        expect(texts(first(query(`/* ${comment} */`)))).toEqual(texts(first(query(''))))
        expect(texts(corrected(query(`// ${comment}\n`)))).toEqual(texts(corrected(query(''))))
      }),
    )
  })
})

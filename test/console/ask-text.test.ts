// What the editor reads from a text: where statements end, what each name stands for, what was meant by a misspelt one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDoubts, type Known } from '../../console/web/ask/misspelt.js'
import { distance, nearestName } from '../../console/web/ask/nearest.js'
import { quoteName, quoteText, readTokens, splitStatements, unquoteName } from '../../console/web/ask/tokens.js'
import { readUses } from '../../console/web/ask/uses.js'
import { EXAMPLES } from '../../console/web/examples.js'

describe('statements', () => {
  test.each([
    ['', []],
    [' ; ;; ', []],
    ['RETURN 1', ['RETURN 1']],
    ['RETURN 1;\n RETURN 2 ;', ['RETURN 1', 'RETURN 2']],
    [`RETURN ';' AS a; RETURN "\\";" AS b`, [`RETURN ';' AS a`, `RETURN "\\";" AS b`]],
    ['MATCH (`a;``b`) RETURN 1; RETURN 2', ['MATCH (`a;``b`) RETURN 1', 'RETURN 2']],
    ['// one; two\nRETURN 1; /* ; */', ['// one; two\nRETURN 1']],
    ['RETURN /* ; */ 1; -- x', ['RETURN /* ; */ 1', '-- x']],
    [`RETURN 'open; RETURN 2`, [`RETURN 'open; RETURN 2`]],
    ['RETURN 1 /* open; RETURN 2', ['RETURN 1 /* open; RETURN 2']],
    ['RETURN 1 // 张;三', ['RETURN 1 // 张;三']],
  ])('%j', (text, statements) => {
    const found = splitStatements(text)
    expect(found.map((one) => one.text)).toEqual(statements)
    for (const { text: statement, start } of found) expect(text.startsWith(statement, start)).toBe(true)
  })

  const piece = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => quoteText(text)),
    fc.string().map((text) => `"${text.replaceAll('\\', '').replaceAll('"', '')}"`),
    fc.string().map((text) => `\`${text.replaceAll('`', '``')}\``),
    fc.string().map((text) => `/* ${text.replaceAll('*/', '')} */`),
    fc.string().map((text) => `// ${text.replace(/[\r\n]/g, '')}\n`),
    fc.constantFrom('MATCH', '(n)', '1', '$p', '张三', '-->', '{a: 1}'),
  )
  test('a semicolon in a string, a name or a comment ends nothing; any other does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 5 }), { maxLength: 5 }), (statements) => {
        const texts = statements.map((pieces) => ['RETURN', ...pieces, 'END'].join(' '))
        expect(splitStatements(texts.join(' ; ')).map((one) => one.text)).toEqual(texts)
      }),
    )
  })

  test('tokens cover any text without a gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = readTokens(text)
        let at = 0
        for (const { start, end } of tokens) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  test('a name in backticks is the name again', () => {
    const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``
    fc.assert(fc.property(fc.string(), (name) => void expect(unquoteName(quoted(name))).toBe(name)))
    expect([quoteName('姓名'), quoteName('a b'), quoteName('a`b')]).toEqual(['姓名', '`a b`', '`a``b`'])
  })
})

describe('names in a statement', () => {
  test.each([
    ['MATCH (n:Person)', 'label Person'],
    ['MATCH (n:A:B&!C|D)', 'label A, label B, label C, label D'],
    ['MATCH (n:(A|B)&C)', 'label A, label B, label C'],
    ['MATCH (:`官 员`)', 'label 官 员'],
    ['MATCH (a)-[r:X|Y|:Z]->(b:B)', 'type X, type Y, type Z, label B'],
    ['MATCH (a)<-[:X*1..3]-(b)', 'type X'],
    [
      'MATCH (a {name: 1, n: a.age})-[:X {since: 2}]-()',
      'property name, property n, property age, type X, property since',
    ],
    ['MATCH (n) WHERE n:Person AND n.name = $who', 'label Person, property name, parameter who'],
    ['MATCH (n) RETURN {a: 1, b: n:Person}', 'label Person'],
    ['MATCH (n) RETURN n {.name, x: n.age}', 'property name, property age'],
    ['MATCH (n) WITH n.date.year AS y RETURN y', 'property date'],
    ['MATCH (n) RETURN apoc.text.join([n.name], 1)', 'property name'],
    ['CALL db.labels() YIELD label RETURN label', ''],
    ['UNWIND [{a: 1}] AS n MATCH (n) RETURN n.a', ''],
    ['MATCH (n) RETURN [x IN [n] WHERE x:Person | x.name]', 'label Person'],
    ['MATCH (n) RETURN n IS :: STRING', ''],
    ['MATCH (n:$(x))', ''],
    ['MATCH (n) WHERE EXISTS { MATCH (n)-[:X]->(m) WHERE m:B } RETURN n', 'type X, label B'],
    ['MATCH (n) CALL (n) { MATCH (n)-[:X]->(m:B) RETURN m } RETURN m', 'type X, label B'],
    ["MATCH (n) WHERE n.name = ':Person' // :Y\nRETURN 1", 'property name'],
    ['MATCH (n)-[r]->() RETURN r.since, [1,2][0..1]', 'property since'],
  ])('%s', (text, uses) => {
    expect(
      readUses(text)
        .uses.map(({ role, name, start, end }) => {
          expect(unquoteName(text.slice(start, end).replace(/^\$/, ''))).toBe(name)
          return `${role} ${name}`
        })
        .join(', '),
    ).toBe(uses)
  })

  test.each([
    ['MATCH (n:', 'label'],
    ['MATCH (n:A|', 'label'],
    ['MATCH (n:!', 'label'],
    ['MATCH ()-[:', 'type'],
    ['MATCH ()-[r:A|', 'type'],
    ['MATCH (n {', 'key'],
    ['MATCH (n {a: 1,', 'key'],
    ['MATCH (n {a:', 'value'],
    ['RETURN {a:', 'value'],
    ['MATCH (n) RETURN n.', 'property'],
    ['MATCH (n) ', 'any'],
    ['RETURN {', 'any'],
  ])('after %s comes a %s', (text, place) => expect(readUses(text).place).toBe(place))

  test('any text is read without an error', () => {
    const bits = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      '|',
      '-',
      '.',
      ',',
      'a',
      'MATCH',
      '$x',
      '`',
      "'",
      ' ',
    )
    fc.assert(fc.property(fc.array(bits, { maxLength: 40 }), (text) => void readUses(text.join(''))))
  })
})

const KNOWN: Known = {
  labels: ['Entity', 'Person', 'Post', 'Province', 'Meeting'],
  types: ['CHAIRED', 'LEADS_GROUP', 'HOLDS_POST'],
  properties: ['name', 'date', 'sources'],
  captions: [
    ['人物', 'Person'],
    ['主持', 'CHAIRED'],
  ],
  parameters: ['who'],
}

describe('what was meant', () => {
  test.each<[string, string]>([
    ['MATCH (n:Persn) RETURN n', 'Persn → Person'],
    ['MATCH (n:person) RETURN n', 'person → Person'],
    ['MATCH (n:人物) RETURN n', '人物 → Person'],
    ['MATCH (n:人物 {人物: 1})-[:主持]->()', '人物 → Person, 人物 → , 主持 → CHAIRED'],
    ['MATCH ()-[:LEADGROUP|CHARIED]->()', 'LEADGROUP → LEADS_GROUP, CHARIED → CHAIRED'],
    ['MATCH (n) WHERE n.nmae = 1 RETURN n.date', 'nmae → name'],
    ['MATCH (n:Spacecraft) RETURN n', 'Spacecraft → '],
    ['RETURN 1; MATCH (n:Persn) RETURN $wo', 'Persn → Person, wo → who'],
    ...EXAMPLES.map(({ cypher }): [string, string] => [
      cypher.replace(/:\w+/g, ':Person').replace(/\.\w+/g, '.name'),
      '',
    ]),
  ])('%s', (text, doubts) => {
    const known = { ...KNOWN, types: [...KNOWN.types, 'Person'] }
    expect(
      findDoubts(text, known)
        .map(({ name, meant, start, end }) => {
          expect(text.slice(start, end).replace(/^\$/, '')).toBe(name)
          return `${name} → ${meant ?? ''}`
        })
        .join(', '),
    ).toBe(doubts)
  })

  test('a graph that tells no names doubts none', () => {
    const nothing = { ...KNOWN, labels: [], types: [], properties: [] }
    expect(findDoubts('MATCH (n:A {b: 1})-[:C]->() RETURN n.d', nothing)).toEqual([])
  })

  const name = fc.string({ unit: fc.constantFrom(...'abcdABCD人物'), maxLength: 8 })
  test('the distance is one: nothing from itself, the same both ways, no more than the longer, one for a swap', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(distance(a, a)).toBe(0)
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
        expect(distance(`${a}xy${b}`, `${a}yx${b}`)).toBe(1)
      }),
    )
  })

  test('one slip in a name of three letters or more finds the name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN.labels), fc.nat(20), fc.constantFrom('z', ''), (label, at, slip) => {
        const place = at % label.length
        expect(nearestName(label.slice(0, place) + slip + label.slice(place + 1), [label])).toBe(label)
      }),
    )
  })
})

// Counting, sorting, collecting; clauses that are strung together.
import type { Question } from './question.js'

export const RECKONING: Question[] = [
  {
    ask: "MATCH (e:Entity) UNWIND [l IN labels(e) WHERE l <> 'Entity'] AS type RETURN type, count(*) AS n ORDER BY n DESC, type",
  },
  { ask: 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC, type' },
  {
    ask: 'MATCH (a:Accident) RETURN sum(a.deaths) AS sum, avg(a.deaths) AS avg, min(a.deaths) AS min, max(a.deaths) AS max, count(a.injured) AS n',
  },
  { ask: 'MATCH (a:Accident) RETURN sum(a.loss) AS s, avg(a.loss) AS a, max(a.date) AS latest' },
  { ask: 'MATCH (a:Accident) RETURN stDev(a.deaths) AS sample, stDevP(a.deaths) AS population' },
  {
    ask: 'MATCH (a:Accident) RETURN percentileCont(a.deaths, 0.5) AS median, percentileDisc(a.deaths, 0.5) AS middle',
    differs: 'A percentile is a float: toInteger() for the other.',
  },
  { ask: 'MATCH (n:Nothing) RETURN count(n) AS n, sum(n.x) AS s, avg(n.x) AS a, collect(n.x) AS c, max(n.x) AS m' },
  {
    ask: 'MATCH (a:Accident) RETURN substring(a.date, 0, 4) AS year, count(*) AS n, sum(a.deaths) AS deaths ORDER BY year',
  },
  { ask: 'MATCH (p:Person)-[r]->(x) RETURN p.name AS name, size(collect(DISTINCT type(r))) AS types ORDER BY name' },
  {
    ask: 'MATCH (p:Person)-[:HOLDS_POST]->(t) WITH p, t ORDER BY t.name RETURN p.name AS name, collect(t.name) AS posts ORDER BY name',
  },
  { ask: 'MATCH (p:Person)-->(x) RETURN count(*) AS all, count(DISTINCT p) AS people, count(DISTINCT x) AS things' },
  { ask: 'MATCH (p:Person) RETURN size(collect(p.name)[0..2]) AS two, size(collect(p)) AS n' },
  { ask: 'MATCH (a:Accident) WITH a ORDER BY a.deaths DESC LIMIT 1 RETURN a.name' },
  { ask: 'MATCH (p:Person) WITH p.documents AS d, count(*) AS n WHERE n > 1 RETURN d, n' },
  { ask: 'MATCH (e:Entity) RETURN e.name AS name ORDER BY name SKIP 2 LIMIT 3' },
  { ask: 'MATCH (a:Accident) RETURN a.id AS id, a.loss AS loss ORDER BY loss, id' },
  { ask: 'MATCH (a:Accident) RETURN a.id AS id, a.loss AS loss ORDER BY loss DESC, id' },
  { ask: 'MATCH (a:Accident) RETURN a ORDER BY a.date DESC LIMIT 2' },
  {
    ask: 'UNWIND [3, 1.5, 2] AS x RETURN x ORDER BY x',
    differs: 'Types mix in one column: whole numbers come as floats. Give numbers of one type.',
  },
  { ask: "UNWIND [1, 'a', true, null, 2.5] AS x RETURN x ORDER BY x" },
  { ask: 'MATCH (a:Accident) RETURN DISTINCT substring(a.date, 0, 4) AS year ORDER BY year DESC' },
  { ask: 'MATCH (p:Person) RETURN p.name AS name UNION MATCH (o:Organization) RETURN o.name AS name' },
  { ask: 'RETURN 1 AS x UNION RETURN 1 AS x' },
  { ask: 'RETURN 1 AS x UNION ALL RETURN 1 AS x' },
  {
    ask: 'RETURN 1 AS x UNION ALL RETURN 1.0 AS x',
    differs: 'Types mix in one column: whole numbers come as floats. Give numbers of one type.',
  },
  {
    ask: 'CALL { MATCH (p:Person) RETURN p.name AS name UNION MATCH (g:Group) RETURN g.name AS name } RETURN count(name) AS n',
  },
  {
    ask: 'MATCH (p:Person) CALL { WITH p MATCH (p)-[:CHAIRED]->(m) RETURN count(m) AS n } RETURN p.name AS name, n ORDER BY name',
  },
  {
    ask: 'MATCH (p:Person) CALL (p) { MATCH (p)-->(x) RETURN x.name AS x ORDER BY x LIMIT 1 } RETURN p.name AS name, x ORDER BY name',
  },
  {
    ask: 'MATCH (p:Person) CALL (*) { MATCH (p)-[:CHAIRED]->(x) RETURN count(x) AS n } RETURN p.name AS name, n ORDER BY name',
  },
  {
    ask: 'MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:CHAIRED]->(x) RETURN x.name AS x } RETURN p.name AS name, x ORDER BY name, x',
    differs: 'Put OPTIONAL MATCH into the CALL {}.',
  },
  { ask: 'UNWIND [1, 2, 3] AS x CALL { WITH x RETURN x * x AS y } RETURN sum(y) AS s' },
  { ask: 'UNWIND range(1, 5) AS x WITH x WHERE x % 2 = 1 RETURN collect(x) AS odd' },
  { ask: 'UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x' },
  { ask: 'UNWIND [] AS x RETURN x' },
  { ask: 'UNWIND null AS x RETURN x' },
  { ask: 'UNWIND keys({b: 1, a: 2}) AS k RETURN k ORDER BY k' },
  {
    ask: 'UNWIND $rows AS row RETURN row.id AS id, row.n + 1 AS n',
    with: {
      rows: [
        { id: 'a', n: 1 },
        { id: 'b', n: 2.5 },
      ],
    },
    differs: 'Types mix in one column: whole numbers come as floats. Give numbers of one type.',
  },
  { ask: 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id ORDER BY id', with: { ids: ['p1', 'v1'] } },
  { ask: 'MATCH (e:Entity {id: $id}) RETURN e.name', with: { id: 'p1' } },
  { ask: 'MATCH (e:Person) RETURN e.name AS name ORDER BY name SKIP $skip LIMIT $limit', with: { skip: 1, limit: 2 } },
  {
    ask: 'RETURN $x AS x, $l AS l, $m AS m, $n AS n, $f AS f',
    with: { x: '文', l: [1, 2.5, null], m: { a: { b: 1 } }, n: null, f: 0.5 },
    differs: 'Types mix in one column: whole numbers come as floats. Give numbers of one type.',
  },
  { ask: 'RETURN $missing AS x' },
  { ask: 'WITH 1 AS a, 2 AS b RETURN *' },
  { ask: 'WITH [1, 2, 3] AS xs RETURN xs[0] AS first, xs[-1] AS last, xs[5] AS none, xs[1..] AS rest, size(xs) AS n' },
  { ask: 'MATCH (p:Person) WITH collect(p) AS people RETURN [p IN people WHERE p.documents > 1 | p.name] AS names' },
  {
    ask: 'MATCH (m:Meeting)-[:RESPONDED_TO]->(a) WITH m, a, a.deaths AS deaths WHERE deaths > 1 RETURN m.name, deaths ORDER BY deaths DESC',
  },
  {
    ask: 'MATCH (p:Person)-[r:HOLDS_POST]->(t) RETURN t.name AS post, count(r) AS n, collect({who: p.name, former: coalesce(r.former, false)}) AS holders ORDER BY n, post LIMIT 1',
  },
  { ask: 'MATCH (a:Accident) RETURN a.deaths / 5 AS whole, a.deaths / 5.0 AS part ORDER BY whole, part' },
  { ask: 'MATCH (p:Person) RETURN p.documents AS d, count(*) AS n, 100.0 * count(*) / 4 AS share ORDER BY d' },
  { ask: 'MATCH (n:Person) FINISH' },
  { ask: 'MATCH (p:Person) WITH p ORDER BY p.id RETURN collect(p.name)[..2] AS two, head(collect(p.id)) AS first' },
  {
    ask: 'MATCH (p:Person)-[r]->() WITH p, r ORDER BY r.id RETURN p.name AS name, collect(type(r))[0] AS first, count(*) AS n ORDER BY n DESC, name',
  },
  { ask: 'MATCH (a:Accident) WITH a ORDER BY a.id RETURN [d IN collect(a.deaths) WHERE d > 0 | d * 2] AS doubled' },
  {
    ask: 'MATCH (m:Meeting)-[r:RESPONDED_TO]->(x) UNWIND [m, r] AS y RETURN y',
    differs: 'A list of nodes and relationships gives numbers when unwound: unwind nodes and relationships apart.',
  },
  {
    ask: "MATCH (p:Person {id: 'p1'}) RETURN round(p.documents * 1.17, 1) AS a, toString(p.documents * 1.0) AS b, sum(p.none) AS c",
  },
  { ask: 'MATCH (n:Person) WITH n LIMIT 0 RETURN n' },
  { ask: 'MATCH (n:Person) RETURN n.name AS `姓名`, n.documents AS `篇 数` ORDER BY `姓名` LIMIT 1' },
  { ask: 'MATCH (e:Accident|Meeting) RETURN sum(e.deaths) AS deaths, toString(avg(e.documents)) AS mean' },
]

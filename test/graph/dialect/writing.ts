// Writes, each undone after its effect has been looked at.
import type { Question } from './question.js'

const ALL = 'MATCH (n:W) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.id, m.id'

export const WRITING: Question[] = [
  { ask: 'CREATE (n:W {id: 1, f: 1.0, l: [1, 2], t: "文"}) RETURN n', look: ALL },
  { ask: 'CREATE (a:W {id: 1})-[r:R {since: 2020}]->(b:W {id: 2}) RETURN a, r, b', look: ALL },
  { ask: 'CREATE p = (:W {id: 1})-[:R]->(:W {id: 2}) RETURN p', differs: 'Return the nodes and relationships.' },
  { ask: 'UNWIND range(1, 3) AS i CREATE (:W {id: i})', look: ALL },
  { ask: 'CREATE (n:W $props) RETURN n', with: { props: { id: 1, name: '甲', none: null } } },
  {
    ask: 'UNWIND $rows AS row CREATE (n:W) SET n = row',
    with: {
      rows: [
        { id: 1, x: 0.5 },
        { id: 2, l: ['a'] },
      ],
    },
    look: ALL,
  },
  {
    ask: 'UNWIND $rows AS row MERGE (n:W {id: row.id}) SET n += row.p RETURN count(n) AS n',
    with: {
      rows: [
        { id: 1, p: { x: 1 } },
        { id: 1, p: { y: 2 } },
      ],
    },
    look: ALL,
  },
  { ask: 'MERGE (n:W {id: 1}) ON CREATE SET n.made = true ON MATCH SET n.met = true RETURN n', look: ALL },
  {
    ask: "MERGE (p:Person {id: 'p1'}) ON CREATE SET p.made = true ON MATCH SET p.met = true RETURN p.made AS made, p.met AS met",
  },
  {
    ask: "MATCH (a:Person {id: 'p3'}), (b:Person {id: 'p4'}) MERGE (a)-[r:KNOWS]->(b) ON CREATE SET r.since = 2023 RETURN r",
    look: 'MATCH (a)-[r:KNOWS]->(b) RETURN a.id, r.since, b.id',
  },
  {
    ask: "MATCH (a:Person {id: 'p1'}), (b:Meeting {id: 'm1'}) MERGE (a)-[r:CHAIRED]->(b) RETURN r.id AS id",
    look: 'MATCH (:Person)-[r:CHAIRED]->() RETURN count(r) AS n',
  },
  { ask: "MATCH (a:Person {id: 'p1'}) MERGE (a)-[:LEADS_GROUP]->(g:W {id: 1}) RETURN g", look: ALL },
  { ask: 'MERGE (a:W {id: 1}) MERGE (b:W {id: 2}) MERGE (a)-[:R]-(b) MERGE (b)-[:R]-(a)', look: ALL },
  { ask: "MATCH (p:Person {id: 'p1'}) SET p.checked = true, p.documents = p.documents + 1 RETURN p" },
  { ask: "MATCH (p:Person {id: 'p1'}) SET p:Checked:W RETURN p" },
  { ask: "MATCH (p:Person {id: 'p1'}) SET p += {x: 1, aliases: null} RETURN p" },
  {
    ask: "MATCH (p:Person {id: 'p1'}) SET p = {id: 'p1', only: 1} RETURN p",
    differs: 'The counter counts removed properties otherwise; the node is the same.',
  },
  { ask: "MATCH (p:Person {id: 'p1'}) SET p.aliases = p.aliases + '新名' RETURN p.aliases AS a" },
  {
    ask: "MATCH (:Person {id: 'p1'})-[r:HOLDS_POST]->() SET r.until = '2024', r.since = null RETURN properties(r) AS p",
  },
  { ask: "MATCH (p:Person {id: 'p1'}) REMOVE p.aliases, p:Entity RETURN p" },
  { ask: "MATCH (p:Person {id: 'p4'}) DELETE p", look: 'MATCH (p:Person) RETURN count(p) AS n' },
  { ask: "MATCH (p:Person {id: 'p1'}) DETACH DELETE p", look: 'MATCH ()-[r:CHAIRED]->() RETURN count(r) AS n' },
  { ask: "MATCH (:Person {id: 'p1'})-[r:CHAIRED]->() DELETE r", look: 'MATCH ()-[r:CHAIRED]->() RETURN count(r) AS n' },
  {
    ask: 'MATCH (m:Meeting) FOREACH (x IN [1, 2] | CREATE (:W {id: x, of: m.id}))',
    look: 'MATCH (n:W) RETURN n.id, n.of ORDER BY n.of, n.id',
  },
  {
    ask: "MATCH p = (:Person {id: 'p1'})-[:CHAIRED]->(:Meeting) FOREACH (n IN nodes(p) | SET n.seen = true)",
    look: 'MATCH (n) WHERE n.seen RETURN n.id AS id ORDER BY id',
  },
  {
    ask: "MATCH (p:Person) SET p.level = CASE WHEN p.documents > 1 THEN 'high' ELSE 'low' END",
    look: 'MATCH (p:Person) RETURN p.level AS level, count(*) AS n ORDER BY level',
  },
  {
    ask: 'MATCH (a:Accident) CALL (a) { SET a.year = substring(a.date, 0, 4) } RETURN count(a) AS n',
    look: 'MATCH (a:Accident) RETURN a.year AS y ORDER BY y',
  },
  { ask: 'CREATE (n:W {id: randomUUID()}) RETURN size(n.id) AS n' },
  { ask: 'CREATE (n:W {id: 1}) WITH n CREATE (m:W {id: n.id + 1})<-[:R]-(n) RETURN m.id AS id', look: ALL },
  {
    ask: 'CREATE (n:W {bad: {a: 1}}) RETURN n',
    differs: 'A property may hold a map here; Neo4j could not take it over.',
  },
  {
    ask: "CREATE (n:W {bad: [1, 'x']}) RETURN n",
    differs: 'A property may hold a mixed list here; Neo4j could not take it over.',
  },
  { ask: 'CREATE (a:W)-[:R]-(b:W)' },
  { ask: 'MATCH (a:Person), (b:Post) CREATE (a)-[:X|Y]->(b)' },
  { ask: 'MATCH (n:W) SET n.x = 1 RETURN count(n) AS n' },
  { ask: "MATCH (n:Person {id: 'p1'}) SET n:$($label) RETURN n:Dyn AS there", with: { label: 'Dyn' } },
  { ask: 'MATCH (n:$($label)) RETURN count(n) AS n', with: { label: 'Person' } },
  { ask: "MATCH (n:Person {id: 'p1'}) SET n[$key] = 1 RETURN n.k AS k", with: { key: 'k' } },
  {
    ask: "LOAD CSV WITH HEADERS FROM 'file:///no-such-file.csv' AS row RETURN row",
    differs: 'Off unless the engine is started for it: send rows as a parameter and UNWIND them.',
  },
  { ask: 'OPTIONAL MATCH (n:Nothing) SET n.x = 1, n:W REMOVE n.y RETURN n' },
  { ask: 'MATCH (p:Person) OPTIONAL MATCH (p)-[r:LEADS_GROUP]->() DELETE r RETURN count(p) AS n' },
]

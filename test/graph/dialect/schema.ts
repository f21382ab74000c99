// What is there and how it is kept: procedures, SHOW, constraints, indexes, full text, plans. Committed; undone by `undo`.
import type { Question } from './question.js'

export const SCHEMA: Question[] = [
  { ask: 'CALL db.labels() YIELD label RETURN label ORDER BY label' },
  { ask: 'CALL db.labels()' },
  { ask: 'CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type' },
  {
    ask: 'CALL db.propertyKeys() YIELD propertyKey WHERE propertyKey IN ["name", "deaths", "nowhere"] RETURN propertyKey ORDER BY propertyKey',
  },
  {
    ask: "CALL db.labels() YIELD label WHERE label STARTS WITH 'P' WITH label ORDER BY label RETURN collect(label) AS labels",
  },
  {
    ask: 'CALL db.labels() YIELD label CALL (label) { MATCH (n) WHERE label IN labels(n) RETURN count(n) AS n } RETURN label, n ORDER BY label',
  },
  {
    ask: "CALL db.labels() YIELD label RETURN {name: 'labels', data: COLLECT(label)[..0]} AS result UNION ALL CALL db.relationshipTypes() YIELD relationshipType RETURN {name: 'types', data: COLLECT(relationshipType)[..0]} AS result",
  },
  {
    ask: 'CALL db.schema.visualization() YIELD nodes, relationships RETURN size(nodes) AS n, size(relationships) AS r',
  },
  { ask: 'CALL db.schema.nodeTypeProperties()' },
  {
    ask: "CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory WHERE nodeType CONTAINS 'Accident' RETURN propertyName, propertyTypes, mandatory ORDER BY propertyName",
  },
  { ask: 'CALL db.schema.relTypeProperties()' },
  { ask: 'CALL db.ping()' },
  { ask: 'CALL db.info() YIELD name RETURN name' },
  { ask: 'CALL dbms.components() YIELD name, edition WHERE name = "Neo4j Kernel" RETURN name, edition' },
  { ask: 'CALL no.such.procedure()' },
  { ask: 'SHOW DATABASES YIELD name, currentStatus, default WHERE name = "neo4j" RETURN *' },
  { ask: 'SHOW DEFAULT DATABASE YIELD name' },
  { ask: 'SHOW HOME DATABASE YIELD name' },
  { ask: 'SHOW PROCEDURES YIELD name WHERE name STARTS WITH "db.schema." RETURN name ORDER BY name' },
  { ask: 'SHOW FUNCTIONS YIELD name WHERE name IN ["toUpper", "coalesce", "count"] RETURN name ORDER BY name' },
  {
    ask: 'SHOW BUILT IN FUNCTIONS YIELD name, category, isBuiltIn WHERE name = "toUpper" RETURN name, category, isBuiltIn',
  },
  { ask: 'SHOW CURRENT USER YIELD user' },
  { ask: 'SHOW USERS YIELD user' },
  { ask: 'SHOW SETTINGS YIELD name WHERE name = "server.bolt.enabled"', differs: 'It has none.' },
  {
    ask: 'SHOW TRANSACTIONS YIELD currentQuery RETURN count(*) > 0 AS some',
    differs: '`wentu db status` tells whether it runs.',
  },
  {
    ask: 'CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE',
    look: 'SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties, ownedIndex',
    undo: ['DROP CONSTRAINT w_id IF EXISTS'],
  },
  {
    ask: 'CREATE CONSTRAINT w_id IF NOT EXISTS FOR (n:W) REQUIRE n.id IS UNIQUE',
    before: ['CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE'],
    look: 'SHOW CONSTRAINTS YIELD name RETURN name',
    undo: ['DROP CONSTRAINT w_id IF EXISTS'],
  },
  {
    ask: 'CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE',
    before: ['CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE'],
    undo: ['DROP CONSTRAINT w_id IF EXISTS'],
  },
  {
    ask: 'CREATE CONSTRAINT w_both FOR (n:W) REQUIRE (n.a, n.b) IS UNIQUE',
    look: 'SHOW CONSTRAINTS YIELD type, properties',
    undo: ['DROP CONSTRAINT w_both'],
  },
  {
    ask: 'CREATE (:W {id: 1}), (:W {id: 1})',
    before: ['CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE'],
    undo: ['DROP CONSTRAINT w_id IF EXISTS', 'MATCH (n:W) DETACH DELETE n'],
  },
  {
    ask: 'CREATE CONSTRAINT w_id FOR (n:W) REQUIRE n.id IS UNIQUE',
    before: ['CREATE (:W {id: 1}), (:W {id: 1})'],
    undo: ['DROP CONSTRAINT w_id IF EXISTS', 'MATCH (n:W) DETACH DELETE n'],
  },
  {
    ask: 'CREATE CONSTRAINT w_there FOR (n:W) REQUIRE n.id IS NOT NULL',
    undo: ['DROP CONSTRAINT w_there IF EXISTS'],
    differs: 'Kept here; in Neo4j a matter of the Enterprise edition.',
  },
  {
    ask: 'CREATE CONSTRAINT r_id FOR ()-[r:R]-() REQUIRE r.id IS UNIQUE',
    undo: ['DROP CONSTRAINT r_id IF EXISTS'],
    differs: 'MERGE relationships on their id.',
  },
  { ask: 'CREATE CONSTRAINT w_type FOR (n:W) REQUIRE n.id IS :: STRING', undo: ['DROP CONSTRAINT w_type IF EXISTS'] },
  { ask: 'DROP CONSTRAINT no_such' },
  { ask: 'DROP CONSTRAINT no_such IF EXISTS' },
  {
    ask: 'CREATE INDEX w_name FOR (n:W) ON (n.name)',
    look: 'SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties WHERE type <> "LOOKUP" RETURN *',
    undo: ['DROP INDEX w_name IF EXISTS'],
  },
  {
    ask: 'CREATE RANGE INDEX w_both FOR (n:W) ON (n.a, n.b)',
    look: 'SHOW RANGE INDEXES YIELD name, properties',
    undo: ['DROP INDEX w_both IF EXISTS'],
  },
  {
    ask: 'CREATE TEXT INDEX w_text FOR (n:W) ON (n.name)',
    look: 'SHOW INDEXES YIELD name, type WHERE name = "w_text" RETURN name, type',
    undo: ['DROP INDEX w_text IF EXISTS'],
    differs: 'A plain index is made.',
  },
  {
    ask: 'CREATE INDEX r_since FOR ()-[r:R]-() ON (r.since)',
    look: 'SHOW INDEXES YIELD name, entityType WHERE name = "r_since" RETURN name, entityType',
    undo: ['DROP INDEX r_since IF EXISTS'],
    differs: 'Accepted with a notification, and not made.',
  },
  { ask: 'DROP INDEX no_such' },
  { ask: 'CALL db.awaitIndexes()' },
  { ask: 'CALL db.awaitIndexes(30)' },
  {
    ask: "MATCH (n:Person) USING INDEX n:Person(name) WHERE n.name = '赵敏' RETURN n.id",
    before: ['CREATE INDEX person_name FOR (n:Person) ON (n.name)', 'CALL db.awaitIndexes(60)'],
    undo: ['DROP INDEX person_name'],
  },
  {
    ask: 'CREATE FULLTEXT INDEX names FOR (n:Entity) ON EACH [n.name]',
    look: 'SHOW INDEXES YIELD name, type, labelsOrTypes, properties WHERE name = "names" RETURN *',
    undo: ['DROP INDEX names IF EXISTS'],
  },
  {
    ask: "CALL db.index.fulltext.queryNodes('names', '瓦斯爆炸') YIELD node, score RETURN node.id AS id ORDER BY score DESC, id LIMIT 1",
    before: [
      `CREATE FULLTEXT INDEX names FOR (n:Entity) ON EACH [n.name] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
      'CALL db.awaitIndexes(60)',
    ],
    undo: ['DROP INDEX names IF EXISTS'],
  },
  {
    ask: "CALL db.index.fulltext.queryNodes('names', '督导组') YIELD node RETURN node.name AS name",
    before: [
      `CREATE FULLTEXT INDEX names FOR (n:Entity|Document) ON EACH [n.name, n.title] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
      'CALL db.awaitIndexes(60)',
    ],
    undo: ['DROP INDEX names IF EXISTS'],
  },
  {
    ask: "CALL db.index.fulltext.queryNodes('names', '\"安全生产\"') YIELD node RETURN node.id AS id ORDER BY id",
    before: [
      `CREATE FULLTEXT INDEX names FOR (n:Entity) ON EACH [n.name] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
      'CALL db.awaitIndexes(60)',
    ],
    undo: ['DROP INDEX names IF EXISTS'],
  },
  {
    ask: "CALL db.index.fulltext.queryRelationships('quotes', '主持') YIELD relationship RETURN relationship.id AS id",
    before: [
      `CREATE FULLTEXT INDEX quotes FOR ()-[r:CHAIRED]-() ON EACH [r.quote] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
      'CALL db.awaitIndexes(60)',
    ],
    undo: ['DROP INDEX quotes IF EXISTS'],
    differs: 'Full-text indexes are on nodes only.',
  },
  { ask: "CALL db.index.fulltext.queryNodes('no_such', 'x') YIELD node RETURN node" },
  {
    ask: 'SHOW FULLTEXT INDEXES YIELD name, type',
    before: ['CREATE FULLTEXT INDEX names FOR (n:Entity) ON EACH [n.name]'],
    undo: ['DROP INDEX names IF EXISTS'],
  },
  {
    ask: 'CREATE POINT INDEX w_point FOR (n:W) ON (n.at)',
    undo: ['DROP INDEX w_point IF EXISTS'],
    differs: 'Keep coordinates as two numbers, each with an index.',
  },
  {
    ask: 'CREATE VECTOR INDEX w_vector FOR (n:W) ON (n.v) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: "cosine"}}',
    undo: ['DROP INDEX w_vector IF EXISTS'],
    differs: 'None.',
  },
  { ask: 'EXPLAIN MATCH (n:Person) RETURN n' },
  { ask: 'EXPLAIN CREATE (n:W) RETURN n', look: 'MATCH (n:W) RETURN count(n) AS n' },
  { ask: 'PROFILE MATCH (n:Person) RETURN n.name AS name ORDER BY name' },
  { ask: 'CYPHER 5 MATCH (n:Person) RETURN count(n) AS n' },
  { ask: 'CYPHER runtime=slotted MATCH (n:Person) RETURN count(n) AS n' },
  { ask: 'CYPHER 25 RETURN 1 AS x' },
  { ask: 'USE neo4j MATCH (n:Person) RETURN count(n) AS n' },
  { ask: 'USE movies MATCH (n) RETURN n' },
  {
    ask: 'MATCH (n:Person) CALL (n) { SET n.t = 1 } IN TRANSACTIONS OF 2 ROWS',
    look: 'MATCH (n:Person) RETURN sum(n.t) AS s',
    undo: ['MATCH (n:Person) REMOVE n.t'],
  },
  {
    ask: 'UNWIND range(1, 5) AS i CALL (i) { CREATE (:W {id: i}) } IN TRANSACTIONS OF 2 ROWS RETURN count(*) AS n',
    look: 'MATCH (n:W) RETURN count(n) AS n',
    undo: ['MATCH (n:W) DELETE n'],
  },
  { ask: "MATCH (p:Person {id: 'p1'}) DELETE p" },
  { ask: 'CREATE DATABASE other' },
  { ask: 'CREATE ROLE other' },
  { ask: 'COMMIT' },
  { ask: 'RETURN 1 AS a; RETURN 2 AS b' },
]

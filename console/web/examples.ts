// Example questions for a first visit: in words, and as the query that answers them. Data only; a test runs each of them.

export interface Example {
  zh: string
  en: string
  cypher: string
}

export const EXAMPLES: readonly Example[] = [
  {
    zh: '谁带队去了哪个省？',
    en: 'Who led a team to which province?',
    cypher: `MATCH (p:Person)-[l:LEADS_GROUP]->(g:Group)-[i:INSPECTS]->(v:Province)
RETURN p, l, g, i, v
LIMIT 300`,
  },
  {
    zh: '哪些会议因事故而开，由谁主持？',
    en: 'Which meetings answered an accident, and who chaired them?',
    cypher: `MATCH (m:Meeting)-[r:RESPONDED_TO]->(a:Accident)
OPTIONAL MATCH (p:Person)-[c:CHAIRED]->(m)
RETURN m, r, a, p, c
LIMIT 300`,
  },
  {
    zh: '会议传达了谁的指示？',
    en: 'Whose directives did meetings pass on?',
    cypher: `MATCH (m:Meeting)-[c:CONVEYED]->(d:Directive)<-[i:ISSUED]-(who)
RETURN m, c, d, i, who
LIMIT 300`,
  },
  {
    zh: '谁担任什么职务，谁是前任？',
    en: 'Who holds which post, and who held it before?',
    cypher: `MATCH (p:Person)-[r:HOLDS_POST]->(o:Post)
RETURN p, r, o
LIMIT 300`,
  },
  {
    zh: '历次事故：何时、何地、伤亡多少？（表）',
    en: 'Accidents: when, where, how many casualties? (table)',
    cypher: `MATCH (a:Accident)
OPTIONAL MATCH (a)-[:OCCURRED_IN]->(v:Province)
RETURN a.date AS date, a.name AS accident, v.name AS province, a.deaths AS deaths, a.injured AS injured
ORDER BY date DESC`,
  },
  {
    zh: '哪些说法有最多的原文支持？（表）',
    en: 'Which facts have the most sentences behind them? (table)',
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
RETURN a AS from, r AS fact, b AS to, r.sources AS sources, r.quote AS quote
ORDER BY sources DESC
LIMIT 50`,
  },
]

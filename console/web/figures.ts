// The query behind each figure of the first page and of the model: what the figure counts is what the query finds. In: what
// the figure is of. Out: Cypher for the editor. Text only; a test asks every one of them.

/** A literal of Cypher: the text of a name in single quotes. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** A name of a type as Cypher takes it. */
const named = (type: string): string => (/^[A-Za-z_]\w*$/.test(type) ? type : `\`${type.replaceAll('`', '``')}\``)

const DOCUMENT_COLUMNS = 'd.date AS date, d.title AS title, d.source AS source'

export const allDocuments = (): string => `MATCH (d:Document)
RETURN ${DOCUMENT_COLUMNS}
ORDER BY date DESC`

export const allStatements = (): string => `MATCH (s:Statement)-[:STATED_IN]->(d:Document)
RETURN s.date AS date, s.type AS type, s.quote AS quote, d.title AS document
ORDER BY date DESC`

export const allOfType = (type: string): string => `MATCH (n:${named(type)})
RETURN n
ORDER BY n.documents DESC`

export const allOfRelation = (type: string): string => `MATCH (a:Entity)-[r:${named(type)}]->(b:Entity)
RETURN a, r, b
ORDER BY r.sources DESC`

/** Relations of one type between two types of things. */
export const relationBetween = (type: string, from: string, to: string): string =>
  `MATCH (a:${named(from)})-[r:${named(type)}]->(b:${named(to)})
RETURN a, r, b
ORDER BY r.sources DESC`

/** What is of a year; '' asks for what bears no date. */
const ofYear = (name: string, year: string): string =>
  year === '' ? `${name}.date IS NULL` : `${name}.date STARTS WITH ${quoted(year)}`

export const documentsOfYear = (year: string): string => `MATCH (d:Document) WHERE ${ofYear('d', year)}
RETURN ${DOCUMENT_COLUMNS}
ORDER BY date DESC`

export const accidentsOfYear = (year: string): string => `MATCH (a:Accident) WHERE ${ofYear('a', year)}
OPTIONAL MATCH (a)-[r:OCCURRED_IN]->(v)
RETURN a, r, v
ORDER BY a.date`

export const meetingsOfYear = (year: string): string => `MATCH (m:Meeting) WHERE ${ofYear('m', year)}
OPTIONAL MATCH (p:Person)-[r:CHAIRED]->(m)
RETURN m, r, p
ORDER BY m.date`

export const documentsOfProvince = (name: string): string =>
  `MATCH (d:Document)-[:MENTIONS]->(:Province {name: ${quoted(name)}})
RETURN ${DOCUMENT_COLUMNS}
ORDER BY date DESC`

export const accidentsOfProvince = (name: string): string =>
  `MATCH (a:Accident)-[r:OCCURRED_IN]->(v:Province {name: ${quoted(name)}})
RETURN a, r, v
ORDER BY a.date`

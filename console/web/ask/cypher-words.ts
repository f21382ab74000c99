// The words of the language that completion offers. Data only; both engines know them.

export const KEYWORDS: readonly string[] = (
  'MATCH|OPTIONAL MATCH|WHERE|RETURN|WITH|UNWIND|ORDER BY|SKIP|LIMIT|DISTINCT|AS|AND|OR|NOT|XOR|IN|IS NULL|IS NOT NULL|' +
  'STARTS WITH|ENDS WITH|CONTAINS|CASE|WHEN|THEN|ELSE|END|UNION|UNION ALL|CALL|YIELD|EXISTS|COUNT|COLLECT|DESC|ASC|' +
  'TRUE|FALSE|NULL|EXPLAIN|PROFILE'
).split('|')

export const FUNCTIONS: readonly string[] = (
  'abs avg ceil coalesce collect count date datetime duration elementId endNode floor head keys labels last left length ' +
  'max min nodes none percentileCont properties range reduce relationships replace reverse right round shortestPath sign ' +
  'single size split startNode stDev substring sum tail toBoolean toFloat toInteger toLower toString toUpper trim type'
).split(' ')

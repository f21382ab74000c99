// The functions that a query may call, as SHOW FUNCTIONS lists them. In: nothing. Out: columns and rows.

import type { Answer } from './catalog.js'

const BY_CATEGORY: Record<string, string> = {
  Aggregating: 'avg collect count max min percentileCont percentileDisc stdev stdevp sum',
  List: 'keys labels nodes range reduce relationships tail toBooleanList toFloatList toIntegerList toStringList',
  Logarithmic: 'e exp log log10 sqrt',
  Numeric: 'abs ceil floor isNaN rand round sign',
  Predicate: 'all any exists isEmpty none single',
  Scalar:
    'char_length character_length coalesce elementId endNode head id last length nullIf properties randomUUID size startNode timestamp toBoolean toBooleanOrNull toFloat toFloatOrNull toInteger toIntegerOrNull type valueType',
  String:
    'left lower ltrim normalize replace reverse right rtrim split substring toLower toString toStringOrNull toUpper trim upper',
  Temporal:
    'date date.truncate datetime datetime.truncate duration duration.between duration.inDays duration.inMonths duration.inSeconds localdatetime localdatetime.truncate localtime time',
  Trigonometric: 'acos asin atan atan2 cos cot degrees haversin pi radians sin tan',
}

/** SHOW FUNCTIONS; those that the user has defined are none. */
export function functions(scope: string): Answer {
  const list = Object.entries(BY_CATEGORY).flatMap(([category, names]) =>
    names.split(' ').map((name) => ({ name, category })),
  )
  const shown = scope.startsWith('USER')
    ? []
    : list.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  return {
    columns: ['name', 'category', 'description', 'signature', 'isBuiltIn', 'aggregating'],
    rows: shown.map(({ name, category }) => [name, category, '', `${name}(…)`, true, category === 'Aggregating']),
  }
}

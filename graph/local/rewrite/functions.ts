// Functions of Neo4j's that the engine (0.6.0) lacks, or answers otherwise, said with those it has. In: a name and the texts of
// the arguments. Out: an expression. Each argument may be repeated: an expression of Cypher has no effects.

/** An expression for a call with these arguments; null when this many arguments are not known. */
export type Spelling = (...args: string[]) => string | null

const one = (spell: (x: string) => string): Spelling => {
  return (...args) => (args.length === 1 ? spell(args[0] as string) : null)
}
const two = (spell: (x: string, y: string) => string): Spelling => {
  return (...args) => (args.length === 2 ? spell(args[0] as string, args[1] as string) : null)
}
const renamed = (name: string): Spelling => {
  return (...args) => `${name}(${args.join(', ')})`
}
const isText = (x: string) => /^(['"]).*\1$/s.test(x)

/** The engine knows these, but gives something else than Neo4j: they are replaced wherever they stand. */
export const ANSWERED_OTHERWISE: Record<string, Spelling> = {
  // Half goes up in Neo4j, away from zero in the engine.
  round: (x = '', digits, mode) => {
    if (mode !== undefined && !/^(['"])HALF_UP\1$/i.test(mode)) return null
    if (digits === undefined) return `floor(${x} + 0.5)`
    return `(floor((${x}) * 10.0 ^ (${digits}) + 0.5) / 10.0 ^ (${digits}))`
  },
  tointeger: one((x) => `coalesce(toInteger(${x}), toInteger(toFloat(${x})))`),
  // The engine writes 1.0 as "1".
  tostring: one((x) =>
    isText(x)
      ? x
      : `CASE WHEN isTyped(${x}, 'FLOAT') AND ${x} = floor(${x}) AND abs(${x}) < 1e15 THEN toString(${x}) + '.0' ELSE toString(${x}) END`,
  ),
  // Of nothing the engine gives null.
  sum: one((x) => `coalesce(sum(${x}), 0)`),
}

/** What `valueType` calls the types, in its order. */
const TYPES =
  'BOOLEAN|STRING|INTEGER|FLOAT|DATE|LOCAL TIME|ZONED TIME|LOCAL DATETIME|ZONED DATETIME|DURATION|NODE|RELATIONSHIP|PATH|MAP'.split(
    '|',
  )

function valueType(x: string): string {
  const names = [...TYPES, 'LIST'].map((type) => `'${type}'`).join(', ')
  const items = `string_join([__t IN [${names}] WHERE any(__j IN ${x} WHERE isTyped(__j, __t)) | __t + CASE WHEN any(__j IN ${x} WHERE __j IS NULL) THEN '' ELSE ' NOT NULL' END], ' | ')`
  const list = `CASE WHEN size(${x}) = 0 THEN 'LIST<NOTHING> NOT NULL' ELSE 'LIST<' + ${items} + '> NOT NULL' END`
  // A node is a map to the engine too.
  const plain = `head([__t IN [${names}] WHERE isTyped(${x}, __t) | __t + ' NOT NULL'])`
  return `CASE WHEN ${x} IS NULL THEN 'NULL' WHEN isTyped(${x}, 'LIST') THEN ${list} ELSE ${plain} END`
}

/** As Neo4j makes them: version 4, from the engine's random numbers. */
const RANDOM_ID = `reduce(__u = '', __i IN range(1, 36) | __u + CASE WHEN __i IN [9, 14, 19, 24] THEN '-' WHEN __i = 15 THEN '4' WHEN __i = 20 THEN substring('89ab', toInteger(rand() * 4), 1) ELSE substring('0123456789abcdef', toInteger(rand() * 16), 1) END)`

const eachAs = (name: string) => one((xs) => `[__x IN ${xs} | ${name}(__x)]`)

/** The engine does not know these: they are replaced once it has refused a query. */
export const UNKNOWN: Record<string, Spelling> = {
  ...Object.fromEntries(
    ['date', 'time', 'datetime', 'localtime', 'localdatetime'].flatMap((name) =>
      ['transaction', 'statement', 'realtime'].map((clock) => [`${name}.${clock}`, renamed(name)]),
    ),
  ),
  character_length: renamed('char_length'),
  tointegerornull: one((x) => `toInteger(${x})`),
  tofloatornull: renamed('toFloat'),
  tobooleanornull: renamed('toBoolean'),
  tostringornull: one(
    (x) => `CASE WHEN isTyped(${x}, 'LIST') OR isTyped(${x}, 'MAP') THEN null ELSE toString(${x}) END`,
  ),
  tointegerlist: eachAs('toInteger'),
  tofloatlist: eachAs('toFloat'),
  tobooleanlist: eachAs('toBoolean'),
  tostringlist: eachAs('toString'),
  isempty: one((x) => `CASE WHEN isTyped(${x}, 'MAP') THEN size(keys(${x})) = 0 ELSE size(${x}) = 0 END`),
  isnan: one((x) => `(toFloat(${x}) <> toFloat(${x}))`),
  cot: one((x) => `(1.0 / tan(${x}))`),
  haversin: one((x) => `((1.0 - cos(${x})) / 2)`),
  randomuuid: (...args) => (args.length === 0 ? RANDOM_ID : null),
  valuetype: one(valueType),
  'date.truncate': two((unit, x) => `date(${truncated(unit, x)})`),
  'datetime.truncate': two(truncated),
  'localdatetime.truncate': two(truncated),
  'duration.between': two((a, b) =>
    between(a, b, 'duration({months: __m}) + ', split('(__b - (__a + duration({months: __m})))')),
  ),
  'duration.inmonths': two((a, b) => between(a, b, '', 'duration({months: __m})')),
  'duration.indays': two((a, b) =>
    bound(a, b, 'head([__d IN [__b - __a] | duration({days: __d.days + toInteger(__d.seconds / 86400)})])'),
  ),
  'duration.inseconds': two((a, b) =>
    bound(a, b, 'head([__d IN [__b - __a] | duration({seconds: __d.days * 86400 + __d.seconds})])'),
  ),
}

/** The engine's own truncation knows no weeks. */
function truncated(unit: string, x: string): string {
  if (!/^(['"])week\1$/i.test(unit)) return `date_trunc(${unit}, ${x})`
  return `head([__w IN [${x}] | __w - duration({days: __w.dayOfWeek - 1})])`
}

/** Binds the two ends once. */
function bound(a: string, b: string, inside: string): string {
  return `head([__a IN [${a}] | head([__b IN [${b}] | ${inside}])])`
}

/** Months that have gone by whole: counted by the calendar, less one when the last is not full. */
function between(a: string, b: string, before: string, rest: string): string {
  const months = '(__b.year - __a.year) * 12 + __b.month - __a.month'
  const full = `__n - CASE WHEN __b >= __a AND __a + duration({months: __n}) > __b THEN 1 WHEN __b < __a AND __a + duration({months: __n}) < __b THEN -1 ELSE 0 END`
  return bound(a, b, `head([__n IN [${months}] | head([__m IN [${full}] | ${before}${rest}])])`)
}

/** A difference of two moments as days and seconds: the engine gives hours only. */
function split(difference: string): string {
  return `head([__d IN [${difference}] | duration({days: __d.days + toInteger(__d.seconds / 86400), seconds: __d.seconds % 86400})])`
}

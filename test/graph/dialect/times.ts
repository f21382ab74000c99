// Dates, times, durations: made, taken apart, compared, reckoned with.
import type { Question } from './question.js'

export const TIMES: Question[] = [
  { ask: "RETURN date('2023-11-16') AS d" },
  { ask: 'RETURN date({year: 2023, month: 11, day: 16}) AS d, date({year: 2023}) AS y' },
  {
    ask: "RETURN date('20231116') AS basic, date('2023-11') AS month, date('2023-W46-4') AS week, date('2023-320') AS day",
  },
  { ask: "RETURN localtime('08:05:30.5') AS lt, time('08:05+08:00') AS t" },
  { ask: "RETURN datetime('2023-11-16T06:50:00+08:00') AS dt, localdatetime('2023-11-16T06:50:00') AS ldt" },
  { ask: "RETURN datetime('2023-11-16T06:50:00Z') AS z" },
  { ask: "RETURN datetime('2023-11-16T06:50:00[Asia/Shanghai]') AS zone", differs: 'A zone becomes its offset.' },
  { ask: "RETURN datetime({year: 2023, month: 11, day: 16, hour: 6, timezone: '+08:00'}) AS dt" },
  {
    ask: 'RETURN localdatetime({year: 2023, month: 11, day: 16, hour: 6, minute: 50, second: 3, millisecond: 5}) AS dt',
  },
  { ask: "RETURN duration('P1Y2M3DT4H5M6.5S') AS d, duration('P2W') AS w, duration('-P1D') AS neg" },
  { ask: 'RETURN duration({days: 3, hours: 4}) AS d, duration({months: 14}) AS m' },
  {
    ask: "WITH date('2023-11-16') AS d RETURN d.year AS y, d.month AS m, d.day AS day, d.week AS w, d.dayOfWeek AS dow, d.quarter AS q",
  },
  { ask: "WITH date('2023-11-16') AS d RETURN d.ordinalDay AS o, d.weekYear AS wy, d.dayOfQuarter AS dq" },
  { ask: "RETURN date('2023-11-16').year AS y" },
  {
    ask: "WITH datetime('2023-11-16T06:50:10.123+08:00') AS t RETURN t.hour AS h, t.minute AS mi, t.second AS s, t.millisecond AS ms, t.offset AS o, t.epochSeconds AS es, t.epochMillis AS em",
  },
  { ask: "WITH localdatetime('2023-11-16T06:50:10') AS t RETURN t.year AS y, t.hour AS h" },
  {
    ask: "WITH duration('P1Y2M10DT2H30M') AS d RETURN d.years AS y, d.months AS m, d.days AS dd, d.hours AS h, d.minutes AS mi",
  },
  {
    ask: "RETURN date('2023-11-16') + duration('P1M') AS a, date('2023-01-31') + duration({months: 1}) AS b, date('2023-11-16') - duration({days: 16}) AS c",
  },
  { ask: "RETURN datetime('2023-11-16T06:50:00Z') + duration('PT90M') AS a" },
  { ask: "RETURN duration.between(date('2023-03-14'), date('2023-11-16')) AS d" },
  {
    ask: "RETURN duration.inDays(date('2023-03-14'), date('2023-11-16')).days AS d, duration.inMonths(date('2023-03-14'), date('2023-11-16')) AS m",
  },
  { ask: "RETURN duration.inSeconds(datetime('2023-11-16T06:00:00Z'), datetime('2023-11-16T07:30:00Z')).seconds AS s" },
  { ask: "RETURN duration('P1D') + duration('PT1H') AS a, duration('P2D') * 2 AS b" },
  { ask: "RETURN date('2023-11-16') < date('2023-11-17') AS a, date('2023-11-16') = date('2023-11-16') AS b" },
  {
    ask: "RETURN date.truncate('month', date('2023-11-16')) AS m, date.truncate('year', date('2023-11-16')) AS y, date.truncate('week', date('2023-11-16')) AS w",
  },
  { ask: "RETURN datetime.truncate('hour', datetime('2023-11-16T06:50:00Z')) AS h" },
  {
    ask: "RETURN toString(date('2023-11-16')) AS d, toString(datetime('2023-11-16T06:50:00+08:00')) AS dt, toString(duration('P1Y2M')) AS du",
  },
  { ask: 'RETURN date() <= date() AS a, datetime() IS NOT NULL AS b, timestamp() > 0 AS c' },
  { ask: 'RETURN date().year >= 2023 AS a, datetime().year >= 2023 AS b' },
  {
    ask: "RETURN date(datetime('2023-11-16T23:50:00Z')) AS d, localtime(datetime('2023-11-16T23:50:00Z')) AS t",
    differs: 'localtime() of a moment keeps the offset.',
  },
  { ask: 'RETURN datetime({epochSeconds: 1700000000}) AS a, datetime({epochMillis: 1700000000123}) AS b' },
  { ask: "RETURN [date('2023-11-16'), date('2023-11-17')] AS list, {at: date('2023-11-16')} AS map" },
  { ask: "RETURN date('2023-13-40') AS d" },
  { ask: "RETURN date('not a date') AS d" },
  { ask: 'RETURN date(null) AS d' },
  {
    ask: "MATCH (a:Accident) WHERE size(a.date) = 10 AND date(a.date) > date('2023-05-01') RETURN a.id, date(a.date) AS day",
  },
  {
    ask: 'MATCH (a:Accident) WHERE size(a.date) = 10 RETURN date(a.date).month AS month, count(*) AS n ORDER BY month',
  },
  {
    ask: "MATCH (a:Accident {id: 'a1'}), (b:Accident {id: 'a2'}) RETURN duration.inDays(date(a.date), date(b.date)).days AS days",
  },
  {
    ask: "CREATE (x:Event {on: date('2023-11-16'), at: localdatetime('2023-11-16T06:50:00'), took: duration('PT2H')}) RETURN x",
    look: 'MATCH (x:Event) RETURN x.on AS on, x.at AS at, x.took AS took',
  },
  { ask: "UNWIND ['2023-11-16', '2022-01-01'] AS text WITH date(text) AS d RETURN d ORDER BY d" },
  { ask: "UNWIND ['2023-11-16', '2022-01-01'] AS text RETURN max(date(text)) AS latest, collect(date(text)) AS all" },
  {
    ask: "RETURN localdatetime(datetime('2023-11-16T23:50:00+08:00')) AS d",
    differs: 'Local time is taken in UTC: write the local moment itself.',
  },
  { ask: "RETURN duration.between(datetime('2023-11-16T06:30:00Z'), datetime('2023-03-14T08:00:00Z')) AS back" },
  {
    ask: 'RETURN date({year: 2023, week: 5}) AS d',
    differs: 'Of a map only year, month and day are read: date("2023-W05").',
  },
]

// The names of the functions that make one value of many rows, in small letters.

export const AGGREGATES: ReadonlySet<string> = new Set(
  'count sum avg min max collect stdev stdevp percentilecont percentiledisc'.split(' '),
)

// A full-text query in the language of Lucene, as much of it as analysts write. In: its text. Out: what to look up, and what a
// text must hold and must not.

export interface TextQuery {
  /** The words whose texts are ranked, in one line. */
  ranked: string
  /** Parts that the index cannot look up (one Chinese sign, `word*`) and that have to be sought in the texts, in small letters. */
  sought: string[]
  required: string[]
  excluded: string[]
}

const TERM = /([+-]?)(?:[\p{L}_][\p{L}\p{N}_]*:)?(?:"([^"]*)"|([^\s()"]+))/gu
const ONE_SIGN = /^[\u3400-\u9fff\uf900-\ufaff]$/

/** Reads `瓦斯 +事故 -演练 "安全生产"`, `A AND NOT B`, `name:saf*`; a query that is none is looked up as it stands. */
export function readTextQuery(text: string): TextQuery {
  const query: TextQuery = { ranked: '', sought: [], required: [], excluded: [] }
  const terms = [...text.matchAll(TERM)].map(([whole, sign = '', phrase, word = '']) => ({ whole, sign, phrase, word }))
  const ranked: string[] = []
  for (const [at, { sign, phrase, word, whole }] of terms.entries()) {
    if (/^(AND|OR|NOT|&&|\|\||!)$/.test(whole)) continue
    const bare = (phrase ?? word.replace(/[*?]+$|~\d*\.?\d*$|\^\d+\.?\d*$/g, '')).replace(/\\(.)/g, '$1').toLowerCase()
    if (bare === '') continue
    const before = terms[at - 1]?.whole
    const between = (mark: string | undefined) => mark === 'AND' || mark === '&&'
    if (sign === '-' || before === 'NOT' || before === '!') {
      query.excluded.push(bare)
      continue
    }
    if (ONE_SIGN.test(bare) || /[*?]$/.test(word)) query.sought.push(bare)
    else ranked.push(bare)
    if (sign === '+' || phrase !== undefined || between(before) || between(terms[at + 1]?.whole))
      query.required.push(bare)
  }
  query.ranked = ranked.join(' ')
  return query
}

/** Whether a text (none: it was not asked for) holds what the query requires, and nothing that it excludes. */
export function fits({ required, excluded }: TextQuery, text: string | undefined): boolean {
  const small = (text ?? '').toLowerCase()
  return required.every((part) => small.includes(part)) && !excluded.some((part) => small.includes(part))
}

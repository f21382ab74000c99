// A regular expression and a text -> all its matches. Unlike String.matchAll it makes no copy of the expression, which costs more
// than most searches do: they find nothing.

const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of an expression in a text, in order.
 * @param regex with the flag g
 * @param from where the first may begin
 */
export function matchesOf(regex: RegExp, text: string, from = 0): readonly RegExpExecArray[] {
  regex.lastIndex = from
  let match = regex.exec(text)
  if (!match) return NONE
  const found: RegExpExecArray[] = []
  for (; match; match = regex.exec(text)) {
    found.push(match)
    if (!match[0]) regex.lastIndex++
  }
  return found
}

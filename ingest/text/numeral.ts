// Numerals -> numbers: 14, 十四, 一百零五, 三千二百, 两万, 二〇二三. Whether the text is a numeral, the caller has seen to.
const DIGITS = '〇一二三四五六七八九'
const UNITS = [
  ['万', 10000],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
] as const

/** The number that a numeral means; NaN for what is none. Characters without a unit are read digit by digit. */
export function numeral(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const plain = text.replace(/[○零]/gu, '〇').replace(/两/gu, '二')
  for (const [unit, worth] of UNITS) {
    const at = plain.indexOf(unit)
    if (at < 0) continue
    const rest = plain.slice(at + 1).replace(/^〇/u, '')
    return (at > 0 ? numeral(plain.slice(0, at)) : 1) * worth + (rest ? numeral(rest) : 0)
  }
  return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''))
}

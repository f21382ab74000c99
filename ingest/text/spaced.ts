// The text as published -> which of its spaces a scanner or a typist put between characters of one word. Knows nothing of words.
// 安 全 生 产 , 2024 年 6 月 2 日, “ 6 · 2 ”: dropped. 王  凯, columns of a table: kept.
import { matchesOf } from './matches.js'

/** A line is spaced when it holds five or more single characters, one space between each two, or spaces before its marks. */
const SPACED = /(?<![^\s])[^\s\w](?: [^\s\w]){4,}(?![^\s])| [，。、；：] /u
const RUN = /(?<![^\s])[^\s\w](?: [^\s\w]){4,}(?![^\s])/gu
/** Where all lines are spaced, a shorter run is one too. */
const SHORT_RUN = /(?<![^\s])[^\s\w](?: [^\s\w]){2,}(?![^\s])/gu
/** A space before a mark that never has one, or after it, where the other side has one too. */
const MARKS = / (?=[，。、；：”）》〕])|(?<= [，。、；：“（《·]) |(?<=[“（《〔]) /gu
/** A space outside quotes and brackets. */
const OUTSIDE = / (?=[“（《〔])|(?<=[”）》〕]) /gu
/** A space between a figure and its unit. */
const UNIT = /(?<=[\dOoIl]) (?=[年月日时分秒号人名个起次市县])|(?<=[年月日时]) (?=\d)|(?<=\d) (?=[·])|(?<=·) (?=\d)/gu

/** 厅　　长, 副 局 长: an office set wide to fill its column. */
const COLUMN =
  /(?<=^|[\n 　，；：、])(?:副|常务副|总)?[ 　]{0,3}[厅局部处院校主书科司市县区州镇乡省旗][ 　]{1,4}[长任记](?=[ 　：:（(\r\n]|$)/gu

/** 副主 任, 副局 长 at the end of a word: a scanner parted the last character of an office. */
const OFFICE =
  /(?<=[副总][主部局厅处科省市县区州盟旗镇乡所站院校队]|[厅局处会委室]主) (?=[长任席](?:[ \n\r，。；、：）]|$))/gu

/** 雪克来提 · 某某: a name of two parts set wide. */
const DOT = /(?<=[\u4e00-\u9fff]) (?=· ?[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ?·) (?=[\u4e00-\u9fff])/gu

/** What both of these hold. */
const BEFORE_LAST = /[ 　][长任席记]/u

/**
 * Spaces that part the characters of a word.
 * @param text the document's text as published
 * @returns offsets of the spaces to drop, undefined when there are none; linear in the length of the text
 */
export function wordSpaces(text: string): Set<number> | undefined {
  if (!/[ 　]/u.test(text)) return undefined
  const offices = BEFORE_LAST.test(text) ? gapsInOffices(text) : []
  if (text.includes('·')) for (const m of matchesOf(DOT, text)) offices.push(m.index)
  if (!SPACED.test(text)) return offices.length ? new Set(offices) : undefined
  const rows: { line: string; from: number; spaced: boolean }[] = []
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const line = text.slice(from, to)
    if (line.includes(' ')) rows.push({ line, from, spaced: SPACED.test(line) })
    from = to + 1
  }
  const all = rows.filter((row) => row.spaced).length * 3 >= rows.length
  const drop = new Set<number>(offices)
  for (const { line, from, spaced } of rows) {
    if (!all && !spaced) continue
    for (const run of matchesOf(all ? SHORT_RUN : RUN, line))
      for (let i = 1; i < run[0].length; i++) if (run[0][i] === ' ') drop.add(from + run.index + i)
    for (const pattern of all ? [MARKS, OUTSIDE, UNIT] : [MARKS, UNIT])
      for (const m of matchesOf(pattern, line)) drop.add(from + m.index)
  }
  return drop
}

function gapsInOffices(text: string): number[] {
  const gaps = matchesOf(OFFICE, text).map((m) => m.index)
  for (const m of matchesOf(COLUMN, text))
    for (let i = 1; i < m[0].length; i++) if (/[ 　]/u.test(m[0][i] as string)) gaps.push(m.index + i)
  return gaps
}

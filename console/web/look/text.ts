// Text on the canvas: its face, and how it is cut by its width. In: a text and a width in half-width columns. Out: what fits, with an ellipsis. Pure.

/** The face of all words on the canvas, and the font of those beside a line. */
export const FACE = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
export const CAPTION_FONT = `11px ${FACE}`

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u
// Marks that turn the direction of text would turn the rest of a line with them.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

/** The number of half-width columns a text takes: a Chinese character takes two. */
export function widthOfText(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** The text in one line, without invisible marks, cut to at most so many columns. */
export function cutText(text: string, columns: number): string {
  const clean = text.slice(0, columns * 4).replace(INVISIBLE, ' ')
  if (widthOfText(clean) <= columns && clean.length === text.length) return clean
  let width = 1
  let kept = ''
  for (const character of clean) {
    width += WIDE.test(character) ? 2 : 1
    if (width > columns) break
    kept += character
  }
  return `${kept}…`
}

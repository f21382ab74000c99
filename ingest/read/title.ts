// The head of a page in; its title out: the first line that is not furniture, joined with the line that goes on with it.
import { BODY, findMonth, findNumber, findStamp, isNumber, type Line, type Page } from './page.js'

/** A longer first line is a paragraph, whose first sentence must do; in characters. */
const TITLE_LENGTH = 100
const FURNITURE =
  /^(?:当前位置|您的位置|首页|索引号|索 引 号|来源|來源|发布|發布|时间|日期|作者|撰文|记者|编辑|原创|字号|字体|浏览|阅读|点击|分享|打印|【?字体|▲|△|点击上方|http)/

/** The title a page shows, or undefined when it has no line of words. */
export function readTitle({ head }: Page): string | undefined {
  const numbered = findNumber(head)
  const candidates = (numbered >= 0 ? head.slice(numbered + 1) : head).filter((line) => !isFurniture(line))
  const [first, second] = candidates
  if (!first) return undefined
  if (second && BODY.test(first.folded) && !/[，。；]/.test(first.folded) && /^关于/.test(second.folded))
    return `${first.raw}${second.raw}`
  if (second && /^(?:——|--)/.test(second.folded)) return `${first.raw}${second.raw}`
  if (first.raw.length <= TITLE_LENGTH) return first.raw
  return first.raw.slice(0, first.raw.search(/[。；！？]|$/) + 1).slice(0, TITLE_LENGTH)
}

function isFurniture(line: Line): boolean {
  return (
    FURNITURE.test(line.folded) || findStamp(line) !== undefined || findMonth([line]) !== undefined || isNumber(line)
  )
}

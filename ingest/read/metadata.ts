// A text in; its title, date and source out, where the text itself says so: heads, stamps, datelines, signatures.
// Pure. Dates told inside a story are not the document's own and are left alone.
import { FULL_DATE, foldDigits, makeDate, toDate, toDateText } from './dates.js'

export interface Metadata {
  title: string
  date?: string
  source?: string
}

/** A line without mark-up and with digits and spaces folded, as the patterns below expect it. */
interface Line {
  raw: string
  folded: string
}

/** A stamp or a source stands above the story: this many lines that are not blank are its head, and as many its foot. */
const HEAD = 10
const FOOT = 8
/** No stamp line is longer; a longer line is a sentence of the story. */
const STAMP_LENGTH = 120
const TITLE_LENGTH = 100

const LABEL = /(?:发布时间|發布時間|发布日期|发文日期|成文日期|发表时间|更新时间|时间|日期|发布|發布)\s*[:：]?\s*$/
const SOURCE = /(?:文章|信息|稿件|消息|资料)?(?:来源|來源|发布机构|發布機構|发文机关|发布单位)\s*[:：]\s*/
const FURNITURE =
  /^(?:当前位置|您的位置|首页|索引号|索 引 号|来源|來源|发布|發布|时间|日期|作者|撰文|记者|编辑|原创|字号|字体|浏览|阅读|点击|分享|打印|【?字体|▲|△|点击上方|http)/
const NUMBER = /^[\p{Script=Han}]{1,12}[〔[(（【]((?:19|20)\d{2})[〕\])）】]\s*第?\d+\s*号$/u
const BODY = /(?:委员会|委员会办公室|办公室|办公厅|人民政府|政府|厅|局|部|委|院|总队|指挥部|公司)$/
const PAPER = /(?:社|报|網|网|台|新闻|联播|客户端|时报|日报|晚报)$/

/**
 * Title, date and source of a document as its text states them.
 * @param fallback the title of a text that shows none
 */
export function readMetadata(text: string, fallback: string): Metadata {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(toLine)
    .filter(({ folded }) => folded !== '')
  const head = lines.slice(0, HEAD)
  const foot = lines.slice(-FOOT)
  const title = readTitle(head) ?? fallback
  const date = readDate(head, foot, text, title)
  const source = readSource(head, foot)
  return { title, ...(date ? { date } : {}), ...(source ? { source } : {}) }
}

function toLine(line: string): Line {
  const raw = line
    .replace(/!\[[^\]]*\]\([^)]*\)?/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s\u3000]+/, '')
    .replace(/\*\*|__/g, '')
    .trim()
  return { raw, folded: foldDigits(raw).replace(/ +/g, ' ').trim() }
}

// ---- title

function readTitle(head: readonly Line[]): string | undefined {
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

/** Where an official paper bears its number: above it stands only the body that prints it. A paper quoted further down has its own. */
function findNumber(head: readonly Line[]): number {
  const at = head.findIndex(({ folded }) => NUMBER.test(folded))
  const above = head.slice(0, Math.max(0, at)).map(({ folded }) => folded.replace(/ /g, '').replace(/文件$/, ''))
  return above.every((line) => BODY.test(line) && line.length <= 40) ? at : -1
}

function isFurniture(line: Line): boolean {
  return (
    FURNITURE.test(line.folded) ||
    findStamp(line) !== undefined ||
    findMonth([line]) !== undefined ||
    NUMBER.test(line.folded)
  )
}

// ---- date

function readDate(head: readonly Line[], foot: readonly Line[], text: string, title: string): string | undefined {
  const stamps = head.map(findStamp).filter((stamp) => stamp !== undefined)
  const stamp = (stamps.find(({ labelled }) => labelled) ?? stamps[0])?.date
  const signed = findSignature(foot)
  // A signature says when the words were written, a stamp when the page was put up: later, or much later in a repost.
  if (signed && (!stamp || signed <= stamp)) return signed
  return stamp ?? findDateline(head, foot, text, title) ?? findMonth(head) ?? findYear(foldDigits(title), head, text)
}

/** A line that is a month and nothing else: 2005-12. */
function findMonth(head: readonly Line[]): string | undefined {
  return head
    .map(({ folded }) => (/^\d{4}(?:-\d{1,2}|年\d{1,2}月)$/.test(folded) ? toDate(folded) : undefined))
    .find((month) => month)
}

/** A full date that stands by itself on a short line: at its beginning or after a gap or label, and nothing but a gap after it. */
function findStamp({ folded }: Line): { date: string; labelled: boolean; before: string; after: string } | undefined {
  if (folded.length > STAMP_LENGTH || /。.|[，；]/.test(folded)) return undefined
  for (const match of folded.matchAll(FULL_DATE)) {
    const before = folded.slice(0, match.index)
    const after = folded.slice(match.index + match[0].length)
    const labelled = LABEL.test(before)
    const date = toDateText(match)
    if (
      !date ||
      !(labelled || /^$|[\s|｜:：(（\]】)）]$/.test(before)) ||
      !/^$|^[\s|｜T)）\]】]|^\d{1,2}[:时]/.test(after)
    )
      continue
    return { date, labelled, before, after: after.replace(/^\s*T?\d{1,2}:\d{2}(?::\d{2})?/, '') }
  }
  return undefined
}

/** The date under the last words: alone on its line, in front of 印发, or at the end of a closing note in brackets. */
function findSignature(foot: readonly Line[]): string | undefined {
  const patterns = [/^DATE$/, /(?:^| )DATE ?印发$/, /^[^。，；]{2,30} DATE$/, /[(（][^()（）。]{0,30}DATE[)）]$/]
  // Sentences after a date mean that it was no signature of the whole.
  const story = foot.findLastIndex(
    ({ folded }) => folded.length > 30 && /。$/.test(folded) && !/^[(（]?(?:抄送|主送|此件)/.test(folded),
  )
  const last = foot.slice(story + 1)
  for (const pattern of patterns)
    for (const { folded } of [...last].reverse()) {
      const dates: string[] = []
      const marked = folded.replace(FULL_DATE, (...found) => {
        dates.push(toDateText(found as unknown as RegExpMatchArray) ?? '')
        return 'DATE'
      })
      if (dates.length === 1 && dates[0] && pattern.test(marked)) return dates[0]
    }
  return undefined
}

const DATELINE =
  /(?:^|[(（【\s])(?:据\s*)?([\p{Script=Han}]{0,12}?)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日[^。，；]{0,14}?(?:电|讯|消息|信息)(?![\p{Script=Han}]{0,2}部门)/u

/** 新华社北京1月2日电: month and day, with the year that the text, or a link in it that bears the same day, gives. */
function findDateline(head: readonly Line[], foot: readonly Line[], text: string, title: string): string | undefined {
  for (const { folded } of [...head, ...foot]) {
    const match = DATELINE.exec(folded.slice(0, STAMP_LENGTH)) ?? DATELINE.exec(folded.slice(-40))
    if (!match) continue
    const [month, day] = [Number(match[3]), Number(match[4])]
    const year = match[2] ?? findLinkYear(text, month, day) ?? findYear(foldDigits(title), head, text)
    if (year) return makeDate(Number(year), month, day)
  }
  return undefined
}

function findLinkYear(text: string, month: number, day: number): string | undefined {
  const [mm, dd] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
  return new RegExp(`https?://[^\\s)]*?[/_-](20\\d{2})[/-]?${mm}[/-]?${dd}(?!\\d)`).exec(text)?.[1]
}

/** The year a text is plainly of: in its number, in the kind of paper it is, or in 2023年度 and 专项整治2023行动. */
function findYear(title: string, head: readonly Line[], text: string): string | undefined {
  const number = NUMBER.exec(head[findNumber(head)]?.folded ?? '')?.[1]
  const kind = /((?:19|20)\d{2})年(?:度|.{0,12}(?:总结|要点|计划|大事记|全体|会议|报告))/.exec(title)?.[1]
  if (number ?? kind) return number ?? kind
  const years = [...foldDigits(text).matchAll(/(20\d{2})(?:年度|行动)/g)].map((match) => match[1] as string)
  return new Set(years).size === 1 ? years[0] : undefined
}

// ---- source

function readSource(head: readonly Line[], foot: readonly Line[]): string | undefined {
  const labelled = head.map(({ folded }) => folded.split(SOURCE)[1]).find((rest) => rest)
  const named = labelled ? firstSegment(labelled) : undefined
  if (named && isName(named)) return named
  return findCredit(foot) ?? findIssuer(head, foot) ?? findStampSource(head) ?? findAgency(head) ?? named
}

/** Furniture is set apart by spaces, bars and arrows. */
function firstSegment(rest: string): string | undefined {
  return rest.split(/[\s|｜>»【[(（]|作者|字号|发布时间|阅读|浏览|点击/).find((part) => part !== '')
}

const isName = (part: string): boolean =>
  /^[\p{Script=Han}“”"《》·\w-]{2,30}$/u.test(part) &&
  /\p{Script=Han}{2}/u.test(part) &&
  !/^(?:本报|本网|本網|本刊|阅读|浏览|点击|听全文|听|字号|字体|下载|打印|收藏|列印|发表|原创|作者|编辑|约|人气|星期|周|[时晨晚]报$)/.test(
    part,
  )

/** The paper that a story was taken from, in brackets at its end: (山西日报). */
function findCredit(foot: readonly Line[]): string | undefined {
  const last = foot.map(
    ({ folded }) => /[(（](?:来源[:：]\s*)?(\p{Script=Han}{2,12})[)）][^。]{0,30}$/u.exec(folded)?.[1],
  )
  return last.filter((name) => name !== undefined && PAPER.test(name)).at(-1)
}

/** Who signs: the line above the date of the signature, or the body whose name heads a numbered paper. */
function findIssuer(head: readonly Line[], foot: readonly Line[]): string | undefined {
  for (const [i, { folded }] of foot.entries()) {
    const noted = /[(（]([^()（） ]{2,30}) ?((?:19|20)\d{2})[^()（）]{4,12}[)）]$/.exec(folded)?.[1]
    if (noted && isName(noted)) return noted
    const signed = [...folded.matchAll(FULL_DATE)]
    if (signed.length !== 1 || folded.length > 60 || /[。，；]/.test(folded)) continue
    const inLine = /(?:^|[(（])([^()（） ]{2,30}) ?$/.exec(folded.slice(0, signed[0]?.index))?.[1]
    const above = foot[i - 1]?.folded.replace(/ /g, '')
    for (const name of [inLine, above])
      if (name && name.length <= 30 && isName(name) && (BODY.test(name) || name === inLine)) return name
  }
  const red = head
    .slice(0, Math.max(0, findNumber(head)))
    .map(({ folded }) => folded.replace(/ /g, '').replace(/文件$/, ''))
  return red.find((name) => BODY.test(name) && name.length <= 30)
}

/** 2022-10-28 新闻联播; 邵武微视角 beside the stamp: the name nearest before it, else the first after it. */
function findStampSource(head: readonly Line[]): string | undefined {
  for (const line of head) {
    const stamp = findStamp(line)
    if (!stamp) continue
    const parts = (side: string) =>
      side
        .replace(LABEL, '')
        .split(/[\s|｜>»（(）)]+/)
        .map((part) => part.replace(/整理$/, ''))
    const before = parts(stamp.before).filter(isName).at(-1)
    const name = before ?? parts(stamp.after).find(isName)
    if (name) return name
  }
  return undefined
}

/** The agency of a dateline: 新华社北京1月2日电, 央视网消息. 本报 names none. */
function findAgency(head: readonly Line[]): string | undefined {
  for (const { folded } of head) {
    const name =
      /^[(（]?(?:据)?(\p{Script=Han}{1,8}?(?:社|网|报|台))(?:\p{Script=Han}{0,8}\d{1,2}月\d{1,2}日[^。，]{0,12}?(?:电|讯|消息|信息)|消息|讯)/u.exec(
        folded,
      )?.[1]
    if (name && !/^本/.test(name)) return name
  }
  return undefined
}

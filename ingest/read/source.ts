// A page in; who published it out: the name after 来源, the paper credited at its end, who signs it, or its agency.
import { FULL_DATE } from './dates.js'
import { BODY, findNumber, findStamp, LABEL, type Line, type Page } from './page.js'

const SOURCE = /(?:文章|信息|稿件|消息|资料)?(?:来源|來源|发布机构|發布機構|发文机关|发布单位)\s*[:：]\s*/
const PAPER = /(?:社|报|網|网|台|新闻|联播|客户端|时报|日报|晚报)$/

/** The name of the source that a page gives, or undefined. */
export function readSource({ head, foot }: Page): string | undefined {
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
        .replace(/[(（][^()（）]*[)）]/g, ' ')
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

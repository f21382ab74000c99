// The name of a directive -> a title, or an instruction by its giver, kind and matter.
import { readBody } from './organization.js'
import { plain } from './plain.js'

/** What the name of a directive says. */
export interface DirectiveWords {
  sort: 'title' | 'instruction'
  /** Who gives it, as the name says. */
  issuer?: string
  /** 指示, 批示, 要求, 讲话 …: of an instruction. */
  kind: string
  /** Title without issuer, marks and 关于; or the matter of the instruction. */
  core: string
  years: string[]
  /** 晋政发〔2023〕3号 -> 晋政发[2023]3号. */
  number?: string
}

const KIND =
  /(?:一系列|系列)?(?:重要)?(指示批示精神|指示批示|指示精神|批示精神|指示|批示|要求|讲话精神|讲话|论述|部署|精神)$/u
const GIVEN = /^(.{2,20}?)(?:总书记|总理|主席)?(?:就|对|关于|在)(.*?)(?:作出的?|所作|提出的?|发表的?|的)?$/u
const TITLED =
  /(?:通知|意见|方案|办法|规定|决定|报告|条例|计划|规划|纲要|细则|通报|公告|通告|函|令|法|标准|规程|规范|准则|制度|预案|指南|清单|措施|要点|批复|决议|公报|章程|守则|规则|倡议书|承诺书|白皮书|办法|目录|建议|任务书|责任书|十五条.{0,6})$/u

/** Reads the name of a directive. */
export function readDirectiveName(written: string): DirectiveWords {
  const name = plain(written)
    .replace(/〔|\[|【/gu, '[')
    .replace(/〕|\]|】/gu, ']')
  const number = /[\u4e00-\u9fff]{1,8}\[\d{4}\]第?\d+号/u.exec(name)?.[0]
  const years = [...name.matchAll(/(20\d{2}|19\d{2})/gu)].map((m) => m[1] as string)
  const base = { years: [...new Set(years)].sort(), ...(number && { number }) }
  const kind = TITLED.test(name) ? null : KIND.exec(name)
  if (!kind)
    return {
      sort: 'title',
      kind: '',
      ...title(name.replace(/[([]?[\u4e00-\u9fff]{1,8}\[\d{4}\]第?\d+号[)\]]?/u, '')),
      ...base,
    }
  const head = name.slice(0, kind.index)
  const given = GIVEN.exec(head)
  const core = matterOf(given?.[2] ?? head)
  return {
    sort: 'instruction',
    kind: (kind[1] as string).replace(/精神$/u, '') || '精神',
    ...(given && { issuer: given[1] as string }),
    core,
    ...base,
  }
}

/** 山西省人民政府关于…的通知: who issues it, and the rest. */
function title(name: string): { issuer?: string; core: string } {
  const about = name.indexOf('关于')
  const head = about > 0 ? name.slice(0, about) : ''
  const issuer = head && readBody(head).known ? head : undefined
  const core = (issuer ? name.slice(about) : name)
    .replace(/^(?:中华人民共和国|关于)+/u, '')
    .replace(/^(?:印发|转发|发布|公布)?(.*?)(?:[（(](?:试行|暂行|修订稿?|征求意见稿)[)）])?$/u, (whole) => whole)
    .replace(/[[\]()（）·、，]/gu, '')
  return issuer ? { issuer, core } : { core }
}

/** A matter without the words that only lead to it. */
export function matterOf(text: string): string {
  return text.replace(/^(?:关于|做好|切实|对|就|进一步|抓好|加强)+/u, '').replace(/(?:的|作出|所作)$/u, '')
}

// Characters right after an office or in a form's field -> what speaks for a name there though they are a word as well (副市长高峰汇报,
// 主任乔木、): an office stands before a verb, an adverb or a further office, seldom before a noun. Knows no names.
import { words } from '../lexicon.js'
import type { Evidence } from './context.js'

/** A verb of speech or duty follows that weighs at least so much; and what it adds to two characters and to three. */
const ACTS = 20
const ACTING = [60, 80]
/** The word fills its place between commas. */
const FILLS = 45
const FIELD_FILLS = 60
/** Parts of speech that follow an office by themselves: 县长连夜赶赴, 书记安排部署. */
const OWN = /^[adpvcrmqfuz]/
const SLOT_END = /^[、，；。（）\n ]/u
const JOINT = /^[、）]/u
/** What ends no given name before a verb: 王晨|都表示, 关切地|询问; and days of the week. */
const LOOSE =
  /[的了着过得之者所被把对向等互致与和局部委会院厅都也还已曾均仍又再将就才便则正在即并亲一地因以各]$|^周[一二三四五六日末]|^[向于]/u
/** 特使翟隽|时，, 轮值主席|国以来, 执行主席|席就座, 总干事|高级顾问. */
const NEVER = /(?:[时案]|以来|就座|举行|介绍|信函|高级)$/u
/** 段落|为成员, 市长|任常务…, but 尚可为|汇报, 任重|出席. */
const COPULA = /为$|^任/u
const VERB = 'person/before-verb'
const FIELD = 'person/field'
const OBJECT = 'person/object'
const APPOINTED = 'person/appointed'
/** 任命 … 为局长 holds a name. */
const APPOINTING = 100
/** A surname of this class or rarer is an ordinary word as often, before one character and before two. */
const WORD_LIKE = ['4', '5']

interface Knowledge {
  own: Set<string>
  surnames: Map<string, string>
}
let known: Knowledge | undefined

function load(): Knowledge {
  const own = new Set(words('verb').map((r) => r.word))
  for (const { word, fields } of words('vocabulary')) if (word.length > 1 && OWN.test(fields[1] ?? '')) own.add(word)
  return { own, surnames: new Map(words('surname').map((r) => [r.word, r.fields[0] ?? '3'])) }
}

/**
 * What a name at [start, end) weighs more than its surroundings say, for it stands where hardly anything but a name does: right
 * after an office, in a form's field, between 任命 and what one becomes.
 * @param office whether an office ends right before it
 */
export function placeWeight(
  text: string,
  start: number,
  end: number,
  office: boolean,
  before: Evidence,
  after: Evidence,
): number {
  if (before.rule === OBJECT && after.rule === APPOINTED) return APPOINTING
  const field = before.rule === FIELD
  if (!office && !field) return 0
  known ??= load()
  const span = text.slice(start, end)
  if (NEVER.test(span)) return 0
  const next = text.slice(end, end + 1)
  if (known.own.has(span)) return office && JOINT.test(next) ? FILLS : 0
  if (field || after.weight < ACTS) return next === '' || SLOT_END.test(next) ? (field ? FIELD_FILLS : FILLS) : 0
  if (LOOSE.test(span) || next === '地' || (COPULA.test(span) && after.rule !== VERB)) return 0
  const { surnames } = known
  const family = surnames.get(span[0] as string) ?? surnames.get(span.slice(0, 2)) ?? '5'
  const given = end - start - 2
  return family < (WORD_LIKE[given] ?? '0') ? (ACTING[given] as number) : 0
}

// Items of kind `Directive` -> drafts: titled papers by their title, instructions by who gave them and on what.
import { dateNear } from '../dates.js'
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import { type Draft, draftsOf, type Roster } from '../roster.js'

export function nameDirective(item: Item, line: Line, paper: Paper, roster: Roster): void {
  if (typeof item.value.title === 'string') {
    nameTitled(item, line, paper, roster)
    return
  }
  const issuers = issuersOf(item, line)
  const kindword = (item.value.kindword as string).replace(/^(?:一系列|系列)/u, '').replace(/(?<=示)要求$/u, '')
  issuers.forEach((issuer, i) => {
    // 总书记、总理…重要指示批示: the first gives the 指示, the second the 批示.
    const word =
      issuers.length === 2 && kindword.endsWith('指示批示') ? kindword.replace(i === 0 ? '批示' : '指示', '') : kindword
    for (const matter of mattersOf(item, line, roster, issuer, word))
      nameInstruction(item, line, roster, issuer, word, matter)
  })
}

/** 重要讲话要求 -> 要求. */
const kindOf = (kindword: string) => kindword.replace(/^重要/u, '').replace(/^讲话/u, '')

/** The accidents that an instruction is on. */
const instructed = new WeakMap<Draft, readonly Draft[]>()

/** The accidents that a directive is said to be on, in order of the text; none for other papers. */
export function accidentsOf(directive: Draft): readonly Draft[] {
  return instructed.get(directive) ?? []
}

function nameInstruction(
  item: Item,
  line: Line,
  roster: Roster,
  issuer: Draft,
  kindword: string,
  matter: Matter,
): void {
  if (matter.draft) {
    roster.mention(matter.draft, line, item)
    return
  }
  const kind = kindOf(kindword)
  const name = `${issuer.name}${matter.joint}${matter.text}的${kindword}`
  const bare = matter.text.replace(/^做好/u, '')
  const forms = [
    `${issuer.name}关于${bare}的${kindword}`,
    `${issuer.name}对${matter.text}的${kindword}`,
    `${issuer.name}对${matter.text}作出${kindword}`,
    `${issuer.name}${kindword}`,
    `${issuer.name}${kind}`,
    `${issuer.name}的${kind}`,
  ]
  // The accident may be called by any of its names.
  for (const form of (matter.accidents ?? []).flatMap((a) => [...a.forms]))
    if (form.length > 5 && form.length < 40 && !/发生/u.test(form)) forms.push(`${issuer.name}关于${form}的${kindword}`)
  const draft = inOtherWords(roster, name, issuer) ?? roster.draft('Directive', name)
  if (/ /u.test(draft.name)) roster.rename(draft, name)
  for (const form of [name, ...forms]) roster.alias(draft, form)
  draft.attrs.kind = kind
  draft.by = new Set([issuer])
  if (matter.accidents?.length) instructed.set(draft, matter.accidents)
  setDate(draft, item, line)
  roster.mention(draft, line, item)
}

/** A headline has gaps for marks, and leaves out 做好 and 工作. */
const loose = (name: string) => name.replace(/[、， “”]|做好|工作/gu, '')

/** An instruction told before, by the same one and in nearly the same words. */
function inOtherWords(roster: Roster, name: string, issuer: Draft): Draft | undefined {
  const own = loose(name)
  return roster.near('Directive').find((d) => d.by?.has(issuer) && loose(d.name) === own)
}

/** The persons who give the instruction: the captured one and those that stand in a row before it. */
function issuersOf(item: Item, line: Line): Draft[] {
  const by = (item.value.by ?? item.value.by2) as Item | undefined
  if (!by) return []
  const found = [...draftsOf(by)]
  let i = line.items.indexOf(by)
  for (let edge = by.start; i > 0; i--) {
    const before = line.items[i - 1] as Item
    const between = line.folded.slice(before.end, edge)
    if (!/^[、，和 ]?$/u.test(between) || !['Person', 'Post'].includes(before.kind)) break
    if (before.kind === 'Person') {
      if (between === '' && line.items[i]?.kind !== 'Post') break
      found.unshift(...draftsOf(before))
    }
    edge = before.start
  }
  return found
}

interface Matter {
  text: string
  joint: '关于' | '对' | ''
  /** The instruction is one that the document has named before. */
  draft?: Draft
  /** The accidents that it is on. */
  accidents?: readonly Draft[]
}

/** Whether a demand is made at a meeting, or only says more of an instruction told before. */
function spokenAt(item: Item, line: Line, roster: Roster, issuer: Draft): boolean {
  if (roster.near('Directive').some((d) => d.by?.has(issuer))) return true
  const meeting = roster.latest('Meeting', item.start)
  return meeting?.mentions.some((m) => Math.abs(m.line.sentence.line - line.sentence.line) <= 3) === true
}

/** What the instruction is about: its own words (each accident of a row), or the instruction named before, or the accident or meeting spoken of. */
function mattersOf(item: Item, line: Line, roster: Roster, issuer: Draft, kindword: string): Matter[] {
  const kind = kindOf(kindword)
  const own =
    typeof item.value.matter === 'string'
      ? item.value.matter.replace(/^(?:我[省市县区])/u, '').replace(/[，、]$/u, '')
      : matterItem(item, line)
  const accidents = item.parts.filter((p) => p.kind === 'Accident')
  if (own && accidents.length > 1 && inRow(accidents, line))
    return accidents.map((a) => ({ text: line.textOf(a), joint: '关于' }))
  // 对开好这次会议…: the meeting that the text speaks of.
  const session =
    own && /^(?:开好|做好)?(?:这次|本次|此次|今天的?)会议?/u.test(own) && roster.latest('Meeting', item.start)
  if (session && !item.value.passing) return [{ text: session.name, joint: '关于' }]
  const earlier = roster.near('Directive').filter((d) => d.by?.has(issuer) && d.attrs.kind === kind)
  if (own && !item.value.passing) {
    const bare = BARE_ACCIDENT.test(own) ? roster.latest('Accident', item.start) : undefined
    const about = bare ? [bare] : accidents.flatMap(draftsOf)
    // The same accident by another of its names.
    const told =
      about.length === 1 && earlier.find((d) => accidentsOf(d).length === 1 && accidentsOf(d)[0] === about[0])
    if (told) return [{ text: '', joint: '关于', draft: told }]
    const rescue = !about.length && RESCUE.test(own) ? roster.latest('Accident', item.start) : undefined
    if (rescue) about.push(rescue)
    const text = bare?.name ?? own.replace(/，?(?:高度|十分|非常)(?:重视|关注|关心).*$/u, '')
    return [{ text, joint: '关于', accidents: about }]
  }
  if (earlier.length && !item.value.passing) return [{ text: '', joint: '关于', draft: earlier.at(-1) as Draft }]
  // 多次作出重要指示 speaks of no particular one.
  const by = (item.value.by ?? item.value.by2) as Item
  const often = issuersOf(item, line).length > 1 ? /多次|一系列|历次/u : /多次|一系列|历次|先后/u
  if (often.test(line.folded.slice(by.end, item.end))) return []
  const accident = roster.latest('Accident', item.start)
  const near = accident?.mentions.some((m) => Math.abs(m.line.sentence.line - line.sentence.line) <= 1)
  if (item.value.passing) {
    if (earlier.length === 1 && !own) return [{ text: '', joint: '关于', draft: earlier[0] as Draft }]
    const bare = /^(?:的)?(?:重要)?(?:指示|批示)/u.test(line.textOf(item))
    return accident && near && bare && kind !== '指示批示' ? [{ text: accident.name, joint: '关于' }] : []
  }
  // 批示要求“…”: what is quoted was given, whatever it is on.
  if (item.rule === 'directive/short' && !near && QUOTED.test(line.folded.slice(item.end, line.sentence.end)))
    return [{ text: '', joint: '' }]
  // 传达…的批示: passed on, whatever it is about.
  const told =
    !near && item.rule === 'directive/short' && PASSED_ON.test(line.folded.slice(line.sentence.start, by.start))
  if (told && !/^指示批示/u.test(kind)) return [{ text: '', joint: '' }]
  if (item.rule === 'directive/short' && (kind === '指示批示' || !near)) return []
  if (item.value.ordered && !(near && !spokenAt(item, line, roster, issuer))) return []
  if (typeof item.value.paper === 'string' && !near) return [{ text: `在${item.value.paper}上`, joint: '' }]
  const several = line.items.findLast((i) => i.kind === 'Accident' && i.end <= item.start && draftsOf(i).length > 1)
  if (several) return [{ text: line.textOf(several), joint: '关于', accidents: draftsOf(several) }]
  if (accident) return [{ text: accident.name, joint: '关于', accidents: [accident] }]
  const when = WHEN.exec(line.folded.slice(by.end, item.start))?.groups?.when
  if (when) return [{ text: `在${when}`, joint: '' }]
  if (typeof item.value.paper === 'string') return [{ text: `在${item.value.paper}上`, joint: '' }]
  const meeting = item.rule === 'directive/given' ? roster.latest('Meeting', item.start) : undefined
  return meeting ? [{ text: meeting.name, joint: '对' }] : []
}

/** 甲火灾事故、乙倾覆事故 */
function inRow(accidents: readonly Item[], line: Line): boolean {
  return accidents.every((a, i) => {
    const next = accidents[i + 1]
    return !next || line.folded.slice(a.end, next.start) === '、'
  })
}

/** 对事故的批示: the accident that the text speaks of. */
const BARE_ACCIDENT =
  /^(?:该起?|这起|此次|本次|此起)?(?:事故|火灾|灾害|爆炸|灾情|险情)(?:处置|救援|调查|善后|抢险)?(?:工作)?$/u
/** 对现场施救和善后工作作出批示 after an accident: on that accident. */
const RESCUE =
  /^(?:做好|抓好)?(?:(?:现场|应急|事故|人员|伤员|伤亡人员|全力|后续)?(?:施救|救援|抢险|抢险救援|搜救|救治|救助|处置|善后|善后处置|调查|调查处理|安抚)(?:[、和及与]|以及)?){1,4}(?:等?(?:有关|相关)?(?:工作|事宜))?$/u
const QUOTED = /^(?:：|，)?“/u
const PASSED_ON = /(?:传达|学习传达)[^。；]{0,60}$/u

/** 在某地考察时作出重要指示 */
const WHEN = /在(?<when>[^。；，]{3,40}?时)(?:曾|专门|再次)?[作做]出$/u

/** The matter when it is just one item (an accident, a campaign). */
function matterItem(item: Item, line: Line): string | undefined {
  const matter = item.value.matter
  return matter && typeof matter === 'object' ? line.textOf(matter as Item) : undefined
}

/** The report of the inquiry into an accident: one, under whatever name the accident goes. */
const inquiries = new WeakMap<Draft, Draft>()

function nameTitled(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const kindword = item.value.kindword as string
  let title = (item.value.title as string) + (typeof item.value.after === 'string' ? item.value.after : '')
  title = title.replace(/^“(.*)”$/u, '$1')
  // An inquiry is named by its accident as the document knows it, however short the words are here.
  const accident = item.rule === 'directive/inquiry-report' ? item.parts.find((p) => p.kind === 'Accident') : undefined
  const known =
    item.rule === 'directive/inquiry-bare' ? roster.latest('Accident', item.start) : accident && draftsOf(accident)[0]
  if (item.rule === 'directive/inquiry-bare' && !known) return
  if (known) title = `${known.name}调查报告`
  const earlier = known && inquiries.get(known)
  if (earlier) {
    roster.alias(earlier, title)
    roster.alias(earlier, line.textOf(item))
    roster.mention(earlier, line, item)
    return
  }
  const near = item.value.letter ? line.index : 0
  if (item.value.heading && ((!near && line.sentence.line > 14) || !numbered(paper, near))) return
  const full = item.value.heading ? undefined : longTitle(roster, title)
  if (full) {
    roster.alias(full, title)
    roster.mention(full, line, item)
    return
  }
  const forms = [line.textOf(item), title.replace(/（[^（）]*）$/u, ''), title.replace(/^[^关]{2,20}(?=关于)/u, '')]
  const org = item.value.org
  if (org && typeof org === 'object') for (const o of draftsOf(org as Item)) forms.push(o.name + title)
  const draft = roster.draft('Directive', title, forms)
  draft.attrs.kind ??= /通知书$/u.test(kindword) ? '通知' : kindword
  if (item.value.heading && paper.document.date) draft.attrs.date ??= paper.document.date
  else setDate(draft, item, line)
  if (known) inquiries.set(known, draft)
  roster.mention(draft, line, item)
}

/** 《行动方案》 after 《全省…三年行动方案》: the short title of the paper last named in full. */
function longTitle(roster: Roster, title: string): Draft | undefined {
  if (title.length > 12 || title.includes('关于')) return undefined
  return roster.near('Directive').findLast((d) => !d.by && d.name.length >= title.length + 4 && d.name.endsWith(title))
}

/** Whether the document bears a number of its own: 陕安〔2023〕17号 near its head. */
function numbered(paper: Paper, near: number): boolean {
  const head = near ? paper.lines.slice(Math.max(0, near - 3), near + 4) : paper.lines.slice(0, 14)
  return head.some((l) => /[\u4e00-\u9fff]{1,12}[〔[（﹝【]20\d\d[〕\]）﹞】]第?\d{1,4}号/u.test(l.text))
}

const GIVEN = /(?:印发|下发|发布|出台|制定|签发|签署|公布|发出|作出|做出|批示)/u

/** The day on which it was given, when the sentence tells that and when. */
function setDate(draft: Draft, item: Item, line: Line): void {
  if (draft.attrs.date || !GIVEN.test(line.folded.slice(line.sentence.start, item.end))) return
  const date = dateNear(line, item.start)?.date
  if (date && line.items.some((i) => i.kind === 'Date' && i.end <= item.start && i.value.date === date))
    draft.attrs.date = date
}

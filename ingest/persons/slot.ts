// A line of a list of persons -> the name that it must begin with: （二）高渐离，时任…; 3.王海，中共党员，…; 王海  县水利局局长.
// Only where no name was found there.
import { kindsOf, type Line } from '../line.js'
import { linesBetween } from '../line-at.js'
import type { Paper } from '../paper.js'
import { Search } from '../search.js'
import { matchesOf } from '../text/matches.js'
import { COMPOUND_FIRST, letters, SURNAME } from './letters.js'
import { hasRoom, isPersonAt, putPerson } from './room.js'

const HEAD = /^ ?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.、．])? ?/u
const NAME =
  /^(?<name>[\u3400-\u9fff](?: [\u3400-\u9fff]|[\u3400-\u9fff]{1,3}))(?:（[^（）]{1,12}）)?(?:同志)?(?<gap>[，｜ ]) ?/u
/** What only a person's name is followed by. */
const OF_PERSON =
  /^(?:男，|女，|中共党员|群众，|时任|现任|原任|[\u4e00-\u9fff]{1,4}族，|(?:19|20)\d\d年\d{0,2}月?(?:出?生|至))/u
/** The same where no number or label stands before the name. */
const OF_ONE = /^(?:男，|女，|现任[\u4e00-\u9fff]{3,}|时任[\u4e00-\u9fff]{3,})/u
const OF_SOME = new Search(new RegExp(`${OF_PERSON.source}|${OF_ONE.source}`, 'u'))
const POSTS = kindsOf('Post')
const PERSONS = kindsOf('Person')
/** A label of minutes stands before the first of a list. */
const LABEL =
  /^(?:出 ?席|列 ?席|参 ?加|参 ?会|与 ?会|到 ?会|主 ?持|请 ?假|缺 ?席|参会|记 ?录)(?:人员|领导|人)?[：｜ ] ?/u

/** Puts in the names that lines of lists begin with. Run after persons are found. */
export function findPersonsInLists(paper: Paper): void {
  const found = new Set<string>()
  for (const line of paper.lines) {
    if (!line.holds(POSTS) && !OF_SOME.mayMatch(line)) continue
    const head = (LABEL.exec(line.text) ?? HEAD.exec(line.text))?.[0] ?? ''
    const slot = NAME.exec(line.text.slice(head.length))
    if (!slot) continue
    const name = slot.groups?.name as string
    const start = line.sentence.start + head.length
    const end = start + name.length
    if (/^[上下]午|^晚[上间]|^[当同次]日/u.test(name)) continue
    if (line.items.some((i) => i.start < end && i.end > start && i.kind !== 'Place')) continue
    const rest = start + slot[0].length
    if (
      !(
        isOffice(line, rest, slot.groups?.gap !== '，') ||
        (head ? OF_PERSON : OF_ONE).test(line.folded.slice(rest, rest + 24))
      )
    )
      continue
    const compound = letters().compoundsAt(line.folded, start).length > 0
    const family = (letters().flags[name.charCodeAt(0)] as number) & SURNAME
    // 丹 增 副市长: the gap says so, whatever the first character.
    const gapped = GAPPED.test(name) && slot.groups?.gap !== '，'
    if (!(family || compound || gapped) || (name.length > 3 && !compound)) continue
    const value = { name: name.replace(/ /gu, '') }
    putPerson(line, { start, end }, 'person/slot', value)
    found.add(value.name)
  }
  repeatPersons(paper, found)
  closeGaps(paper)
}

/** Of a roll so many names must be known, and so large a part of it. */
const ROLL = 8
const KNOWN = 0.8
const ENTRY = /(?<=^|[ 、：）])[\u3400-\u9fff]{2,4}(?=（[男女\u4e00-\u9fff，]{1,12}）|[ 、。]|$)/gu

/** In a roll of names parted by gaps or 、 what is no known name is one too. Run after persons are found. */
export function findPersonsInRolls(paper: Paper): void {
  for (const line of paper.lines) {
    if (line.items.length < ROLL) continue
    const known = new Set(line.items.filter((i) => i.kind === 'Person').map((i) => i.start))
    if (known.size < ROLL) continue
    const entries = matchesOf(ENTRY, line.text).map((m) => {
      const start = line.sentence.start + m.index
      return { start, end: start + m[0].length }
    })
    const names = entries.filter((e) => known.has(e.start))
    if (names.length < ROLL || names.length < entries.length * KNOWN) continue
    for (const entry of entries) {
      if (known.has(entry.start) || entry.end - entry.start > 3 || !hasRoom(line, entry)) continue
      putPerson(line, entry, 'person/roll', { name: line.textOf(entry) })
    }
  }
}

const LABELS =
  '(?:副?(?:组长|总?指挥长?|主任)|成 ?员|组 ?员|委 ?员|出 ?席|列 ?席|参 ?加|参 ?会|与 ?会|缺 ?席|请 ?假)(?:人员|领导|人)? ?[：｜]'
const LABELLED = new Search(new RegExp(`(?<=${LABELS}) ?[\\u3400-\\u9fff、 ]{2,200}?(?= ?${LABELS}|[。；]?$)`, 'gu'))

/** 成员：马骏 牛犇 杨柳: behind a label of names alone, at least half of them known, each that begins with a surname is one. */
export function findPersonsBehindLabels(paper: Paper): void {
  for (const line of paper.lines) {
    if (!line.holds(PERSONS)) continue
    for (const found of LABELLED.in(line)) {
      const from = line.sentence.start + found.index
      const entries = matchesOf(/[^、 ]+/gu, found[0]).map((m) => ({
        start: from + m.index,
        end: from + m.index + m[0].length,
      }))
      if (entries.some((e) => e.end - e.start < 2 || e.end - e.start > 3)) continue
      const unknown = entries.filter((e) => !isPersonAt(line, e))
      if (!unknown.length || unknown.length * 2 > entries.length) continue
      for (const e of unknown) {
        const family = (letters().flags[line.folded.charCodeAt(e.start)] as number) & (SURNAME | COMPOUND_FIRST)
        if (family && hasRoom(line, e)) putPerson(line, e, 'person/roll', { name: line.textOf(e) })
      }
    }
  }
}

/** Names looked for again: a register of thousands is not told of elsewhere. */
const MANY = 200

/** A long name that a list has shown is that person wherever it stands. */
export function repeatPersons(paper: Paper, names: Iterable<string>): void {
  for (const name of [...names].filter((n) => n.length >= 3).slice(0, MANY)) {
    for (let at = paper.text.indexOf(name); at >= 0; at = paper.text.indexOf(name, at + 1)) {
      const end = at + name.length
      const line = linesBetween(paper, at, end)[0]
      if (!line || end > line.sentence.end || line.items.some((i) => i.start < end && i.end > at)) continue
      line.put({ kind: 'Person', start: at, end, rule: 'person/repeated', value: { name }, parts: [] })
    }
  }
}

/** A name of two characters written with a gap once: 安 静. */
const GAPPED = /^[\u3400-\u9fff] [\u3400-\u9fff]$/u
const BEFORE = /(?:^|[，。；、：（ ]|[和及与由]|（)$/u
const AFTER =
  /^(?:[、，](?=[\u3400-\u9fff])|同志|主持|出席|参加|列席|分别|先后|通报|汇报|讲话|强调|要求|指出|介绍|作(?:了|出)?|传达|宣读|表态|带队|率|陪同|任|为组长|发言|致辞|表示|，)/u

/** A gapped name stands without its gap elsewhere (卜易、安静分别作了说明), where only a person can: beside another name or before what persons do. */
export function closeGaps(paper: Paper): void {
  const gapped = new Set<string>()
  for (const line of paper.lines)
    for (const i of line.items)
      if (i.kind === 'Person' && GAPPED.test(line.textOf(i))) gapped.add(line.textOf(i).replace(' ', ''))
  for (const name of [...gapped].slice(0, MANY))
    for (let at = paper.text.indexOf(name); at >= 0; at = paper.text.indexOf(name, at + 1)) {
      const end = at + name.length
      const line = linesBetween(paper, at, end)[0]
      const word = line?.items.find((i) => i.kind === 'Place' && i.start === at && i.end === end)
      if (!line || end > line.sentence.end || line.items.some((i) => i !== word && i.start < end && i.end > at))
        continue
      const before = line.folded.slice(Math.max(line.sentence.start, at - 2), at)
      const after = line.folded.slice(end, Math.min(line.sentence.end, end + 6))
      const beside = line.items.some((i) => i.kind === 'Person' && (i.end === at - 1 || i.start === end + 1))
      const office = line.items.some((i) => i.kind === 'Post' && i.end === at)
      if (!(office || (BEFORE.test(before) && (AFTER.test(after) || (beside && /^(?:[、和及。；，]|$)/u.test(after))))))
        continue
      if (!office && !beside && /^(?:，|、)/u.test(after)) continue
      if (word && !beside) continue
      if (word) line.lift(word)
      line.put({ kind: 'Person', start: at, end, rule: 'person/repeated', value: { name }, parts: [] })
    }
}

/** An office stands there, with or without its division before it; `whole`: and nothing but offices to the end of the line. */
function isOffice(line: Line, at: number, whole: boolean): boolean {
  const items = line.items.filter((i) => i.start >= at)
  const first = items.findIndex((i) => i.kind === 'Post')
  if (first < 0 || items[0]?.start !== at || items.slice(0, first).some((i) => i.kind !== 'Place')) return false
  if (!whole) return true
  let end = at
  for (const item of items) {
    if (!/^[、，兼 ]*$/u.test(line.folded.slice(end, item.start)) || !['Post', 'Place', 'Org'].includes(item.kind))
      return false
    end = item.end
  }
  return /^[；。、， ]*$/u.test(line.folded.slice(end, line.sentence.end))
}

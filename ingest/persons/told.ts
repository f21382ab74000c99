// A document with its posts and persons -> persons whose names are ordinary words (县委书记江河主持…, 许可到…): one that fills the whole
// slot between an office and a deed, and one that the document has shown beside an office, wherever it acts again.
// What the characters of a name weigh is not looked at: the form of the sentence speaks.
import { words } from '../lexicon.js'
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import { HAN, type Letters, letters, RARE_SURNAME, SOUND, SURNAME } from './letters.js'

const OFFICES = new Set(['Post', 'Role', 'Lead', 'Vice'])
/** Deeds that are told of persons and follow the name at once. */
const DEED =
  /^(?:\d{1,2}日|主持|出席|列席|参加|带队|率队|率领|率[第工督考检全]|带领|讲话|致辞|致词|发言|汇报|通报|作(?:了|出|动员|表态|检[讨查]|交流|总结|部署|专题)|陪同|随行|同行|介绍|宣读|传达|批示|指示|要求|强调|指出|表示|任(?:组|副|总|指|领)|担任|兼任|代[任表理为]|到(?:达|[^了达底位期处])|赶[赴到往]|来到|前往|赴|深入|检查|调研|督导|督查|暗访|看望|慰问|视察|牵头|负责|接受|被|授课|参会|当[天晚日]|昨[天晚日]|今[天晚日]|反馈|部署|听取|宣布|组织|召集|约谈|会见|签[订约署发]|处获悉|走访|察看|查看|带(?![来动着头])|采[取用]|补充|连夜|会前|会后|督[办战察]|表态|一行|因(?:涉嫌|犯|病|公))/u
/** Deeds with something between, told of whoever is no adverb: 市长|和平|在闭幕式上致辞. */
const LATER_DEED =
  /^(?:在[^，。；的]{1,14}(?:上|中|时|后)(?:[，、]|[讲发致强指要作宣介表通汇提说])|[对就][^，。；的]{1,14}(?:作(?!业)|提出|进行(?:了)?[部安总点说]|表示|给予)|分析了|解读了|讲解了|代表[^，。；]{1,12}[，、作签讲发])/u
/** What a name may follow where it acts again. */
const BEFORE = /(?:^|[，。；：！？、“”（）】〕\n ]|[由经请受向对同与和及]|随后|接着|期间|[上下]午|晚上|当[晚天日])$/u
/** Words that follow a subject but make no deed of a person. */
const AFTER_WORD =
  /^(?:[、，]|同志|等(?:人|同志|领导|出席|陪同|参加)|一[行同道起]|分别|先后|连续|就|随后|还|也|又|已|因|率|指挥|点评|要|说|在(?!于))/u

/** Whether a deed of a person begins a text. */
export const isDeed = (text: string): boolean => DEED.test(text)

let barred: Set<string> | undefined

/** Puts in the names that only the form of the sentence shows. Run after persons are found. */
export function findPersonsTold(paper: Paper): void {
  const told = new Set<string>()
  for (const line of paper.lines) {
    for (const item of line.items)
      if (item.kind === 'Person' && (besideOffice(line, item) || beforeOffice(line, item))) told.add(nameOf(line, item))
    for (const post of [...line.items]) {
      if (post.kind === 'Post') fillSlot(line, post, told)
      else if (post.kind === 'Lead') fillBeforeOffice(line, post, told)
    }
  }
  if (told.size > MANY) return
  for (const line of paper.lines) for (const name of told) findAgain(line, name)
}

/** Names looked for again: a register of thousands is not told of elsewhere. */
const MANY = 300

const nameOf = (line: Line, item: Item) => line.textOf(item).replace(/ /gu, '')

function besideOffice(line: Line, item: Item): boolean {
  const i = line.items.indexOf(item)
  const before = line.items[i - 1]
  return before !== undefined && OFFICES.has(before.kind) && /^ ?$/u.test(line.folded.slice(before.end, item.start))
}

/** 宜川 副区长: a line of a list begins with the name, and the office follows it after a gap or in brackets. */
function beforeOffice(line: Line, item: Item): boolean {
  const next = line.items[line.items.indexOf(item) + 1]
  if (next?.kind !== 'Post') return false
  const head = line.folded.slice(line.sentence.start, item.start)
  return /^[ ｜（]$/u.test(line.folded.slice(item.end, next.start)) && /(?:^|[ ｜：、])$/u.test(head)
}

/** 省公安厅副厅长|匡正|任组长: two or three characters that begin with a surname and are all that stands before the deed. */
function fillSlot(line: Line, post: Item, told: Set<string>): void {
  const gapped = betweenGaps(line, post.end)
  if (gapped) {
    put(line, gapped.start, gapped.end, gapped.name, 'person/slot')
    told.add(gapped.name)
    return
  }
  if (fillComposed(line, post, told)) return
  const next = line.items.find((i) => i.start >= post.end)
  const limit = Math.min(next?.start ?? line.sentence.end, post.end + 8)
  for (const size of [2, 3]) {
    const end = post.end + size
    if (end > limit) return
    const name = line.folded.slice(post.end, end)
    if (!couldBeName(name)) continue
    const after = line.folded.slice(end, Math.min(line.sentence.end, end + 6))
    const listed = /^[、，]/u.test(after) && isOfficeOrPerson(line, end + 1)
    if (
      !listed &&
      !DEED.test(after) &&
      !(!isOwn(name) && LATER_DEED.test(line.folded.slice(end, Math.min(line.sentence.end, end + 22)))) &&
      (after !== '' || size + post.end !== line.sentence.end || OFFICE_TAIL.test(name))
    )
      continue
    put(line, post.end, end, name, 'person/slot')
    told.add(name)
    return
  }
}

/** Parts of speech that stand between an office and its deed. */
const OWN = /^[dpvcrmqfuz]/
let own: Set<string> | undefined

/** Whether a word is an adverb, a verb or the like. */
export function isOwn(word: string): boolean {
  own ??= new Set(
    words('vocabulary')
      .filter((r) => r.word.length > 1 && OWN.test(r.fields[1] ?? ''))
      .map((r) => r.word),
  )
  return own.has(word)
}

/** 县长|罗绒登巴|主持: four characters between an office and a deed, two of them a known part of such names. */
function fillComposed(line: Line, post: Item, told: Set<string>): boolean {
  const [start, end] = [post.end, post.end + 4]
  if (end > line.sentence.end || !DEED.test(line.folded.slice(end, Math.min(line.sentence.end, end + 6)))) return false
  const { flags } = letters()
  for (let i = start; i < end; i++) if (!((flags[line.folded.charCodeAt(i)] as number) & HAN)) return false
  const known = (at: number) =>
    letters()
      .elementsAt(line.folded, at)
      .some((e) => e.length === 2) &&
    !isOwn(line.folded.slice(at === start ? end - 2 : start, at === start ? end : start + 2))
  const inside = line.items.filter((i) => i.start < end && i.end > start)
  if (inside.some((i) => (i.kind !== 'Person' && i.kind !== 'Place') || i.start < start || i.end > end)) return false
  if (inside.some((i) => i.kind === 'Person' && i.end - i.start > 2) || !(known(start) || known(start + 2)))
    return false
  const name = line.folded.slice(start, end)
  for (const item of inside) line.lift(item)
  put(line, start, end, name, 'person/slot')
  told.add(name)
  return true
}

/** 气象局局长　梁子湖　通报, 代市长　蕲　春　汇报: an office, a gap, and what only a name can be before the next gap or mark. */
function betweenGaps(line: Line, at: number): { start: number; end: number; name: string } | undefined {
  const m = /^ (?<name>[\u3400-\u9fff] [\u3400-\u9fff]|[\u3400-\u9fff]{3})(?= |[，。；、：（]|$)/u.exec(
    line.folded.slice(at, Math.min(line.sentence.end, at + 8)),
  )
  const written = m?.groups?.name
  if (!written) return undefined
  const [start, end] = [at + 1, at + 1 + written.length]
  if (line.items.some((i) => i.start < end && start < i.end && i.kind !== 'Place' && i.kind !== 'Country'))
    return undefined
  const name = written.replace(' ', '')
  if (written.length === name.length && !couldBeName(name)) return undefined
  return { start, end, name }
}

/** 市长热线, 主任医师: words that an office begins, at the end of a line. */
const OFFICE_TAIL = /[线师处室组班岗责会办网]$/u

function isOfficeOrPerson(line: Line, at: number): boolean {
  return line.items.some((i) => i.start === at && (i.kind === 'Post' || i.kind === 'Person'))
}

/** 组长|毛尖|（省建设厅总工程师）: a name that is a word, its office in brackets behind it. */
function fillBeforeOffice(line: Line, lead: Item, told: Set<string>): void {
  const m = /^[：:]? ?(?<name>[\u4e00-\u9fff]{2,3})（/u.exec(line.folded.slice(lead.end, lead.end + 7))
  const name = m?.groups?.name
  if (!m || !name || !couldBeName(name)) return
  const open = lead.end + m[0].length
  if (!line.items.some((i) => i.kind === 'Post' && i.start === open)) return
  const start = open - 1 - name.length
  if (line.items.some((i) => i.start < open && start < i.end && i.kind !== 'Place' && i.kind !== 'Country')) return
  put(line, start, open - 1, name, 'person/slot')
  told.add(name)
}

/** Whether two or three characters begin with a surname and are no word that stands beside an office by itself. */
export function couldBeName(name: string): boolean {
  if (!/^[\u4e00-\u9fff]{2,3}$/u.test(name)) return false
  barred ??= new Set(
    [...words('verb'), ...words('person-verb'), ...words('role'), ...words('appellation')].map((r) => r.word),
  )
  const single = (letters().flags[name.charCodeAt(0)] as number) & (SURNAME | RARE_SURNAME)
  if (
    !(single || letters().compoundsAt(name, 0).length || isSpelt(name, letters())) ||
    barred.has(name) ||
    barred.has(name.slice(0, 2))
  )
    return false
  return (
    !/[的了在和与及为将被把对向从到等由任带率主出参召开会议并互局厅院社台]|^(?:贺[信电]|新闻)/u.test(name) &&
    !WORDS.test(name)
  )
}

/** 奥斯汀: three characters that write sounds, the first two in a row that names have. */
const isSpelt = (name: string, { flags, sounds }: Letters): boolean =>
  name.length === 3 &&
  sounds.follows(name.charCodeAt(0), name.charCodeAt(1)) &&
  ((flags[name.charCodeAt(2)] as number) & SOUND) !== 0

/** Words that stand between an office and its deed. */
const WORDS =
  /次$|回$|^(?:第|首|每|多|全[体程面部市省县]|高[度位]|安[排全]|成[员立]|任[期内务职]|前不久|周[一二三四五六日末]|党[员组委]|干[部警]|青[年壮]|方[面]|相[关继应]|双[双方]|连[夜续]|单[位独]|万[人名]|时[任间]|公[开布]|关[于注]|权[威]|应[邀当]|从[严]|管[理]|通[过报知]|于[是]|后[续]|何[时以]|严[格肃]|明[确]|晚[上间]|平[时均])/u

function findAgain(line: Line, name: string): void {
  for (let at = line.text.indexOf(name); at >= 0; at = line.text.indexOf(name, at + 1)) {
    const start = line.sentence.start + at
    const end = start + name.length
    if (line.items.some((i) => i.start < end && start < i.end && i.kind !== 'Place' && i.kind !== 'Country')) continue
    const before = line.folded.slice(line.sentence.start, start)
    const after = line.folded.slice(end, Math.min(line.sentence.end, end + 6))
    const led = line.items.some((i) => i.end === start && (OFFICES.has(i.kind) || i.kind === 'Date'))
    if (!led && !BEFORE.test(before)) continue
    const beside = /^[、和与及]/u.test(after) && isOfficeOrPerson(line, end + 1)
    const behind = /[、和与及]$/u.test(before) && line.items.some((i) => i.kind === 'Person' && i.end === start - 1)
    const deed = DEED.test(after) || (name.length > 2 && AFTER_WORD.test(after)) || /^(?:同志|一行|等人)/u.test(after)
    const soft = AFTER_WORD.test(after) && (led || !isWord(name))
    const closed = behind && /^(?:[，。；、（ ]|$)/u.test(after)
    if (beside || closed || deed || soft || (behind && AFTER_WORD.test(after)))
      put(line, start, end, name, 'person/repeated')
  }
}

let common: Set<string> | undefined

function isWord(name: string): boolean {
  common ??= new Set([...words('common-word'), ...words('not-name')].map((r) => r.word))
  return common.has(name)
}

/** Puts in a name that the form shows, places inside it out. */
export const putName = (line: Line, start: number, end: number): void =>
  put(line, start, end, line.folded.slice(start, end), 'person/slot')

function put(line: Line, start: number, end: number, name: string, rule: string): void {
  for (const place of line.items.filter(
    (i) => (i.kind === 'Place' || i.kind === 'Country') && i.start < end && start < i.end,
  ))
    line.lift(place)
  line.put({ kind: 'Person', start, end, rule, value: { name }, parts: [] })
}

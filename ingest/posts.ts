// Layer 3: bodies, places and role words -> items of kind `Post` (and `Lead` for heads of groups, `Bound` for roles that need their body, `Title` for words beside a name
// that are no office); several posts of one person stand in a row.
import { list, words } from './lexicon.js'
import { altered, type Item, kindsOf, type Line } from './line.js'
import { applyMentionRules } from './match.js'
import { isEnvoy } from './naming/foreign-post.js'
import { envoyRules, postRules } from './rules/post.js'
import { Trie } from './scan.js'
import { markFor, sweep } from './sweep.js'
import { clauseStart } from './text/clause.js'

interface Role {
  kind: 'Role' | 'Bound' | 'Lead' | 'Title' | 'Word'
  role: string
  class: string
}

let roles: Trie<Role> | undefined
/** Marks the words for offices and titles; those with a word before them (副, 常务) hold one of them. */
let roleMark = 0

/** Roles that are an office only together with their body: 省委【常委】, 全国政协【委员】. */
const BOUND = new Set(['委员', '常委', '顾问', '助理', '秘书', '参谋', '代表'])
const LEADS = new Set(['组长', '副组长', '召集人', '总召集人', '总督导', '牵头人', '领队'])
/** Roles that are made of a body and a role are taken apart, so that the body is seen. */
const COMPOSITE =
  /^(?:省|市|县|区|州|盟|旗|地|镇|乡|自治区|政协|人大|工商联|妇联|文联|团|全国|国务院|联合国|村委会|居委会|街道办?)(?=..)(?!长)|^(?:科|系|车间)主任$|^(?:组织|宣传|统战|武装|外交|国防|财政|内政|商务|司法)部/u
const PREFIXES = ['副', '常务副', '第一副', '代', '代理', '执行', '名誉']

function load(): Trie<Role> {
  if (roles) return roles
  roles = new Trie()
  const titles = new Set(words('appellation').map((r) => r.word))
  roleMark = markFor([...['role', 'central-post'].flatMap((l) => words(l).map((r) => r.word)), ...titles])
  for (const { word, fields } of words('role')) {
    if (COMPOSITE.test(word) || word.startsWith('有关')) continue
    const kind = LEADS.has(word) ? 'Lead' : BOUND.has(word) ? 'Bound' : titles.has(word) ? 'Title' : 'Role'
    const role: Role = { kind, role: word, class: fields[0] ?? 'other' }
    roles.add(word, role)
    if (kind !== 'Role') continue
    const prefixes = new Set([...list(fields[2]), ...(word.startsWith('副') ? ['常务', '第一', '专职'] : PREFIXES)])
    for (const prefix of prefixes) if (prefix !== '原') roles.add(prefix + word, { ...role, role: prefix + word })
  }
  for (const word of titles) if (!roles.has(word)) roles.add(word, { kind: 'Title', role: word, class: 'other' })
  for (const { word } of words('central-post')) roles.add(word, { kind: 'Role', role: word, class: 'central' })
  for (const { word } of words('common-word'))
    if (!roles.has(word)) roles.add(word, { kind: 'Word', role: '', class: '' })
  for (const word of [
    '指挥部',
    '总指挥部',
    '委员会',
    '中央委员会',
    '常务委员会',
    '专家委员会',
    '专家组',
    '专家工作组',
    '专家指导组',
    '专家小组',
    '代表团',
    '代表处',
    '代表资格',
    '代表大会',
    '代表队',
    '代表性',
    '代表作',
    '代表权',
  ])
    roles.add(word, { kind: 'Word', role: '', class: '' })
  return roles
}

/** Finds role words, then posts, in one sentence. */
export function findPosts(line: Line): void {
  const t = load()
  const headed = line.items.some((i) => i.kind === 'Org' && headOfBody(line.folded, i.end))
  if (headed || sweep(line).marks & roleMark) findRoles(line, t, headed)
  applyMentionRules(envoyRules, line)
  if (line.holds(POSTS))
    for (const item of [...line.items]) if (item.rule === 'post/envoy' && !isEnvoy(item, line)) line.lift(item)
  applyMentionRules(postRules, line)
  if (!line.holds(POSTS)) return
  takeRanks(line)
  findPortfolios(line)
}

/** What takes ranks and portfolios. */
const POSTS = kindsOf('Post', 'Lead')

/** Where the next word for an office may begin; -1: nowhere. */
function nextRole(line: Line, from: number): number {
  for (let i = from; i < line.sentence.end; i++) if ((line.marks[i] as number) & roleMark) return i
  return -1
}

/** Puts in the words for offices. Words are taken from the left, each as long as can be; no word goes on over the mark of a clause. */
function findRoles(line: Line, t: Trie<Role>, headed: boolean): void {
  const { end } = line.sentence
  /** The next that may be an office: words before its clause need not be read. */
  let mark = headed ? end : -1
  /** Items before this one end before the place that is read; what is put in is read already. */
  let next = 0
  for (let i = line.sentence.start; i < end; i++) {
    if (i > mark) {
      mark = nextRole(line, i)
      if (mark < 0) return
      i = clauseStart(line.folded, mark, i)
    }
    while (next < line.items.length && (line.items[next] as Item).end <= i) next++
    const here = line.items[next]
    // 法国|大使: no word begins within the name of a country.
    if (here?.kind === 'Country' && here.start < i) {
      i = here.end - 1
      continue
    }
    const inside = here && here.start <= i && (here.kind === 'Place' || here.kind === 'Org') ? here : undefined
    if (inside) {
      // 市公安局长: the head of the body, whose last character the body keeps.
      if (inside.kind === 'Org' && headOfBody(line.folded, inside.end)) {
        const role = `${line.folded[inside.end - 1]}长`
        line.put({
          kind: 'Role',
          start: inside.end,
          end: inside.end + 1,
          rule: 'role/list',
          value: { role, class: 'gov' },
          parts: [],
        })
        i = inside.end
        continue
      }
      const split = inside.end - 1
      const cut =
        line.folded[inside.end] === '长' &&
        /[省市县区州盟旗镇乡]/u.test(line.folded[split] as string) &&
        inside.end - inside.start > 2
      i = cut && !/[江期春征沙远达]/u.test(line.folded[inside.end + 1] ?? '') ? split : inside.end
      if (i >= end) break
    }
    const hit = t.longest(line.folded, i, end)
    if (!hit) continue
    const entry = hit.entries[0] as Role
    if (entry.kind !== 'Word') {
      const item: Item = {
        kind: entry.kind,
        start: i,
        end: hit.end,
        rule: 'role/list',
        value: { role: entry.role, class: entry.class },
        parts: [],
      }
      splitCity(line, item)
      if (!line.put(item)) continue
    }
    i = (entry.kind === 'Word' ? wordEnd(t, line.folded, i, hit.end, end) : hit.end) - 1
  }
}

const RANK =
  /^（(?:(?:正|副)?(?:部|省|厅|局|司|地|处|县|科|军|师)级(?:干部|职)?|正局长级|主持工作|主持日常工作|主持全面工作|挂职|兼|院长|校长|主任|局长|会长)）(?=[\u4e00-\u9fff ])/u

const OPENING = '（'.charCodeAt(0)

/** 副局长（正局级）韩立新: the rank in brackets belongs to the office. */
function takeRanks(line: Line): void {
  for (const post of line.items.filter((i) => i.kind === 'Post' || i.kind === 'Lead')) {
    if (line.folded.charCodeAt(post.end) !== OPENING) continue
    const rank = RANK.exec(line.folded.slice(post.end, Math.min(line.sentence.end, post.end + 12)))
    if (rank) line.put(altered(post, { end: post.end + rank[0].length }))
  }
}

const PORTFOLIO = /(?<=[、和与及，])[\u4e00-\u9fff]{2,8}$/u

/** 澳大利亚外交部长甲、贸易|部长乙: the office of a minister of the country named before. */
function findPortfolios(line: Line): void {
  for (const post of [...line.items]) {
    if (post.rule !== 'post/role-alone' || !/^副?(?:部长|大臣)$/u.test(line.textOf(post))) continue
    const abroad =
      line.items.some(
        (i) =>
          i.kind === 'Post' && i.end < post.start && i.parts[0]?.kind === 'Country' && i.parts[0].start === i.start,
      ) ||
      line.items.some(
        (i, n) =>
          i.kind === 'Country' &&
          line.items[n + 1]?.kind === 'Post' &&
          line.items[n + 1]?.start === i.end &&
          i.end < post.start,
      )
    const before = line.items[line.items.indexOf(post) - 1]
    const unit = PORTFOLIO.exec(line.folded.slice(before?.end ?? line.sentence.start, post.start))?.[0]
    if (!abroad || !unit || /[的在和与了对向将是为及等到由从被把给请]/u.test(unit)) continue
    line.lift(post)
    line.put(
      altered(post, {
        start: post.start - unit.length,
        rule: 'post/portfolio',
        value: { ...post.value, unit },
        parts: [],
      }),
    )
  }
}

/** Whether 长 after a body means its head: 公安局|长, 教育厅|长, but not 公安局|长期. */
export function headOfBody(text: string, at: number): boolean {
  return (
    text[at] === '长' &&
    /[局厅部院署处科所站队]/u.test(text[at - 1] ?? '') &&
    !/[期效江远达年时途城沙春假]/u.test(text[at + 1] ?? '')
  )
}

/** Whether a word for an office begins at an offset. */
export function roleBegins(text: string, at: number, limit: number): boolean {
  const kind = load().longest(text, at, limit)?.entries[0]?.kind
  return kind === 'Role' || kind === 'Bound'
}

/** Where an ordinary word ends: before its last characters when a role of three characters or more begins in them (公司|法定代表人). */
function wordEnd(t: Trie<Role>, text: string, start: number, stop: number, limit: number): number {
  for (let i = start + 1; i < stop; i++) {
    const hit = t.longest(text, i, limit)
    if (hit && hit.end > stop && hit.end - i >= 3 && hit.entries[0]?.kind !== 'Word') return i
  }
  return stop
}

/** 南京市长: the list of places takes 南京市; the role needs its 市 back. */
function splitCity(line: Line, item: Item): void {
  const place = line.items.find(
    (p) => p.kind === 'Place' && p.end > item.start && p.start < item.start && p.end < item.end,
  )
  if (!place || place.end - 1 !== item.start) return
  line.lift(place)
  line.put(altered(place, { end: item.start, parts: [] }))
}

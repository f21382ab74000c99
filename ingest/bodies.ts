// Layer 2: places and characters -> items of kind `Org`: central bodies by list, local bodies by division + form, firms by their last word.

import { list, words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { applyMentionRules } from './match.js'
import type { Paper, PlaceValue } from './paper.js'
import { headOfBody, roleBegins } from './posts.js'
import { bodyRules } from './rules/body.js'
import { CharSet, Trie } from './scan.js'
import { markFor, sweep } from './sweep.js'

/** The value of an item of kind `Org`. `name` is final when `region` is known or not needed. */
export interface OrgValue {
  name: string
  /** Usual forms of the same body. */
  forms: string[]
  /** `省`, `市` …: a local body named without its region (省应急管理厅), to be completed from the document. */
  level?: string
  /** What follows the region in the name: 应急管理厅. */
  form?: string
  region?: PlaceValue
  firm?: boolean
}

const LEVELS = '省市县区州旗盟镇乡'
let central: Trie<OrgValue> | undefined
let local: Trie<{ form: string; canonical: string }> | undefined
/** Marks where a central body, or a local one without its region, may begin. */
let listedMark = 0

function load(): void {
  central = new Trie()
  for (const { word, fields } of words('body')) {
    const forms = list(fields[0])
    const value = { name: word, forms: [word, ...forms] }
    for (const form of value.forms) if (form.length > 1) central.add(form, value)
  }
  local = new Trie()
  for (const { word, fields } of words('local-body')) {
    const bare = bareForm(word)
    const canonical = fields[0] || word
    local.add(bare, { form: bare, canonical: bareForm(canonical) })
  }
  // What a local body is without its level begins one by itself only when it is longer.
  listedMark = markFor([...central.words, ...local.words.filter((w) => w.length > 2)])
}

/** 省应急管理厅 -> 应急管理厅; 市场监管局 stays. */
function bareForm(word: string): string {
  return LEVELS.includes(word[0] as string) && word.length > 1 && !/^(?:市场|区域|县域|州际|乡村|镇村)/u.test(word)
    ? word.slice(1)
    : word
}

/** Finds bodies in one sentence. */
export function findBodies(line: Line, paper: Paper): void {
  if (!central) load()
  sweep(line)
  const { marks } = line
  const { start, end } = line.sentence
  const text = line.folded
  const ends = endsOfPlaces(line.items)
  /** Items before this one end before the character that is read. */
  let next = 0
  for (let i = start; i < end; i++) {
    while (next < line.items.length && (line.items[next] as Item).end <= i) next++
    const here = line.items[next]
    const code = text.charCodeAt(i)
    if (!((marks[i] as number) & listedMark) && here?.start !== i && !OPENS.has(code) && !BRANCH_FIRST.has(code))
      continue
    const inside = here !== undefined && here.start < i
    const joined = inside ? undefined : joinedBody(line, i, end)
    if (joined && line.put(joined)) {
      i = joined.end - 1
      continue
    }
    const branch = inside ? undefined : branchOfParty(line, i, end)
    if (branch && line.put(branch)) {
      i = branch.end - 1
      continue
    }
    const longest = inside ? undefined : central?.longest(text, i, end)
    // 黑龙江省农业部|门
    const hit = longest && text[longest.end - 1] === '部' && text[longest.end] === '门' ? undefined : longest
    const body =
      localBody(line, i, end, here?.start === i ? here : undefined, ends) ??
      (inside || hit ? undefined : bareBody(line, i, end))
    if (hit && (!body || hit.end >= body.end)) {
      const item: Item = {
        kind: 'Org',
        start: i,
        end: hit.end,
        rule: 'body/central',
        value: { ...(hit.entries[0] as OrgValue) },
        parts: [],
      }
      if (line.put(item)) {
        i = hit.end - 1
        continue
      }
    }
    if (body && line.put(body)) i = body.end - 1
  }
  applyMentionRules(bodyRules, line)
  void paper
}

const NO_ENDS: ReadonlySet<number> = new Set()

function endsOfPlaces(items: readonly Item[]): ReadonlySet<number> {
  let ends: Set<number> | undefined
  for (const item of items)
    if (item.kind === 'Place') {
      ends ??= new Set()
      ends.add(item.end)
    }
  return ends ?? NO_ENDS
}

const BRANCH =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|九三|台盟)(?:[\u4e00-\u9fff]{2,3}[省市]|[省市区]|自治区)委(?:员?会)?(?!员)/u

const BRANCH_FIRST = new CharSet('民农致九台')

/** 农工党|省委: one body, not two. */
function branchOfParty(line: Line, i: number, end: number): Item | undefined {
  if (!BRANCH_FIRST.has(line.folded.charCodeAt(i))) return undefined
  const name = BRANCH.exec(line.folded.slice(i, Math.min(end, i + 14)))?.[0]
  if (!name) return undefined
  const value: OrgValue = { name, forms: [name] }
  return { kind: 'Org', start: i, end: i + name.length, rule: 'body/branch', value: { ...value }, parts: [] }
}

const BEFORE_BARE = new CharSet('、，；：。（ 由经任原兼')

/** 公安局|局长 with nothing before it: a body of the region that the document speaks of. */
function bareBody(line: Line, i: number, end: number): Item | undefined {
  const text = line.folded
  if (i > line.sentence.start && !BEFORE_BARE.has(text.charCodeAt(i - 1))) return undefined
  const hit = local?.longest(text, i, end)
  if (!hit || hit.end - i < 3) return undefined
  // 某街道原|党工委书记: of the town before it.
  if (/[镇乡道村区县市]原$/u.test(text.slice(Math.max(0, i - 2), i)) && text[i] === '党') return undefined
  const unit = UNIT_OF_BODY.exec(text.slice(hit.end, Math.min(end, hit.end + 14)))?.[0].length ?? 0
  if (!headOfBody(text, hit.end + unit) && !roleBegins(text, hit.end + unit, end)) return undefined
  const level = /[厅]$|总队$/u.test(text.slice(i, hit.end)) ? '省' : '市'
  return make(line, i, hit.end, undefined, level, hit.entries[0])
}

/** 应急管理厅|防汛抗旱处|处长 */
const UNIT_OF_BODY = /^[\u4e00-\u9fff]{2,10}?[处科室](?=[一-龥]{0,1}[处科主副长调])/u

const JOINTS = new CharSet('及和、')
/** What a local body begins with when no place stands before it. */
const OPENS = new CharSet(`${LEVELS}自`)
const LEVEL = new CharSet(LEVELS)

/** 省政府及|安委会: a local body that shares the region of the one before it. */
function joinedBody(line: Line, i: number, end: number): Item | undefined {
  if (!JOINTS.has(line.folded.charCodeAt(i - 1))) return undefined
  const before = line.items.find((p) => p.kind === 'Org' && p.end === i - 1)
  const value = before?.value as unknown as OrgValue | undefined
  if (!value?.form || (!value.region && !value.level)) return undefined
  const hit = local?.longest(line.folded, i, end)
  return hit && hit.end - i >= 3 ? make(line, i, hit.end, value.region, value.level, hit.entries[0]) : undefined
}

const OF_AREA = new CharSet('园景社校厂矿库辖城小片地发技港新开保范假验聚')
const OF_MANY = new CharSet('省市县区旗州盟乡')

/** 山西省 + 应急管理厅, 山西 + 省委, 省 + 安委会, 自治区 + 党委 at offset i. */
function localBody(
  line: Line,
  i: number,
  end: number,
  here: Item | undefined,
  ends: ReadonlySet<number>,
): Item | undefined {
  const text = line.folded
  const place = here?.kind === 'Place' ? here : undefined
  if (!place && !OPENS.has(text.charCodeAt(i))) return undefined
  let at = i
  let region: PlaceValue | undefined
  let level: string | undefined
  if (place) {
    region = place.value as unknown as PlaceValue
    if (region.here) {
      level = text[place.end - 1] as string
      region = undefined
    }
    at = place.end
    const next = line.items.find((p) => p.kind === 'Place' && p.start === at)
    if (next) return undefined
    if (!level && LEVEL.has(text.charCodeAt(at)) && !LEVEL.has(text.charCodeAt(at - 1))) {
      const withLevel = local?.longest(text, at + 1, end)
      if (withLevel) return make(line, i, withLevel.end, region, undefined, withLevel.entries[0])
    }
  } else {
    if (ends.has(i)) return undefined
    if (text.startsWith('自治区', i) || text.startsWith('自治州', i)) {
      level = text.slice(i, i + 3)
      at = i + 3
    } else if (LEVEL.has(text.charCodeAt(i))) {
      // 园区管委会, 各旗市应急局: the character belongs to another word.
      if (text[i] === '区' && OF_AREA.has(text.charCodeAt(i - 1))) return undefined
      if (OF_MANY.has(text.charCodeAt(i - 1)) && /[各有]/u.test(text[i - 2] ?? '')) return undefined
      level = text[i] as string
      at = i + 1
    } else return undefined
  }
  const hit = local?.longest(text, at, end)
  if (!hit) return undefined
  return make(line, i, hit.end, region, level, hit.entries[0])
}

function make(
  line: Line,
  start: number,
  end: number,
  region: PlaceValue | undefined,
  level: string | undefined,
  entry: { form: string; canonical: string } | undefined,
): Item | undefined {
  if (!entry) return undefined
  const name = line.folded.slice(start, end)
  const value: OrgValue = { name, forms: [name], form: entry.form, ...(region && { region }), ...(level && { level }) }
  return { kind: 'Org', start, end, rule: 'body/local', value: { ...value }, parts: [] }
}

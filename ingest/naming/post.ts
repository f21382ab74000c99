// Items of kind `Post` -> drafts of offices: body or region + role, completed from the row of posts and the document's context.
import type { OrgValue } from '../bodies.js'
import { regionAt, regionBeside } from '../home.js'
import { words } from '../lexicon.js'
import type { Item, Line } from '../line.js'
import type { Paper, PlaceValue } from '../paper.js'
import { type Draft, draftsOf, type Roster } from '../roster.js'
import { bodyName } from './body.js'
import { envoyName, foreignLand, foreignParty } from './foreign-post.js'
import {
  actingBody,
  afterName,
  bareInRow,
  before,
  earlier,
  employer,
  lastOf,
  type Owner,
  ofMinistry,
  served,
  setIn,
  siteBefore,
} from './post-sentence.js'
import { besideOwner, sectionOwner } from './section.js'

let central: Map<string, string> | undefined

export function namePost(item: Item, line: Line, paper: Paper, roster: Roster): void {
  if (item.rule === 'post/envoy') {
    const { name, forms } = envoyName(item, line)
    roster.mention(roster.draft('Post', name, forms), line, item)
    return
  }
  central ??= new Map(words('central-post').map((r) => [r.word, r.fields[0] as string]))
  const roleItem = item.value.role as Item
  const acting =
    /^[省市县区州盟旗镇乡]长$|^主席$/u.test(line.textOf(roleItem)) && line.folded.endsWith('代理', item.start)
  // 局 of 公安局长 belongs to the body and to the role.
  const word = line.textOf(roleItem)
  const plain = word === '长' ? (roleItem.value.role as string) : word
  // 代理市长 and 代市长 are one office.
  const role = (acting ? '代' : '') + plain.replace(/^代理(?=[省市县区州盟旗镇乡]长|主席)/u, '代')
  const part = (name: 'unit' | 'organ') => (typeof item.value[name] === 'string' ? (item.value[name] as string) : '')
  // 某街道原|党工委|书记
  const unit = part('unit') + part('organ')
  const text = line
    .textOf(item)
    .replace(/^(?:现任|现)?(?:时任|原任|曾任|前任|原|前)?/u, '')
    .replace(/（[^（）]*）$/u, '')
  const row = before(item, line)
  const now = /^现/u.test(line.textOf(item))
  if (
    item.value.former ||
    item.value.onetime ||
    (!now && (row?.value.attrs as { former?: boolean } | undefined)?.former)
  )
    item.value.attrs = { former: true }
  const party = foreignParty(item, line, row)
  const land = party ?? foreignLand(item, line, paper, row, earlier(item, line))
  // 以总理 where no country of that character is named.
  if (land === '') return
  if (land) {
    const bare = text.replace(/^政府/u, '')
    item.value.owner = { name: land, forms: [] }
    roster.mention(roster.draft('Post', land + bare, [text, role]), line, item)
    return
  }
  const fixed = central.get(text) ?? (item.value.body ? undefined : central.get(role))
  if (fixed) {
    roster.mention(roster.own('Post', fixed, [text, role]), line, item)
    return
  }
  const owner =
    aideTo(row, item, role, unit) ??
    partyPart(item, row, unit, role) ??
    ownBody(item, line, paper, unit, roster) ??
    inRow(row, role, unit) ??
    inRow(afterName(item, line) ? undefined : earlier(item, line), role, unit) ??
    level(item, line, paper, role, unit) ??
    (row && /^(?:管委会|党工委)$/u.test(unit) ? inherited(row, role, unit) : undefined) ??
    (item.rule === 'post/assembly-role' ? assembly(item, line, paper, unit, roster) : undefined) ??
    inherited(row ?? (afterName(item, line) ? undefined : earlier(item, line)), role, unit) ??
    (unit ? undefined : besideOwner(item, line, paper)) ??
    served(item, line, paper, unit) ??
    sectionOwner(item, line, paper, unit) ??
    employer(item, line, roster, role, unit) ??
    setIn(item, line, roster, role, unit) ??
    actingBody(item, line, role, unit) ??
    ownHead(paper, roster, role, unit) ??
    ofMinistry(item, line, roster, role, unit) ??
    siteBefore(item, line, role, unit)
  // 自治区人民政府副主席 and 自治区副主席 are one office.
  if (owner && /(?:[省市县区州旗盟]长|主席)$/u.test(role) && /政府$/u.test(owner.name)) {
    const region = owner.name.replace(/(?:人民)?政府$/u, '')
    owner.forms.push(owner.name)
    owner.name = region
  }
  item.value.owner = owner
  if (!owner) {
    // A bare role says nothing that another document could share: 总干事 of what?
    const own = item.rule === 'post/unit-role' ? headBody(paper, roster) : undefined
    if (own && (/[处科室]$/u.test(unit) || FIRM.test(own))) {
      item.value.owner = { name: own + unit, forms: [unit] }
      roster.mention(roster.draft('Post', own + unit + role, [text]), line, item)
      return
    }
    // 市长 in a text that never says of which city: as 市委书记 there.
    if (!unit && /^(?:代|常务副|副)?[市县区旗]长$/u.test(role) && LOCAL.test(paper.text))
      roster.mention(roster.draft('Post', role), line, item)
    if (!unit || item.rule === 'post/unit-role') return
    item.value.owner = { name: unit, forms: [] }
    roster.mention(roster.draft('Post', unit + role, [text]), line, item)
    return
  }
  const forms = [text, ...owner.forms.map((f) => f + role), ...(plain.startsWith('代理') ? [owner.name + plain] : [])]
  roster.mention(asWritten(roster, owner.name + role) ?? roster.draft('Post', owner.name + role, forms), line, item)
}

/** 某市应急局局长 where the text has named 某市应急管理局局长, or the other way round. */
function asWritten(roster: Roster, name: string): Draft | undefined {
  const other = /应急管理[局厅]/u.test(name)
    ? name.replace('应急管理', '应急')
    : name.replace(/应急(?=[局厅])/u, '应急管理')
  const known = other === name || roster.find('Post', name) ? undefined : roster.find('Post', other)
  if (known) roster.alias(known, name)
  return known
}

/** What only papers of a city or county of this country say. */
const LOCAL = /(?:[^外]|^)(?:市委|县委|区委|旗委|安委会|我市|全市|我县|全县|全区|我区)/u

const AIDE = /^(?:首席|副|高级)?(?:发言人|特使|特别代表|私人代表|个人代表|助理|顾问)$/u

/** 联合国秘书长|发言人: the aide of the one whose office stands right before. */
function aideTo(row: Item | undefined, item: Item, role: string, unit: string): Owner | undefined {
  const chief = row?.end === item.start && !unit && AIDE.test(role) ? draftsOf(row)[0] : undefined
  return chief && { name: chief.name, forms: [...chief.forms].filter((form) => form.length > 3) }
}

/** 县委常委、宣传部部长: the department is one of that committee. */
const PARTY = /^(?:党委)?(?:宣传|组织|统战|政法|社会工作)(?:部|委)$/u
const PARTY_ROLE = /^(?:宣传部|组织部|统战部|政法委|社会工作部)/u

function partyPart(item: Item, row: Item | undefined, unit: string, role: string): Owner | undefined {
  const owner = row?.value.owner as Owner | undefined
  if (item.value.body || !owner?.name.endsWith('委') || !(PARTY.test(unit) || (!unit && PARTY_ROLE.test(role))))
    return undefined
  return { name: owner.name + unit, forms: unit ? [unit] : [] }
}

const NATIONAL = /^(?:第?[一二三四五六七八九十]{1,3}届)?全国(?:人大|人民代表大会)常(?:委会|务委员会)/u

/** 人大常委会 without its region: the one that the document has named, else the one of its home. */
function assembly(item: Item, line: Line, paper: Paper, said: string, roster: Roster): Owner | undefined {
  const unit = said === '常务委员会' ? '人大常委会' : said
  // 兵团副秘书长、安委办主任: of the region of the office before it.
  const row = (before(item, line)?.value.owner as Owner | undefined)?.name
  const own =
    row &&
    /安委|指挥部|监委|监察委|人大|政协/u.test(unit) &&
    /^.+(?:省|自治区|自治州|兵团|市|县|区|旗|盟|州)(?=委|人民政府|政府|人大|政协|应急|$)/u.exec(row)?.[0]
  if (own) return { name: own + unit, forms: [unit] }
  const named = [...roster.near('Organization'), ...roster.near('Post')].find(
    (d) => d.name.length > unit.length && d.name.includes(unit),
  )
  if (named) return { name: named.name.slice(0, named.name.indexOf(unit) + unit.length), forms: [unit] }
  // 常委会代表资格审查委员会 where the text tells of one standing committee: that one's.
  const standing = /资格审查委员会$/u.test(unit)
    ? [...roster.near('Meeting'), ...roster.near('Post')].map((d) => NATIONAL.exec(d.name)).find(Boolean)
    : undefined
  if (standing) return { name: `全国人大常委会${unit.replace(/^常委会/u, '')}`, forms: [unit] }
  if (/全国|中央/u.test(unit)) return { name: unit, forms: [] }
  const region = regionAt(
    paper,
    line,
    item.start,
    /自治区/u.test(paper.text) ? '自治区' : /市委|市长/u.test(paper.text) ? '市' : '省',
  )
  return region ? { name: region + unit, forms: [unit] } : undefined
}

function ownBody(item: Item, line: Line, paper: Paper, unit: string, roster: Roster): Owner | undefined {
  const body = item.parts.filter((p) => !['Role', 'Bound'].includes(p.kind))
  const last = body.at(-1)
  const first = body[0]
  // 国家矿山安全监察局|内蒙古|局: an office of the body in a province.
  if (first?.kind === 'Org' && last?.kind === 'Place') {
    const tail = line.folded.slice(first.end, (item.value.role as Item).start)
    return { name: (draftsOf(first)[0]?.name ?? bodyName(first, line, paper)) + tail, forms: [] }
  }
  if (last?.kind === 'Org') {
    const near = bareInRow(last, item, line)
    if (near) return { name: near + unit, forms: [line.textOf(last) + unit] }
    const name = draftsOf(last)[0]?.name ?? bodyName(last, line, paper)
    const forms = ((last.value as unknown as OrgValue).forms ?? []).map((f) => f + unit)
    return { name: name + unit, forms }
  }
  if (last?.kind === 'Place') {
    const value = last.value as unknown as PlaceValue
    const short = line.textOf(last)
    // 银川经开区党工委: the zone is named after its division, and so is the office.
    if (item.rule === 'post/zone-role' && unit.startsWith(short))
      return { name: unit, forms: [(value.name ?? short) + unit.slice(short.length)] }
    // 南京工业大学 is a name of its own.
    if (/(?:大学|学院|医院|公司|集团|煤矿|煤业|中学|小学|银行|研究院|研究所)/u.test(unit))
      return { name: short + unit, forms: [(value.name ?? short) + unit] }
    // 香港特区行政长官 is that of the 特别行政区.
    const rest = value.name?.endsWith('特别行政区') ? unit.replace(/^特区/u, '') : unit
    // A zone's rule holds its place in the unit.
    if (unit.length > short.length && unit.startsWith(short)) return { name: unit, forms: [] }
    return { name: (value.name ?? short) + standing(rest), forms: [short + unit, (value.name ?? short) + rest] }
  }
  if (last?.kind === 'Country') return { name: line.textOf(last) + unit, forms: [] }
  if (item.rule === 'post/level-role' || item.rule === 'post/own-role' || item.rule === 'post/region-chair') {
    const word = item.value.level as string
    if (/^(?:局|厅|部|总队|支队|大队|集团|公司)$/u.test(word))
      return ownOf(roster, word, unit) ?? lastOf(item, line, word, unit)
    if (word === '该' || word === '我') return spokenOf(roster, item, unit, word)
    const region = word === '街道' ? townOf(roster, item, word) : regionAt(paper, line, item.start, word)
    return region ? { name: region + unit, forms: [word + unit] } : undefined
  }
  if (item.rule === 'post/zone-role') return { name: zoneOf(unit, item, roster), forms: [unit] }
  if (item.rule === 'post/firm-role') return { name: unit, forms: [] }
  return undefined
}

/** 第十四届人民代表大会常务委员会: an office is one of the standing body, whatever its term. */
const standing = (unit: string) =>
  unit
    .replace(/^第?[一二三四五六七八九十]{1,3}届(?=人大|人民代表大会|政协)/u, '')
    .replace(/^人民代表大会常务委员会/u, '人大常委会')

/** 街道党工委书记: of the subdistrict spoken of last. */
function townOf(roster: Roster, item: Item, word: string): string | undefined {
  return roster.latest('Place', item.start, (d) => d.name.endsWith(word))?.name
}

/** 园区管委会: of the park spoken of last. */
function zoneOf(unit: string, item: Item, roster: Roster): string {
  const bare = /^(园区|开发区|新区|示范区|度假区|景区)(?=管|党|工)/u.exec(unit)?.[1]
  const kind = bare?.replace('区', '')
  const found = kind && roster.latest('Place', item.start, (d) => d.name.includes(kind) && d.name.length > 2)
  return found ? found.name + unit.slice((bare as string).length) : unit
}

/** The full name of a group of companies. */
const FIRM = /集团(?:有限责任|股份有限|有限)?公司$|集团$/u

/** 局党委委员 in a paper of a bureau: of that bureau. */
function ownOf(roster: Roster, word: string, unit: string): Owner | undefined {
  const own = roster.near('Organization').find((d) => d.name.endsWith(word) || (word === '集团' && FIRM.test(d.name)))
  return own ? { name: own.name + unit, forms: [word + unit] } : undefined
}

/** The bureau or department whose paper it is. */
function headBody(paper: Paper, roster: Roster): string | undefined {
  const edge = paper.lines[1]?.sentence.end ?? 0
  return roster
    .near('Organization')
    .find((d) => (/[厅局委部]$/u.test(d.name) || FIRM.test(d.name)) && d.mentions.some((m) => m.item.start < edge))
    ?.name
}

/** 副局长 in a paper of a bureau itself. */
function ownHead(paper: Paper, roster: Roster, role: string, unit: string): Owner | undefined {
  const kind = /(局|厅|委主任|院|校)长?$/u.exec(role)?.[1]?.[0]
  if (!kind || unit) return undefined
  const edge = paper.lines[2]?.sentence.end ?? 0
  const own = roster
    .near('Organization')
    .find((d) => d.name.endsWith(kind) && d.mentions.some((m) => m.item.start < edge))
  return own ? { name: own.name, forms: [] } : undefined
}

/** 该厅, 该公司: the body of that kind spoken of last; 我局: the one that the document is from, named first. */
function spokenOf(roster: Roster, item: Item, unit: string, word: string): Owner | undefined {
  const fits = (name: string) => name.endsWith(unit)
  const found =
    word === '我'
      ? roster.near('Organization').find((d) => fits(d.name))
      : roster.latest('Organization', item.start, (d) => fits(d.name))
  return found ? { name: found.name, forms: [word + unit] } : undefined
}

/** 新泰市委常委、副市长: of the region whose committee the office before it belongs to. */
function inRow(row: Item | undefined, role: string, unit: string): Owner | undefined {
  const word = unit ? undefined : /^(?:代理|代|常务副|副|第一副)*(省|市|县|区|州|盟|旗|镇|乡)长/u.exec(role)?.[1]
  const owner = (row?.value.owner as Owner | undefined)?.name
  const region = word && owner && new RegExp(`^(.+${word})(?:委|党委|人大常委会|政府)$`, 'u').exec(owner)?.[1]
  return region ? { name: region, forms: [] } : undefined
}

/** 省长, 副市长, 自治区主席: the region that the document speaks of there. */
function level(item: Item, line: Line, paper: Paper, role: string, unit: string): Owner | undefined {
  if (unit) return undefined
  const word = /^(?:代理|代|常务副|副|第一副)*(省|市|县|区|州|盟|旗|镇|乡)长/u.exec(role)?.[1]
  if (!word) return undefined
  const region = regionBeside(line, item.start, word) ?? regionAt(paper, line, item.start, word)
  return region ? { name: region, forms: [] } : undefined
}

const UNITS = /(?:党组|党委|党工委|纪委|(?<=公司|集团|厂|矿)(?:行政|生产|技术|财务|采购|销售|安全))$/u

/** 局长 after 国家矿山安监局党组书记 is the head of the same body. */
function inherited(row: Item | undefined, role: string, unit: string): Owner | undefined {
  const owner = row?.value.owner as Owner | undefined
  if (!owner || /^(?:总书记|总理)|^(?:代|副|常务副|第一副)*[省市县区州盟旗镇乡]长/u.test(role)) return undefined
  // 省长某某，副主任某某: a region has no director.
  if (
    /^(?:常务|第一)?副主任$|^主任$|^秘书长$/u.test(role) &&
    !unit &&
    /(?:省|市|县|区|州|旗|盟|镇|乡)$/u.test(owner.name)
  )
    return undefined
  // 煤炭工业局安全处处长、副局长: the second is of the bureau.
  const whole = /^(?:常务|第一)?副?([局厅部委院校])长$/u.exec(role)?.[1]
  const cut = (s: string) =>
    whole && !s.endsWith(whole) ? (new RegExp(`^.+${whole}(?=[^${whole}]{2,}$)`, 'u').exec(s)?.[0] ?? s) : s
  const strip = (s: string) =>
    (/^(?:候补)?(?:委员|常委|副?书记)$/u.test(role) && /党委$/u.test(s) ? s : cut(s.replace(UNITS, ''))) + unit
  return { name: strip(owner.name), forms: owner.forms.map(strip) }
}

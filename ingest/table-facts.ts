// Tables of a document -> facts of its rows: who holds which office, who heads which team, where the team is sent.
// Also makes persons of the cells under a label for names. Knows columns and items, no separators.
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { lineIndexAt, linesBetween } from './line-at.js'
import type { Paper } from './paper.js'
import { repeatPersons } from './persons/slot.js'
import { type Draft, draftsOf, type Roster } from './roster.js'
import { Slot } from './slot.js'
import { type Cell, readTables, type Table } from './tables.js'
import { numeral } from './text/numeral.js'

const tables = new Slot<Paper, Table[]>()

function tablesOf(paper: Paper): Table[] {
  return tables.keep(paper, () => readTables(paper.document.text, paper.folded))
}

const NO_NAME =
  /^(?:空 ?缺|待 ?定|同 ?上|同 ?左|暂 ?缺|另 ?定|全 ?体|轮 ?流|无|人 ?员|合 ?计|总 ?计|小 ?计|备 ?注|详.*)$/u
const NAME =
  /^[\u3400-\u9fff](?: ?[\u3400-\u9fff]){1,6}(?=$|（|[、，/ ])|^[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}(?=$|（)/u

/** A cell under a label for names holds a name, whatever it looks like. Run after persons are found. */
export function findPersonsInTables(paper: Paper): void {
  const found = new Set<string>()
  for (const table of tablesOf(paper))
    for (const cell of table.rows.flat()) {
      if (cell.column !== 'name' && cell.column !== 'lead') continue
      if (itemsOf(paper, cell, 'Person').length || NO_NAME.test(cell.text)) continue
      const name = NAME.exec(cell.text)?.[0]
      const line = lineAt(paper, cell.start)
      if (!name || !line || itemsOf(paper, cell, 'Post').length || itemsOf(paper, cell, 'Org').length) continue
      const end = cell.start + name.length
      for (const item of line.items.filter((i) => i.start < end && i.end > cell.start)) line.lift(item)
      line.put({
        kind: 'Person',
        start: cell.start,
        end,
        rule: 'person/table',
        value: { name: name.replace(/ /gu, '') },
        parts: [],
      })
      found.add(name.replace(/ /gu, ''))
    }
  repeatPersons(paper, found)
}

/** The facts of all tables. Run after naming, before lists are gathered. */
export function findTableFacts(paper: Paper, roster: Roster): Finding[] {
  return tablesOf(paper).flatMap((table) => {
    const titled = teamAbove(paper, table, roster)
    let group: Draft | undefined
    return table.rows.flatMap((row) => {
      group = teamOf(paper, table, row, roster) ?? (row.some((c) => c.column === 'group' && c.text) ? undefined : group)
      return factsOf(paper, roster, row, group, titled)
    })
  })
}

function factsOf(
  paper: Paper,
  roster: Roster,
  row: Cell[],
  group: Draft | undefined,
  titled: Draft | undefined,
): Finding[] {
  const filled = row.filter((c) => c.text)
  const span = { start: Math.min(...filled.map((c) => c.start)), end: Math.max(...filled.map((c) => c.end)) }
  const findings: Finding[] = []
  const give = (type: Finding['type'], from: Draft | undefined, to: Draft | undefined, rule: string, told = {}) => {
    if (from && to) findings.push({ type, from, to, attrs: told, ...span, rule, confidence: 0.93 })
  }
  const of = (column: Cell['column'], kind: string) =>
    filled.filter((c) => c.column === column).flatMap((c) => itemsOf(paper, c, kind))
  const named = of('name', 'Person').length ? of('name', 'Person') : of('lead', 'Person')
  const person = named.length === 1 ? draftsOf(named[0] as Item)[0] : undefined
  const body = of('unit', 'Org').flatMap(draftsOf)[0]
  for (const cell of filled.filter((c) => c.column === 'post')) {
    const apart = body ? officesOf(cell, body, paper, roster) : []
    for (const to of apart) give('HOLDS_POST', person, to, 'table/post-of-unit')
    if (apart.length) continue
    for (const post of itemsOf(paper, cell, 'Post'))
      for (const to of draftsOf(post)) give('HOLDS_POST', person, to, 'table/post', post.value.attrs ?? {})
  }
  // 甘草（省应急管理厅副厅长）: name and office in one cell, on one line or two.
  for (const column of ['name', 'lead'] as const)
    for (const post of of(column, 'Post'))
      for (const to of draftsOf(post)) give('HOLDS_POST', person, to, 'table/post-beside', post.value.attrs ?? {})
  // 甲（7月1日前由乙代): the one in brackets stands in.
  const leads = of('lead', 'Person').filter(
    (p, n) =>
      n === 0 ||
      !filled.some(
        (c) => c.start <= p.start && p.end <= c.end && /（[^（）]*$/u.test(paper.text.slice(c.start, p.start)),
      ),
  )
  if (leads.length === 1) give('LEADS_GROUP', draftsOf(leads[0] as Item)[0], group, 'table/leads')
  const head = filled.some((c) => (c.column === 'role' || c.column === 'other') && /^组 ?长$/u.test(c.text))
  if (head) give('LEADS_GROUP', person, group ?? titled, 'table/leads-role')
  for (const place of of('place', 'Place'))
    for (const to of draftsOf(place)) give('INSPECTS', group, to, 'table/inspects')
  return findings
}

const OFFICE = /^[\u4e00-\u9fff（）]{0,12}(?:长|书记|主任|总监|工程师|巡视员|专员|主席|调研员|经理)$/u

/** 单位 in one column, 职务 in another: the offices of the cell, each of that body. */
function officesOf(cell: Cell, body: Draft, paper: Paper, roster: Roster): Draft[] {
  if (itemsOf(paper, cell, 'Org').length || itemsOf(paper, cell, 'Place').length) return []
  return cell.text
    .split(/[、，]/u)
    .filter((office) => OFFICE.test(office) && !/^[省市县区州盟旗厅局]/u.test(office))
    .map((office) => roster.draft('Post', body.name + office, [office]))
}

/** The team of a row: named in its cell, or by its number alone under the title of the table. */
function teamOf(paper: Paper, table: Table, row: Cell[], roster: Roster): Draft | undefined {
  const cell = row.find((c) => c.column === 'group' && c.text)
  if (!cell) return undefined
  const own = itemsOf(paper, cell, 'Group').flatMap(draftsOf)[0]
  if (own) return own
  const number = /^(?:第 ?)?([一二三四五六七八九十\d]{1,3})(?:组|小组)?$/u.exec(cell.text)?.[1]
  const called = /^[\u4e00-\u9fff]{2,10}组$/u.test(cell.text)
  const line = lineAt(paper, cell.start)
  if ((!number && !called) || !line) return undefined
  const name = (bodyAbove(paper, table) ?? '') + (/组$/u.test(cell.text) || called ? cell.text : `第${cell.text}组`)
  const draft = roster.draft('Group', name, [cell.text])
  if (number) draft.attrs.number = numeral(number)
  const item: Item = { kind: 'Group', start: cell.start, end: cell.end, rule: 'group/table', value: {}, parts: [] }
  roster.mention(draft, line, item)
  return draft
}

/** The lines above a table, nearest first, that may be its title. */
function titles(paper: Paper, table: Table): Line[] {
  const end = lineIndexAt(paper, table.start - 1) + 1
  return paper.lines.slice(Math.max(0, end - 4), end).reverse()
}

function bodyAbove(paper: Paper, table: Table): string | undefined {
  for (const line of titles(paper, table))
    for (const item of line.items)
      for (const org of [item, ...item.parts]) if (org.kind === 'Org' && draftsOf(org)[0]) return draftsOf(org)[0]?.name
  return undefined
}

/** …工作专班名册, …领导小组成员名单: the table lists the people of this one team. */
function teamAbove(paper: Paper, table: Table, roster: Roster): Draft | undefined {
  for (const line of titles(paper, table))
    for (const item of line.items) if (item.kind === 'Group') return draftsOf(item)[0] ?? titledTeam(item, line, roster)
  return undefined
}

/** A title that says whose names follow makes a team of them. */
function titledTeam(item: Item, line: Line, roster: Roster): Draft | undefined {
  if (
    !/^(?:组成)?(?:成员|人员|领导)?(?:名册|名单|名录|花名册|一览表|组成表)/u.test(
      line.folded.slice(item.end, line.sentence.end),
    )
  )
    return undefined
  const draft = roster.draft('Group', line.textOf(item))
  roster.mention(draft, line, item)
  return draft
}

function lineAt(paper: Paper, at: number): Line | undefined {
  return linesBetween(paper, at, at + 1)[0]
}

/** Items of a kind inside a cell, also inside other items there. */
function itemsOf(paper: Paper, cell: Cell, kind: string): Item[] {
  const found: Item[] = []
  const visit = (item: Item): void => {
    if (item.end <= cell.start || item.start >= cell.end) return
    if (item.kind === kind && item.start >= cell.start && item.end <= cell.end) found.push(item)
    else item.parts.forEach(visit)
  }
  for (const line of linesBetween(paper, cell.start, cell.end)) line.items.forEach(visit)
  return found
}

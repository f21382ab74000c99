// The text as published -> its tables: rows of cells under labels, in folded offsets. Reads columns parted by tabs, bars, commas
// or spaces, and tables pasted with every cell on a line of its own. Knows labels, no items.
import { bisect } from './bisect.js'
import type { Folded } from './text/fold.js'
import { matchesOf } from './text/matches.js'

/** What a column holds, as its label says. */
export type Column = 'name' | 'unit' | 'post' | 'group' | 'lead' | 'member' | 'place' | 'role' | 'other'

export interface Cell {
  column: Column
  /** Folded offsets. */
  start: number
  end: number
  text: string
}

export interface Table {
  /** Folded offset at which the table's header begins. */
  start: number
  rows: Cell[][]
}

const LABELS: readonly [Column, RegExp][] = [
  [
    'name',
    /^(?:姓名|名字|(?:带班|值班|包保|包联|包片|责任|联系|分管|牵头|市级|县级|区级)领导|责任人|负责人|负责同志|对象姓名|人员姓名)$/u,
  ],
  ['unit', /^(?:(?:工作|所在|现|派出)?单位(?:名称)?|部门|所在部门)$/u],
  ['post', /^(?:(?:工作|所在|现)?单位(?:及|和|与|、)?(?:职务|职称)|(?:现任|时任|行政|党政)?职[务位]|职务（单位）)$/u],
  [
    'group',
    /^(?:组别|分组|小组|组名|组次|(?:督导|督查|检查|巡查|考核|工作|暗访|帮扶|指导|调研|核查)?组(?:别|名称)?)$/u,
  ],
  ['lead', /^(?:组长|带队领导|带队人|带队|领队|带队负责人|带队组长)$/u],
  ['member', /^(?:副组长|成员|组员|队员|联络员|组成人员|随行人员)$/u],
  ['role', /^(?:组内|专班|小组|领导小组)(?:职务|分工|职责|角色)$/u],
  [
    'place',
    /^(?:(?:督导|督查|检查|巡查|考核|暗访|帮扶|指导|联系|包保|包联|包片|负责|责任|受检|挂点|驻点|派驻|分管|调研|进驻|赴)(?:的)?)(?:地区|地市|区域|市州|市县|县区|县市区|县（市、区）|乡镇|镇街|范围|对象|地点|片区|市|县|区|州)$|^(?:地区|地市|市州|区域|片区)$/u,
  ],
  [
    'other',
    /^(?:序号|编号|日期|时间|星期|电话|手机|(?:联系|办公|值班|手机)(?:电话|方式|号码)|备注|性别|民族|出生年月|学历|(?:主要)?分工|职责|任务|工作任务|拟任职务|原任职务|拟任|带班时间|值班时间|值班员|值班人员|联系人|重点内容|检查内容|重点行业|行业领域|车辆|人数|房间|座位)$/u,
  ],
]

function columnOf(label: string): Column | undefined {
  const bare = label.replace(/\s/gu, '')
  return LABELS.find(([, regex]) => regex.test(bare))?.[0]
}

interface Piece {
  from: number
  to: number
  text: string
}

interface RawLine {
  from: number
  text: string
}

/** How the cells of a row are parted, in the order in which they are tried on a header. */
const PARTED: readonly RegExp[] = [/\t/gu, /[|｜│]/gu, /[,，;；]/gu, / {2,}|\u3000+/gu, / /gu]

/** All tables of a text, in order. */
export function readTables(raw: string, folded: Folded): Table[] {
  if (!/姓 {0,4}　{0,4}名|组 {0,2}别|组 {0,2}长|职 {0,2}务|领导/u.test(raw)) return []
  const lines: RawLine[] = []
  let from = 0
  for (const text of raw.split('\n')) {
    lines.push({ from, text })
    from += text.length + 1
  }
  const tables: Table[] = []
  for (let i = 0; i < lines.length; i++) {
    const found = readRows(lines, i) ?? readColumn(lines, i)
    if (!found) continue
    const rows = found.rows
      .map((row) => row.map((cell) => locate(cell, folded)).filter((c): c is Cell => c !== undefined))
      .filter((row) => row.length > 1)
    if (rows.length) tables.push({ start: foldedAt(folded, (lines[i] as RawLine).from), rows })
    i = found.last
  }
  return tables
}

type RawTable = { rows: (Piece & { column: Column })[][]; last: number }

/** A header with its labels on one line, the rows below it. */
function readRows(lines: readonly RawLine[], at: number): RawTable | undefined {
  const head = lines[at] as RawLine
  if (head.text.length > 160) return undefined
  for (const parted of PARTED) {
    const labels = split(head, parted).filter((p) => p.text)
    const columns = labels.map((p) => columnOf(p.text))
    if (labels.length < 2 || columns.filter((c) => c && c !== 'other').length < 2) continue
    if (columns.some((c) => c === undefined) && columns.filter(Boolean).length < 3) continue
    const keepsEmpty = parted === PARTED[0] || parted === PARTED[2]
    const rows: RawTable['rows'] = []
    let last = at
    // Every line with an empty one behind it: so are the rows.
    const apart = lines[at + 1]?.text.trim() === '' && lines[at + 3]?.text.trim() === ''
    for (let i = at + 1; i < lines.length; i++) {
      const line = lines[i] as RawLine
      if (/^[\s|:-]*$/u.test(line.text)) {
        const next = lines[i + 1]?.text ?? ''
        if (/[|-]/u.test(line.text) || i === at + 1 || (apart && next.trim())) continue
        break
      }
      let cells = split(line, parted)
      if (!keepsEmpty) cells = cells.filter((p) => p.text)
      if (cells.length > columns.length) cells = joinNames(cells, line, columns.length)
      if (cells.length < 2 || cells.length > columns.length + 1) break
      // A row without its first cell goes on under the one above.
      const shift =
        !keepsEmpty && cells.length < columns.length && columns[0] === 'group' && !GROUP.test(cells[0]?.text ?? '')
          ? 1
          : 0
      rows.push(cells.map((cell, n) => ({ ...cell, column: columns[n + shift] ?? 'other' })))
      last = i
    }
    if (rows.length) return { rows, last }
  }
  return undefined
}

const GROUP = /^(?:第?[一二三四五六七八九十\d]{1,3}|[\u4e00-\u9fff]{2,8}第?[一二三四五六七八九十\d]{0,3})组$/u
/** A row of a table with every cell on its own line begins with its number or its team. */
const KEY = /^(?:第?[一二三四五六七八九十\d]{1,3}组|\d{1,3})$/u
const AFTER_TABLE = /^(?:说明|备注|注|附|联系人|要求)[：:、]?|[。；]$/u

/** Labels and cells each on a line of their own. */
function readColumn(lines: readonly RawLine[], at: number): RawTable | undefined {
  const columns: Column[] = []
  let i = at
  for (; i < lines.length; i++) {
    const text = (lines[i] as RawLine).text
    if (!text.trim()) {
      if (columns.length) continue
      return undefined
    }
    const column = text.length <= 12 ? columnOf(text.trim()) : undefined
    if (!column) break
    columns.push(column)
  }
  if (columns.length < 3 || columns.filter((c) => c !== 'other').length < 2) return undefined
  const cells: Piece[] = []
  let last = i - 1
  for (; i < lines.length; i++) {
    const line = lines[i] as RawLine
    const [cell] = split(line, /(?!)/gu)
    if (!cell?.text) continue
    if (AFTER_TABLE.test(cell.text) || cell.text.length > 60) break
    cells.push(cell)
    last = i
  }
  const keyed = columns[0] === 'group' || columns[0] === 'other'
  const rows = keyed && KEY.test(bare(cells[0]?.text ?? '')) ? byKey(cells, columns) : byCount(cells, columns)
  return rows.length ? { rows, last } : undefined
}

const bare = (text: string) => text.replace(/\s/gu, '')

function byCount(cells: readonly Piece[], columns: readonly Column[]): RawTable['rows'] {
  const rows: RawTable['rows'] = []
  for (let i = 0; i + columns.length <= cells.length; i += columns.length)
    rows.push(cells.slice(i, i + columns.length).map((cell, n) => ({ ...cell, column: columns[n] as Column })))
  return rows
}

/** Cells of several lines: one in brackets goes on, the last column takes what is left. */
function byKey(cells: readonly Piece[], columns: readonly Column[]): RawTable['rows'] {
  const rows: RawTable['rows'] = []
  let column = 0
  for (const cell of cells) {
    if (KEY.test(bare(cell.text))) {
      rows.push([])
      column = 0
    } else if (!/^[（(]/u.test(cell.text) && column < columns.length - 1) column++
    rows.at(-1)?.push({ ...cell, column: columns[column] as Column })
  }
  return rows
}

/** A row -> its trimmed pieces, with their offsets. */
function split(line: RawLine, parted: RegExp): Piece[] {
  const pieces: Piece[] = []
  const push = (from: number, to: number) => {
    const text = line.text.slice(from, to)
    const head = text.length - text.trimStart().length
    pieces.push({ from: line.from + from + head, to: line.from + from + text.trimEnd().length, text: text.trim() })
  }
  let at = 0
  for (const m of matchesOf(parted, line.text)) {
    push(at, m.index)
    at = m.index + m[0].length
  }
  push(at, line.text.length)
  return pieces
}

/** 王  凯 is one cell where spaces part the columns. */
function joinNames(cells: readonly Piece[], line: RawLine, count: number): Piece[] {
  const joined: Piece[] = []
  for (const cell of cells) {
    const last = joined.at(-1)
    const single = (p: Piece) => /^[\u3400-\u9fff]$/u.test(p.text)
    if (last && single(last) && single(cell) && cells.length - joined.length >= 0 && cells.length > count) {
      joined[joined.length - 1] = {
        from: last.from,
        to: cell.to,
        text: line.text.slice(last.from - line.from, cell.to - line.from),
      }
    } else joined.push(cell)
  }
  return joined
}

function locate(piece: Piece & { column: Column }, folded: Folded): Cell | undefined {
  if (!piece.text) return { column: piece.column, start: 0, end: 0, text: '' }
  const start = foldedAt(folded, piece.from)
  const end = foldedAt(folded, piece.to)
  return end > start ? { column: piece.column, start, end, text: folded.text.slice(start, end) } : undefined
}

/** The first folded character that stems from an original offset or one behind it. */
function foldedAt(folded: Folded, offset: number): number {
  return bisect(folded.text.length, (i) => (folded.origin[i] as number) < offset)
}

// A report of an accident filled in as a form (事故单位, 事故时间, 事故地点, 事故类型 …) -> an item of kind `Accident` at the field that says
// what happened, with what the other fields say of it. No draft is made here; naming/accident.ts asks `formProfile`.
import type { DateValue } from './dates.js'
import type { Item, Line } from './line.js'
import { kindOf } from './naming/accident-kind.js'
import type { Profile } from './naming/accident-profile.js'
import type { Paper, PlaceValue } from './paper.js'
import { Search } from './search.js'
import { Slot } from './slot.js'

const SORTS = {
  unit: /^(?:事故|事发|发生|涉事|起火)?(?:单位|企业|场所)(?:名称)?$/u,
  time: /^(?:事故|事发|发生|起火|灾害)(?:发生)?(?:的)?时间$|^时间$/u,
  place: /^(?:事故|事发|发生|起火|灾害)(?:发生)?(?:的)?(?:地点|位置|地址)$|^地点$/u,
  kind: /^(?:事故|事件|灾害|灾种)(?:类型|类别|种类|性质)?$/u,
} as const
type Sort = keyof typeof SORTS

interface Field {
  sort: Sort
  line: Line
  /** Folded offsets of what the field says. */
  start: number
  end: number
}

const forms = new Slot<Paper, Record<Sort, Field>>()
/** A label in brackets or before a colon; several may stand on one line. */
const LABEL = new Search(/(?:^|[；。 ]|\d[.、] ?)[【[]?(?<label>[\u4e00-\u9fff]{2,8})(?:[】\]]：?|：)/gu)

/** Puts in the accident that a form reports. Run after the layers of mentions. */
export function findReportForm(paper: Paper): void {
  const fields: Partial<Record<Sort, Field>> = {}
  for (const line of paper.lines) {
    const labels = LABEL.in(line)
    labels.forEach((m, n) => {
      const label = m.groups?.label as string
      const sort = (Object.keys(SORTS) as Sort[]).find((s) => SORTS[s].test(label))
      if (!sort || fields[sort]) return
      const start = line.sentence.start + m.index + m[0].length
      const end = line.sentence.start + (labels[n + 1]?.index ?? line.text.length)
      fields[sort] = { sort, line, start, end }
    })
  }
  const { kind, time, place, unit } = fields
  if (!kind || !time || !(place ?? unit)) return
  const text = kind.line.folded
    .slice(kind.start, kind.end)
    .trim()
    .replace(/[。；]$/u, '')
  if (text.length > 16 || !kindOf(text.replace(/事故$/u, ''))) return
  const end = kind.start + text.length
  for (const item of kind.line.items.filter((i) => i.start < end && i.end > kind.start)) kind.line.lift(item)
  const value = { form: true, kind: text.replace(/事故$/u, '') }
  if (kind.line.put({ kind: 'Accident', start: kind.start, end, rule: 'accident/form', value, parts: [] }))
    forms.set(paper, fields as Record<Sort, Field>)
}

/** What a form says of its accident: the places of its place and unit, the day of its time. */
export function formProfile(item: Item, paper: Paper): Profile | undefined {
  const fields = forms.get(paper)
  if (!fields || !item.value.form) return undefined
  const places: Item[] = []
  for (const field of [fields.place, fields.unit]) if (field && !places.length) places.push(...itemsIn(field, 'Place'))
  const date = fields.time && (itemsIn(fields.time, 'Date')[0]?.value as DateValue | undefined)?.date
  const word = item.value.kind as string
  const { unit, place } = fields
  const full = places.map((p) => p.value.name as string).join('')
  const kind = kindOf(word)
  const what = /灾|爆炸$/u.test(word) && !/爆炸$/u.test(word) ? word : `${word}事故`
  const names = [unit, place]
    .filter((f) => f !== undefined)
    .map((f) =>
      f.line.folded
        .slice(f.start, f.end)
        .trim()
        .replace(/[。；，].*$/u, ''),
    )
    .filter((f) => f.length < 40)
    .map((f) => (f.startsWith(full) || !unit ? f : full + f) + what)
  const region: Profile['region'] = {}
  for (const p of places) {
    const v = p.value as unknown as PlaceValue
    if (v.province) region.province ??= v.province
    if (v.level === 'x') region.county ??= v.name
  }
  if (full) names.push(full + what)
  return {
    region,
    places,
    names,
    rank: 3,
    ...(kind && { kind }),
    ...(date && { date: date.slice(0, 10), sure: true }),
  }
}

function itemsIn(field: Field, kind: string): Item[] {
  const found: Item[] = []
  const visit = (item: Item): void => {
    if (item.end <= field.start || item.start >= field.end) return
    if (item.kind === kind) found.push(item)
    else item.parts.forEach(visit)
  }
  field.line.items.forEach(visit)
  return found
}

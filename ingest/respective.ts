// Places, one office and as many persons in a row (福州、厦门、泉州三市市长甲、乙、丙) -> each holds the office of the place in his turn.
// Knows lines, items and drafts. Marked when all persons are found, told when all things are named.
import type { Finding } from './facts.js'
import { altered, type Item, kindsOf, type Line } from './line.js'
import type { Paper } from './paper.js'
import { draftsOf, type Roster } from './roster.js'

const POSTS = kindsOf('Post')
/** The kind of such an office: no rule takes it for that of the one who stands next to it. */
const KIND = 'Shared'
const JOINT = /^[、和]$/u
/** The first holder touches the office. */
const FIRST_HOLDER = /^ ?$/u
/** How many places there are, between the last of them and the office. */
const COUNTED = /^(?:[两二三四五六七八九十]{1,2}个?[省市县区州盟旗]?)?$/u
const COUNT = /^[两二三四五六七八九十]{1,2}个?[省市县区州盟旗](?=[省市县区州盟旗])/u

interface Shared {
  places: Item[]
  persons: Item[]
  role: string
}

/** Takes offices that several places share with several persons out of the reach of the rules. */
export function markRespective(paper: Paper): void {
  for (const line of paper.lines) {
    if (!line.holds(POSTS)) continue
    for (const post of [...line.items]) {
      const shared = post.kind === 'Post' ? sharedBy(line, post) : undefined
      if (!shared) continue
      line.lift(post)
      line.put(altered(post, { kind: KIND, value: { ...post.value, shared } }))
    }
  }
}

/** Who holds what, each in his turn. */
export function findRespective(paper: Paper, roster: Roster): Finding[] {
  const findings: Finding[] = []
  for (const line of paper.lines)
    for (const post of line.items) {
      if (post.kind !== KIND) continue
      const { places, persons, role } = post.value.shared as Shared
      const last = persons.at(-1) as Item
      persons.forEach((person, i) => {
        const [place] = draftsOf(places[i] as Item)
        const [from] = draftsOf(person)
        if (!place || !from) return
        const to = roster.draft('Post', officeOf(place.name, role), [role])
        const start = (places[0] as Item).start
        const facts = { attrs: {}, start, end: last.end, rule: 'post/respective', confidence: 0.93 }
        findings.push({ type: 'HOLDS_POST', from, to, ...facts })
      })
    }
  return findings
}

/** 陕西省 and 省委书记 share their 省; 福州市 and 市长 do not. */
function officeOf(place: string, role: string): string {
  const shared = place.endsWith(role[0] as string) && role[1] !== '长'
  return place + (shared ? role.slice(1) : role)
}

function sharedBy(line: Line, post: Item): Shared | undefined {
  const at = line.items.indexOf(post)
  const persons = rowOf(line, at, 1, 'Person', post.end, FIRST_HOLDER)
  if (persons.length < 2) return undefined
  const own = placeAt(post, post.start)
  const before = rowOf(line, at, -1, 'Place', post.start, own ? JOINT : COUNTED).reverse()
  const places = own ? [...before, own] : before
  if (places.length !== persons.length) return undefined
  const role = line.folded.slice(own?.end ?? post.start, post.end).replace(COUNT, '')
  return role ? { places, persons, role } : undefined
}

/** The place that an office begins with, in its body or its own. */
function placeAt(item: Item, start: number): Item | undefined {
  const first = item.parts[0]
  if (first?.start !== start) return undefined
  return first.kind === 'Place' ? first : placeAt(first, start)
}

/**
 * The items of a kind that stand in a row from an item on, in one direction.
 * @param edge where that item ends, or begins
 * @param first what may stand between it and the first of the row
 */
function rowOf(line: Line, from: number, step: 1 | -1, kind: string, edge: number, first: RegExp): Item[] {
  const row: Item[] = []
  let at = edge
  for (let i = from + step; ; i += step) {
    const item = line.items[i]
    if (item?.kind !== kind) return row
    const gap = step > 0 ? line.folded.slice(at, item.start) : line.folded.slice(item.end, at)
    if (!(row.length ? JOINT : first).test(gap)) return row
    row.push(item)
    at = step > 0 ? item.end : item.start
  }
}

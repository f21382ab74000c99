// Lines with offices -> items of kind `Person` for names in Latin letters right after one: 专家John A. Smith. Knows no names.
import { kindsOf, type Line } from '../line.js'
import { CharSet } from '../scan.js'

/** Two words or more, each with a capital; initials may have a point. */
const NAME =
  /^ ?(?<name>[A-Z][A-Za-z'’-]+(?: (?:[A-Z]\.|(?:van|von|de|der|da|del|bin|al|[A-Z])[A-Za-z'’-]*)){1,4})(?![A-Za-z])/u
const OFFICES = new Set(['Post', 'Role', 'Bound', 'Title', 'Lead'])
const OFFICE_KINDS = kindsOf(...OFFICES)
const SPACE = 32
const CAPITALS = new CharSet('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** A word of a body or a make is no name. */
const BODY =
  /\b(?:Inc|Ltd|LLC|Corp|Co|Company|Group|University|Institute|College|Bank|Center|Centre|Association|Office|Department|Agency|Council|Ministry|Party|News|Times|Post)\b/u

/** Puts in the names in Latin letters of a line. Run when other persons are found. */
export function findLatinNames(line: Line): void {
  if (!line.holds(OFFICE_KINDS)) return
  for (const office of line.items.filter((i) => OFFICES.has(i.kind))) {
    const at = line.folded.charCodeAt(office.end) === SPACE ? office.end + 1 : office.end
    if (!CAPITALS.has(line.folded.charCodeAt(at))) continue
    const found = NAME.exec(line.folded.slice(office.end, Math.min(line.sentence.end, office.end + 60)))
    if (!found || BODY.test(found[0])) continue
    const name = found.groups?.name as string
    const start = office.end + found[0].indexOf(name)
    const end = start + name.length
    if (line.items.some((i) => i.start < end && i.end > start)) continue
    line.put({ kind: 'Person', start, end, rule: 'person/latin', value: { name }, parts: [] })
  }
}

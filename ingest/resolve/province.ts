// Names of provinces, full, short and by their letters; whether two are one. The corps is none of the region it lies in.
import { list, words } from '../lexicon.js'
import { type Descriptor, different, type Judgement, same, unsure } from './descriptor.js'
import { plain } from './plain.js'
import { divisionsNamed } from './region.js'

let letters: Map<string, string> | undefined

/** The official name of a province by any of its forms; undefined for what is none. */
export function provinceNamed(written: string): string | undefined {
  letters ??= new Map(words('province').flatMap(({ word, fields }) => list(fields[1]).map((c) => [c, word] as const)))
  const name = plain(written)
    .replace(/^(?:中华人民共和国|中国)(?=.{2})/u, '')
    .replace(/(?:全)?(?:境内?|辖区)$/u, '')
  if (name.length === 1) return letters.get(name)
  const found = divisionsNamed(name)
  return found.length === 1 && found[0]?.level === 'p' ? found[0].path : undefined
}

/** Whether two provinces are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [provinceNamed(a.name), provinceNamed(b.name)]
  if (x && y) return x === y ? same(`both are ${x}`) : different(`${x} and ${y}`)
  if (plain(a.name) === plain(b.name)) return same('the same name')
  const other = x ? b.name : a.name
  if ((x || y) && divisionsNamed(plain(other)).some((d) => d.level !== 'p'))
    return different(`${other} is a place below the province`)
  return unsure(`${x ? b.name : a.name} is no province that the list knows`)
}

/** The group of names among which a province is looked for. */
export function block(d: Descriptor): string {
  return provinceNamed(d.name) ?? plain(d.name)
}

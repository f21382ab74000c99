// Whether two persons of one name are one: by posts that one can hold at once, or one after the other. A name alone settles nothing.
import { fitStandings } from '../../schema/standing.js'
import { words } from '../lexicon.js'
import { readStanding } from './career.js'
import { type Descriptor, different, type Judgement, namesOf, said, same, unsure } from './descriptor.js'
import { plain } from './plain.js'

/** The full name of a person as it is compared: 买买提·吐尔逊 with any dot, 习 近平 without space. */
export function personName(written: string): string {
  return plain(written).replace(/[（(].*[)）]$/u, '')
}

/** The name without its dots, which texts set or leave out: 买买提·吐尔逊 = 买买提 吐尔逊. */
export const letters = (written: string) => personName(written).replaceAll('·', '')

let call: RegExp | undefined

/** Whether a name is a surname with an address (李女士, 张市长, 老于): whom it means only its own document knows. */
export function isCall(written: string): boolean {
  call ??= new RegExp(
    `^(?:[\\u3400-\\u9fff]{1,2}(?:${words('call')
      .map((r) => r.word)
      .join('|')})|[\\u3400-\\u9fff]家|老[\\u3400-\\u9fff]|[\\u3400-\\u9fff]老)$`,
    'u',
  )
  return call.test(written)
}

/** Whether two persons are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [p, q] = [personName(a.name), personName(b.name)]
  const others = namesOf(b).map(letters)
  if (!namesOf(a).some((name) => others.includes(letters(name)))) return otherNames(p, q)
  const [x, y] = [a.posts ?? [], b.posts ?? []]
  if (!x.length || !y.length) return unsure('one name; no posts to tell by')
  const [from, to] = [said(a, 'date'), said(b, 'date')]
  const days = from && to ? (day(to) - day(from)) / 86_400_000 : undefined
  const [ofOne, ofOther] = [x.map(readStanding), y.map(readStanding)]
  const shared = ofOne.find(({ key }) => key !== undefined && ofOther.some((other) => other.key === key))
  if (shared) return same(`one name and one post: ${shared.name}`)
  let best: Judgement | undefined
  let clash: Judgement | undefined
  for (const one of ofOne)
    for (const two of ofOther) {
      const found = fitStandings(one, two, days)
      const posts = `${one.name}, ${two.name}`
      if (found === 'together') best = same(`one name, and posts that go together: ${posts}`)
      else if (found === 'career') best ??= same(`one name, and posts that follow one another: ${posts}`)
      else if (found === 'clash') clash = different(`one name, but posts that one person cannot hold: ${posts}`)
    }
  if (clash && ofOne.some(({ name }) => ofOther.some((other) => other.name === name)))
    return unsure('one name; some posts go together, others exclude each other')
  return clash ?? best ?? unsure('one name; the posts neither go together nor exclude each other')
}

/** 普京 may be 弗拉基米尔·普京. */
function otherNames(a: string, b: string): Judgement {
  const parts = (name: string) => name.split('·')
  const [short, long] = parts(a).length < parts(b).length ? [a, b] : [b, a]
  if (short.length >= 2 && parts(long).includes(short)) return unsure(`${short} may be short for ${long}`)
  return different('two names')
}

/** A date of any precision as a time: the middle of its month or year where it is no day. */
function day(date: string): number {
  return Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date)
}

/** The group of names among which a person is looked for. */
export function block(d: Descriptor): string {
  return letters(d.name)
}

// The lists of divisions, old names and foreign places -> tries that a text is read with. Knows no sentence.
import { list, type Row, words } from './lexicon.js'
import type { PlaceValue } from './paper.js'
import { Trie } from './scan.js'

/** What a name of a division may stand for. */
export interface Entry {
  value: PlaceValue
  /**
   * `weak`: a short form that is also a name or a rare word: it counts only beside its superior or when the full name stands in
   * the text. `beside`: an ordinary word (和平, 新华) that counts only right after its city.
   */
  use: 'free' | 'weak' | 'beside'
}

/** The value of an item of kind `Country`: a country, or a place abroad. */
export interface Foreign {
  name: string
  /** Not a whole country: a city, a state or a division abroad. */
  abroad?: true
}

export interface Gazetteer {
  divisions: Trie<Entry>
  /** Countries, states and cities abroad. */
  abroad: Trie<Foreign>
  /** Cities abroad of two characters, which count only behind their country. */
  cities: ReadonlySet<string>
  /** 川, 渝: the provinces by one character. */
  letters: Map<string, PlaceValue>
}

let loaded: Gazetteer | undefined

/** The lists, read once. */
export function gazetteer(): Gazetteer {
  if (loaded) return loaded
  const divisions = new Trie<Entry>()
  const letters = new Map<string, PlaceValue>()
  const known = new Map<string, PlaceValue>()
  const add = (name: string, value: PlaceValue, use: Entry['use'] = 'free') => divisions.add(name, { value, use })
  for (const { word, fields } of words('province')) {
    const value: PlaceValue = { type: 'Province', name: word, level: 'p', province: word, code: fields[2] ?? '' }
    add(word, value)
    if (fields[0] && fields[0] !== word) add(fields[0], value)
    // 新疆自治区
    if (/.族自治区$|维吾尔自治区$/u.test(word)) add(`${fields[0]}自治区`, value)
    for (const letter of list(fields[1])) if (letter.length === 1) letters.set(letter, value)
    known.set(word, value)
  }
  for (const { word, fields } of words('prefecture')) {
    const value: PlaceValue = { type: 'Place', name: word, level: 'c', province: fields[1] ?? '', prefecture: word }
    add(word, value)
    for (const short of list(fields[0])) {
      add(short, value)
      // 湘西土家族苗族自治州 is written 湘西自治州 too.
      if (word.endsWith('自治州') && !short.endsWith('州')) add(`${short}自治州`, value)
    }
    known.set(word, value)
  }
  for (const { word, fields } of words('county')) {
    const [shorts, prefecture = '', province = '', , beside] = fields
    const value: PlaceValue = { type: 'Place', name: word, level: 'x', prefecture, province }
    // 城区, 矿区, 老城区 mean a district of that name only after its city.
    add(word, value, /^(?:[城郊矿]|老城|新城)区$/u.test(word) ? 'beside' : 'free')
    for (const short of list(shorts)) {
      add(short, value, short.length > 2 ? 'free' : 'weak')
      // 景宁畲族自治县 is written 景宁县 too.
      const level = /自治([县旗])$/u.exec(word)?.[1]
      if (level && !short.endsWith(level)) for (const end of [level, `自治${level}`]) add(short + end, value)
    }
    if (beside) add(beside, value, 'beside')
    if (!known.has(word)) known.set(word, value)
  }
  for (const row of words('place-old')) addOld(row, known, divisions)
  const abroad = new Trie<Foreign>()
  const cities = new Set<string>()
  for (const { word, fields } of words('country'))
    if (fields[1] !== 'region')
      // 米兰 may be a given name: cities of two characters are left to the words around them.
      for (const form of [word, ...list(fields[0])])
        if (form.length === 2 && fields[1] === 'city') cities.add(form)
        else if (form.length > 1)
          abroad.add(form, fields[1] !== 'country' ? { name: word, abroad: true } : { name: word })
  loaded = { divisions, abroad, cities, letters }
  return loaded
}

/** A former name is kept as written: 富阳市 stays so in a text of 2007. */
function addOld({ word, fields }: Row, known: ReadonlyMap<string, PlaceValue>, divisions: Trie<Entry>): void {
  const now = known.get(fields[0] ?? '')
  if (!now || known.has(word)) return
  const city = now.level === 'c' && /[市州盟区]$/u.test(word)
  const prefecture = city ? word : (now.prefecture ?? '')
  const value: PlaceValue = {
    type: 'Place',
    name: word,
    level: city ? 'c' : 'x',
    prefecture,
    province: fields[1] ?? '',
  }
  divisions.add(word, { value, use: 'free' })
  const bare = word.replace(/(?:地区|[市县盟旗])$/u, '')
  if (bare.length > 1 && bare !== word) divisions.add(bare, { value, use: 'weak' })
}

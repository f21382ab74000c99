// Layer 3: bodies, places and role words -> items of kind `Post`; several posts of one person stand in a row.

import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { applyMentionRules } from './match.js'
import { postRules } from './rules/post.js'
import { Trie } from './scan.js'

let roles: Trie<{ role: string; class: string }> | undefined
const PREFIXES = ['副', '常务副', '第一副', '代', '代理', '名誉', '执行副', '首席']

function load(): Trie<{ role: string; class: string }> {
  if (roles) return roles
  roles = new Trie()
  for (const { word, fields } of words('role')) {
    const entry = { role: word, class: fields[0] ?? 'other' }
    roles.add(word, entry)
    for (const prefix of PREFIXES)
      if (!word.startsWith('副')) roles.add(prefix + word, { role: prefix + word, class: entry.class })
  }
  for (const { word } of words('common-word')) if (!roles.has(word)) roles.add(word, { role: '', class: 'word' })
  return roles
}

/** Finds role words, then posts, in one sentence. */
export function findPosts(line: Line): void {
  const t = load()
  const { end } = line.sentence
  for (let i = line.sentence.start; i < end; i++) {
    const hit = t.longest(line.folded, i, end)
    if (!hit) continue
    const entry = hit.entries[0] as { role: string; class: string }
    if (entry.class !== 'word') {
      const item: Item = { kind: 'Role', start: i, end: hit.end, rule: 'role/list', value: { ...entry }, parts: [] }
      splitCity(line, item)
      line.put(item)
    }
    i = hit.end - 1
  }
  applyMentionRules(postRules, line)
}

/** 南京市长: the list of places takes 南京市; the role needs its 市 back. */
function splitCity(line: Line, item: Item): void {
  const place = line.items.find(
    (p) => p.kind === 'Place' && p.end > item.start && p.start < item.start && p.end < item.end,
  )
  if (place && place.end - 1 === item.start) {
    line.lift(place)
    line.put({ ...place, end: item.start, parts: [] })
  }
}

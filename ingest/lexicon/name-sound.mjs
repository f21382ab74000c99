// Makes name-sound-pair.txt from the dictionary of the package @node-rs/jieba (MIT), pinned in package.json:
//   node ingest/lexicon/name-sound.mjs
// How transliterated names begin, go on and end, counted in the names of that dictionary; no name is kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const home = dirname(createRequire(import.meta.url).resolve('@node-rs/jieba/package.json'))
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
const table = (name) =>
  new Map(
    readFileSync(join(here, `${name}.txt`), 'utf8')
      .split('\n')
      .filter((l) => l && !l.startsWith('#'))
      .map((l) => l.split('\t')),
  )
const sounds = table('name-sound')
const surnames = table('surname')
const rows = readFileSync(join(home, 'dict.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
const words = new Set(rows.filter(([word, , kind]) => word.length === 2 && kind?.[0] !== 'n').map(([word]) => word))

/** Surnames that begin transliterated names as well. */
const BOTH = '马罗高戴安康汤白雷麦贾史龙巴布达阿尼伊古多加卡叶金陶索利'
/** A name that sounds spell: how rare its characters may be on the mean, and fewer when it may be a Chinese name. */
const RARE = 46
const RARE_OF_THREE = 42
const isForeign = (word) => {
  const mean = [...word].reduce((sum, c) => sum + Number(sounds.get(c)), 0) / word.length
  if (word.length === 3 && (surnames.get(word[0]) ?? '9') <= '2') return mean <= RARE_OF_THREE && BOTH.includes(word[0])
  return mean <= RARE && ![...word].some((c, i) => words.has(c + word[i + 1]))
}
const names = rows
  .filter(([word, , kind]) => /^nr/.test(kind ?? '') && word.length >= 3 && [...word].every((c) => sounds.has(c)))
  .map(([word]) => word)
  .filter(isForeign)

const EDGE = '|'
const pairs = new Map()
const from = new Map()
const into = new Map()
const followers = new Map()
const more = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
for (const name of names) {
  const letters = [EDGE, ...name, EDGE]
  letters.slice(1).forEach((b, i) => {
    const a = letters[i]
    if (!pairs.has(a + b)) more(followers, a)
    more(pairs, a + b)
    more(from, a)
    more(into, b)
  })
}
const all = [...into.values()].reduce((a, b) => a + b, 0)
/** What is counted weighs so much, what name-sound.txt says the rest: Witten-Bell smoothing between pair and character. */
const COUNTED = 0.8
const share = (a, b) => {
  const n = from.get(a) ?? 0
  const own = n ? n / (n + followers.get(a)) : 0
  const counted = (own * (pairs.get(a + b) ?? 0)) / Math.max(1, n) + ((1 - own) * (into.get(b) ?? 0.2)) / all
  const told = b === EDGE ? 0.25 : Math.exp(-Number(sounds.get(b)) / 10)
  return COUNTED * counted + (1 - COUNTED) * told
}
const cost = (a, b) => Math.min(250, Math.round(-10 * Math.log(share(a, b))))
/** What a character costs after one that it was not met after: the mean share of what was not met is about a third. */
const elsewhere = (b) =>
  Math.min(
    250,
    Math.round(
      -10 *
        Math.log((COUNTED / 3) * ((into.get(b) ?? 0.2) / all) + (1 - COUNTED) * Math.exp(-Number(sounds.get(b)) / 10)),
    ),
  )
const letters = [...sounds.keys()]
const followersOf = (a) =>
  letters.filter((b) => pairs.has(a + b) && cost(a, b) <= elsewhere(b) - 4).map((b) => `${b}${cost(a, b)}`)
writeFileSync(
  join(here, 'name-sound-pair.txt'),
  `# How transliterated names begin, go on and end: what follows each character of name-sound.txt.
# Source: ${names.length} transliterated names in the dictionary of @node-rs/jieba ${version} (MIT); only counts of characters are kept,
# no name; made by name-sound.mjs.
# character TAB cost of beginning a name TAB of ending it TAB of following any other TAB those it is oftener followed by, with
# the cost of each, comma-separated (-10 ln of the share)
${letters.map((a) => [a, cost(EDGE, a), cost(a, EDGE), elsewhere(a), followersOf(a).join(',')].join('\t')).join('\n')}
`,
)

// Makes vocabulary.txt and name-letter.txt from the dictionary of the package @node-rs/jieba (MIT), pinned in package.json:
//   node ingest/lexicon/vocabulary.mjs
// vocabulary.txt: ordinary words with how common they are; names of persons stay out, so that no list of persons decides.
// Run name-sound.mjs first: its pairs tell which words a foreigner's name may be.
// name-letter.txt: how much likelier a character is as surname or in a given name than in running text.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const home = dirname(createRequire(import.meta.url).resolve('@node-rs/jieba/package.json'))
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
const rows = readFileSync(join(home, 'dict.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word, count]) => /^[\u4e00-\u9fff]+$/u.test(word ?? '') && Number(count) > 0)
  .map(([word, count, kind]) => ({ word, count: Number(count), kind }))
const total = rows.reduce((sum, r) => sum + r.count, 0)
const isName = ({ kind }) => kind.startsWith('nr')
const cost = (p) => Math.round(-10 * Math.log(p))

/** Words of two to four characters common enough to be met; single characters all, to tell how often they stand alone. */
const LEAST = 20
const surnames = new Map(
  readFileSync(join(here, 'surname.txt'), 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
    .map((l) => l.split('\t')),
)
/** Words of two characters that the dictionary takes for names though no common surname begins them: 明白. */
const misjudged = (r) => isName(r) && r.word.length === 2 && r.count >= 50 && (surnames.get(r.word[0]) ?? '5') > '3'
const ordinary = new Set(rows.filter((r) => !isName(r)).map((r) => r.word))
/** What ends the name of a place, a body or a thing. */
const THING =
  /[山江河湖海省市县区镇村乡寺城州国岛党队院所局厂店路机器车船炮枪菜鱼花草树木石油药茶酒肉果瓜豆米面粉糖纸布衣帽鞋袜球棋牌琴笔画书报刊社会人员工者家学生子头手脚眼口腿病症素酸碱盐钠钙铁铜锌]$/u
/** A country or a party is met oftener than this. */
const RARE = 30
/**
 * Names of persons that the dictionary takes for other words: a common surname, then two characters that make no word with it;
 * a surname of two characters, then one.
 */
const personLike = ({ word, kind, count }) =>
  word.length === 3 &&
  /^(?:[ntzm]|vn)/u.test(kind) &&
  word[0] !== '第' &&
  ((surnames.has(word.slice(0, 2)) && !THING.test(word)) ||
    ((surnames.get(word[0]) ?? '5') <= '2' &&
      !ordinary.has(word.slice(1)) &&
      !ordinary.has(word.slice(0, 2)) &&
      (!THING.test(word) || (word.endsWith('国') && count < RARE))))
/** Transliterated names that the dictionary takes for ordinary nouns; those that are words or places stand in not-name.txt. */
const sounds = new Map(
  readFileSync(join(here, 'name-sound.txt'), 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
    .map((l) => l.split('\t')),
)
const foreignLike = ({ word, kind, count }) =>
  word.length > 1 &&
  /^n(?:z|rt?)?$/u.test(kind) &&
  count < 450 &&
  [...word].every((c) => Number(sounds.get(c) ?? 99) <= 46)
/** A noun of three characters that may be a name all the same costs more as a word. */
const suspect = ({ word, kind, count }) =>
  word.length === 3 && /^[ntz]/u.test(kind) && count < 600 && (surnames.get(word[0]) ?? '5') <= '2' ? 45 : 0
/** What a word that sounds spell and no list of places holds costs more: it may be a foreigner's name as well. */
const spelt = new Map(
  readFileSync(join(here, 'name-sound-pair.txt'), 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
    .map((l) => [l[0], l.split('\t')]),
)
const followers = new Map(
  [...spelt].map(([c, row]) => [c, new Map((row[4] ?? '').split(',').map((f) => [f[0], f.slice(1)]))]),
)
const soundCost = (word) => {
  let sum = Number(spelt.get(word[0])[1]) + Number(spelt.get(word.at(-1))[2])
  for (let i = 1; i < word.length; i++) sum += Number(followers.get(word[i - 1]).get(word[i]) ?? spelt.get(word[i])[3])
  return sum / word.length
}
const places = new Set(
  ['country', 'province', 'prefecture', 'county'].flatMap((name) =>
    readFileSync(join(here, `${name}.txt`), 'utf8')
      .split('\n')
      .filter((l) => l && !l.startsWith('#'))
      .flatMap((l) => l.split('\t').flatMap((f) => f.split(','))),
  ),
)
const maybeForeign = ({ word, count, kind }) =>
  /^n[rsz]/.test(kind) &&
  count < 800 &&
  word.length > 1 &&
  word.length < 5 &&
  !places.has(word) &&
  [...word].every((c) => spelt.has(c)) &&
  soundCost(word) <= (kind[1] === 's' ? 66 : 56)
    ? 40
    : 0
/** 江主席: a surname with an office is somebody. */
const isSomebody = ({ word }) =>
  word.length === 3 &&
  (surnames.get(word[0]) ?? '5') <= '2' &&
  /^.(?:主席|总理|总统|书记)$/u.test(word) &&
  word[0] !== '代'
const kept = rows.filter(
  (r) =>
    !isSomebody(r) &&
    (isName(r) ? misjudged(r) : !personLike(r)) &&
    !foreignLike(r) &&
    (r.word.length === 1 || (r.word.length <= 4 && r.count >= LEAST && r.kind !== 'nt')),
)
const kindOf = (kind) => (kind[0] === 'v' || kind === 'zg' ? kind.slice(0, 2) : kind[0])
writeFileSync(
  join(here, 'vocabulary.txt'),
  `# A frequency dictionary: ordinary words of one to four characters and how common they are. No list of persons: names stay out,
# words that are names as well (黄河, 和平) stand here as the words that they are, and what sounds spell costs more, for it may
# be a foreigner's name.
# Source: the dictionary of @node-rs/jieba ${version} (MIT), words counted at least ${LEAST} times; made by vocabulary.mjs.
# word TAB cost (-10 ln of its share of running text) TAB part of speech
${kept
  .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  .map((r) => `${r.word}\t${cost(r.count / total) + Math.max(suspect(r), maybeForeign(r))}\t${kindOf(r.kind)}`)
  .join('\n')}
`,
)

const known = new Set(rows.filter((r) => !isName(r)).map((r) => r.word))
/** Surnames that also begin transliterated names; left out where they would colour the counts of given names. */
const FOREIGN = '马罗高戴安康汤白雷麦金陶贾史龙利索巴布达阿尼伊古多加卡'
const names = rows.filter(
  (r) => isName(r) && r.word.length === 3 && surnames.has(r.word[0]) && !known.has(r.word.slice(1)),
)
const clear = names.filter((r) => !FOREIGN.includes(r.word[0]))
const tally = (letters) => {
  const counts = new Map()
  for (const c of letters) counts.set(c, (counts.get(c) ?? 0) + 1)
  return counts
}
const first = tally(names.map((r) => r.word[0]))
const middle = tally(clear.map((r) => r.word[1]))
const last = tally(clear.map((r) => r.word[2]))
const short = tally(
  rows
    .filter((r) => isName(r) && r.word.length === 2 && surnames.has(r.word[0]) && r.count < 1000)
    .map((r) => r.word[1]),
)
const letters = [...new Set([...first.keys(), ...middle.keys(), ...last.keys(), ...short.keys()])].sort()
const n = names.length
const k = clear.length
const m = [...short.values()].reduce((a, b) => a + b, 0)
const share = (count, of) => (count ? cost((count + 0.1) / of) : 0)
writeFileSync(
  join(here, 'name-letter.txt'),
  `# How often a character is a surname, the middle and the last character of a name of three, and the last of a name of two.
# Source: the ${n} names of three characters and ${m} of two in the dictionary of @node-rs/jieba ${version} (MIT); only the counts
# of characters are kept, no name; made by vocabulary.mjs.
# character TAB surname TAB middle TAB last TAB last of two (each -10 ln of its share; 0 when never seen)
${letters.map((c) => `${c}\t${share(first.get(c), n)}\t${share(middle.get(c), k)}\t${share(last.get(c), k)}\t${share(short.get(c), m)}`).join('\n')}
`,
)

if (process.argv.includes('--dropped'))
  console.log(
    rows
      .filter((r) => r.count >= LEAST && personLike(r))
      .map((r) => r.word)
      .join(' '),
  )

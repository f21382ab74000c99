// A text in the first person -> items of kind `Person` for 我: the author of a report on his own work, the one whose turn it is
// in a record of what was said. Knows lines and persons; what 我 does there, the rules read as of any name.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'

/** Titles of papers that one person writes of himself. */
const AUTHORED = /述职|述廉|述法|述学|对照检查|发言(?:稿|材料|提纲)|自述|口述/u
const SIGNED = /^(?:述职人|报告人|述职述廉人|自述人|发言人)[：:] ?$/u
/** 我 before what a person does; not 我省, 我们, 批评我. */
const ME =
  /(?<![自为对给让跟向把被请使令叫陪带])我(?:本人)?(?=(?:也|又|还|亲自|先后|多次|先|就|便|已|曾|专门|分别|随即|当即|立即){0,2}(?:主持|召开|组织|带|率|参加|出席|列席|到|赴|在|通报|汇报|作|介绍|传达|陪同|任|担任|兼任|于|由|牵头|宣读|签|批示|调任|去|受|代表))/gu
/** So many turns make a record. */
const TURNS = 3

/** Puts in 我 as a mention of the one who speaks. Run after persons are found, before events are. */
export function findFirstPersons(paper: Paper): void {
  if (!paper.text.includes('我')) return
  const author = authorOf(paper)
  const turns = author ? [] : paper.lines.map(turnOf)
  if (!author && turns.filter((t) => t !== undefined).length < TURNS) return
  let speaker = author
  for (const [i, line] of paper.lines.entries()) {
    if (!author) {
      if (turns[i]) speaker = turns[i]
      else if (/^[^，。：]{1,16}：/u.test(line.text)) speaker = undefined
    }
    if (!speaker) continue
    for (const me of line.text.matchAll(ME)) {
      const start = line.sentence.start + me.index
      if (line.items.some((item) => item.start < start + me[0].length && item.end > start)) continue
      const value = { name: speaker, pronoun: true }
      line.put({ kind: 'Person', start, end: start + me[0].length, rule: 'person/first', value, parts: [] })
    }
  }
}

/** Who wrote a report on his own work: named under its title or where it is signed. */
function authorOf(paper: Paper): string | undefined {
  const head = paper.lines.slice(0, 5)
  if (!head.slice(0, 3).some((line) => AUTHORED.test(line.text))) return undefined
  const named = head.map((line) => line.items.find((i) => i.kind === 'Person')).find((item) => item !== undefined)
  return nameOf(named ?? signerOf(paper))
}

function signerOf(paper: Paper): Item | undefined {
  for (const line of paper.lines.slice(-6))
    for (const item of line.items)
      if (item.kind === 'Person' && SIGNED.test(line.folded.slice(line.sentence.start, item.start))) return item
  return undefined
}

/** The one whose name and a colon begin a line. */
function turnOf(line: Line): string | undefined {
  const named = line.items.find((i) => i.kind === 'Person')
  const colon = line.text.indexOf('：')
  if (!named || colon < 0 || named.end > line.sentence.start + colon || colon > 40) return undefined
  const after = line.folded.slice(named.end, line.sentence.start + colon)
  return /^(?:（[^（）]{0,20}）)?$/u.test(after) ? nameOf(named) : undefined
}

const nameOf = (item: Item | undefined): string | undefined => item?.value.name as string | undefined

// Items of kind `Campaign` -> drafts; a shorter form of a name that the document has used is the same drive.
import { dateNear } from '../dates.js'
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import type { Draft, Roster } from '../roster.js'

const STARTED = /(?:启动|开展|决定|部署|印发)[^。；]{0,60}$/u
const REGION = /^(?:全国|全省|全市|全县|全区|我省|我市|在全[省市])/u
const TAIL = /(?:专项)?(?:行动|活动|工作)$/u

export function nameCampaign(item: Item, line: Line, _paper: Paper, roster: Roster): void {
  const text = line.textOf(item)
  const region = item.parts.find((p) => p.kind === 'Place' && p.start === item.start)
  const own = region && line.folded.slice(region.end, item.end)
  const draft =
    known(text, roster) ??
    (own && own.length > 7 ? roster.find('Campaign', own) : undefined) ??
    roster.draft('Campaign', text)
  const bare = text.replace(REGION, '')
  roster.alias(draft, text)
  if (bare.length >= 4) roster.alias(draft, bare)
  const place = item.parts.find((p) => p.kind === 'Place' && p.start === item.start)
  if (place) roster.alias(draft, line.folded.slice(place.end, item.end))
  const tag = /“[^“”]{2,12}”[^“”]{0,12}$/u.exec(text)?.[0]
  if (tag && tag !== text) roster.alias(draft, tag)
  const when = dateNear(line, item.start)
  if (
    when?.date &&
    !draft.attrs.date &&
    STARTED.test(line.folded.slice(line.sentence.start, item.start)) &&
    sameLine(line, when.date)
  )
    draft.attrs.date = when.date
  roster.mention(draft, line, item)
}

/** The drive that this is another form of: the same name, the same name in quotes, or an end of it. */
function known(text: string, roster: Roster): Draft | undefined {
  const bare = text.replace(REGION, '')
  const tag = /“([^“”]{2,12})”/u.exec(text)?.[1]
  const year = /20\d{2}/u
  const core = (s: string) => s.replace(REGION, '').replace(year, '').replace('事故隐患', '隐患').replace(TAIL, '')
  return roster.near('Campaign').find((d) => {
    const names = [d.name, ...d.forms]
    if (names.includes(text) || names.includes(bare)) return true
    if (tag && names.some((n) => n.includes(`“${tag}”`))) return true
    if (hundred(text) && names.some((n) => hundred(n) === hundred(text))) return true
    if (tag) return false
    // 安全生产隐患排查治理专项行动, 隐患排查治理专项行动: the shorter in full is an end of the longer.
    const ends = (a: string, b: string) => b.length >= 9 && a.endsWith(b)
    if (names.some((n) => ends(n, bare) || ends(bare, n))) return true
    // 专项整治三年 ends 安全生产专项整治三年: the longer and the shorter are one drive, whichever came first.
    const own = core(bare)
    return names
      .map(core)
      .some(
        (n) =>
          n === own ||
          (Math.min(n.length, own.length) >= (/三年|轮巡/u.test(own) ? 6 : 8) && (n.endsWith(own) || own.endsWith(n))),
      )
  })
}

/** 矿山…百日攻坚: the first two characters and what the hundred days are for. */
function hundred(name: string): string | undefined {
  const plain = name.replace(/[“”]/gu, '')
  const what = /百日([\u4e00-\u9fff]{2})/u.exec(plain)?.[1]
  return what && plain.replace(REGION, '').slice(0, 2) + what
}

/** Whether the date is told in the sentence itself. */
function sameLine(line: Line, date: string): boolean {
  return line.items.some((i) => i.kind === 'Date' && i.value.date === date)
}

// Items of kind `Post` of other countries -> the country that they belong to, which the words of the office often leave out
// (塞尔维亚总统甲、总理乙), and envoys, who are named by who sends them and where to. Knows nothing of bodies of our own.
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'

const OURS = /^(?:中国|中华)/u
/** Countries by one character, as the news shorten them: 以总理. */
const LETTERS = /[以俄美英法德日韩朝越印巴乌伊叙黎加澳意西土埃沙波匈哈泰缅马新菲柬老蒙阿塞格白]$/u
/** Bodies that every country has under the same name; 国务院 and 中共中央 are ours alone. */
const COMMON_BODY = /(?:部|署|银行|最高法院|最高法)$/u
const PARTY = /(?<!中)([越古老])共(?:中央)?$/u
const PARTY_LANDS: Readonly<Record<string, string>> = { 越: '越南', 古: '古巴', 老: '老挝' }
const HEAD = /^(?:第[一二三]|常务)?副?(?:总理|总统|首相|议长|外长|防长|财长|外交大臣|国防大臣)$/u

function countryOf(item: Item | undefined, line: Line): string | undefined {
  if (item?.kind !== 'Country') return undefined
  const text = line.textOf(item)
  return OURS.test(text) ? undefined : text
}

/**
 * The other country that an office belongs to when its own words do not hold it; noted on the item for the next of the row.
 * @param next the office just before in the row of one person, `earlier` the office before with its holder between
 * @returns the country; '' when there is one but the document does not name it; undefined for an office of ours
 */
export function foreignLand(
  item: Item,
  line: Line,
  paper: Paper,
  next: Item | undefined,
  earlier: Item | undefined,
): string | undefined {
  const own = item.parts.find((p) => p.kind === 'Country' || p.kind === 'Org')
  const within = own?.kind === 'Country' && own.start === item.parts[0]?.start
  if (within) {
    item.value.land = countryOf(own, line)
    return undefined
  }
  const body = item.value.body as Item | undefined
  if (body && !(body.kind === 'Org' && COMMON_BODY.test(line.textOf(body)))) return undefined
  const role = line.textOf(item.value.role as Item)
  const land =
    countryOf(
      line.items.find((i) => i.end === item.start),
      line,
    ) ??
    (next?.value.land as string | undefined) ??
    (!body && (HEAD.test(role) || item.rule === 'post/portfolio' || ofState(role, earlier))
      ? ((earlier?.value.land as string | undefined) ?? byLetter(item, line, paper) ?? byParty(item, line))
      : body
        ? byLetter(item, line, paper) || undefined
        : undefined)
  if (land) item.value.land = land
  return land
}

/** 南澳州州督甲、州长乙 */
const ofState = (role: string, earlier: Item | undefined) => role === '州长' && /州$/u.test(`${earlier?.value.land}`)

/** 以总理: the country of the document that begins with the character before. */
function byLetter(item: Item, line: Line, paper: Paper): string | undefined {
  const letter = LETTERS.exec(line.folded.slice(line.sentence.start, item.start))?.[0]
  // No name of ours has four characters: 总理内塔尼亚胡.
  const holder = line.items.find((i) => i.kind === 'Person' && i.start === item.end)
  const strange = holder && holder.end - holder.start > 3 && !item.value.body ? '' : undefined
  if (!letter || line.items.some((i) => i.end === item.start)) {
    const role = line.textOf(item.value.role as Item)
    return (/^(?:总统|首相|国王|女王)$/u.test(role) ? soleCountry(paper) : undefined) ?? strange
  }
  for (const other of paper.lines)
    for (const i of other.items) {
      const name = countryOf(i, other)
      if (name?.startsWith(letter)) return name
    }
  return ''
}

/** The one country that the head of a paper names. */
function soleCountry(paper: Paper): string | undefined {
  const named = paper.lines
    .slice(0, 4)
    .flatMap((line) =>
      [...line.items, ...line.items.flatMap((i) => i.parts)]
        .filter((i) => !i.value.abroad)
        .map((i) => countryOf(i, line)),
    )
  const whole = new Set(named.filter((name) => name !== undefined))
  return whole.size === 1 ? [...whole][0] : undefined
}

/** 某运动主席、政府总理: the country named last in the sentence. */
function byParty(item: Item, line: Line): string | undefined {
  if (item.rule !== 'post/government-head') return undefined
  const before = line.items.filter((i) => i.kind === 'Country' && i.end <= item.start).at(-1)
  return countryOf(before, line)
}

/** 越共 before 中央政治局委员: the party of another country, whose name belongs to the office. */
export function foreignParty(item: Item, line: Line, row: Item | undefined): string | undefined {
  const before = line.folded.slice(Math.max(line.sentence.start, item.start - 4), item.start)
  const [told, letter] = PARTY.exec(before) ?? LED.exec(line.folded.slice(item.end, item.end + 8)) ?? []
  const party = letter
    ? `${letter}共${/^中央|^总/u.test(line.textOf(item)) && told?.endsWith('中央') ? '中央' : ''}`
    : undefined
  if (!letter && /^总书记$/u.test(line.textOf(item))) return partyBefore(item, line)
  const found =
    party ?? (/^中央/u.test(line.textOf(item)) ? (row?.value.party as string | undefined) : longParty(item, line))
  if (!found) return undefined
  item.value.party = found
  if (letter) item.value.land = PARTY_LANDS[letter]
  return found
}

/** 以某总书记为首的越共中央: the party of the office is told behind it. */
const LED = /^为(?:首|核心)的([越古老])共中央/u

/** A country and the name of a party of it, right before a bare 总书记. */
function partyBefore(item: Item, line: Line): string | undefined {
  const country = line.items.findLast((i) => i.kind === 'Country' && i.end < item.start)
  if (!country || item.start - country.end > 16 || /^(?:中国|中华)/u.test(line.textOf(country))) return undefined
  const between = line.folded.slice(country.end, item.start)
  return /^[\u4e00-\u9fff]{2,14}(?:党|阵线|联盟|运动)(?:中央)?$/u.test(between)
    ? line.folded.slice(country.start, item.start)
    : undefined
}

/** 老挝人民革命|党中央总书记: the name of the party stands between its country and the office. */
function longParty(item: Item, line: Line): string | undefined {
  if (!/^(?:党中央|中央政治局|中央总书记|中央书记处)/u.test(line.textOf(item))) return undefined
  const country = line.items.findLast((i) => i.kind === 'Country' && i.end <= item.start)
  const land = countryOf(country, line)
  if (!country || !land || item.start - country.end > 8) return undefined
  const between = line.folded.slice(country.end, item.start)
  if (!/^(?:(?![的和与同、])[\u4e00-\u9fff]){2,8}$/u.test(between)) return undefined
  item.value.land = land
  return land + between
}

const ENVOY = /^(?:特命全权|临时)?(?:大使|公使|总领事|副总领事|领事|代表|副代表|特使|代办|武官)$/u

/** Whether an item of the rule for envoys is one: 驻村第一书记 is not. */
export function isEnvoy(item: Item, line: Line): boolean {
  return ENVOY.test(line.textOf(item.value.role as Item))
}

/** The name of an envoy's office: who sends, and where to. */
export function envoyName(item: Item, line: Line): { name: string; forms: string[] } {
  const text = line.textOf(item)
  const sender = item.value.sender as Item | undefined
  if (sender) {
    item.value.sends = line.textOf(sender)
    return { name: text, forms: [text.slice(sender.end - sender.start)] }
  }
  const fellow = line.items.find((i) => i.rule === item.rule && i.end <= item.start && i.value.sends)
  item.value.sends = fellow?.value.sends ?? (/我国?$/u.test(line.folded.slice(0, item.start)) ? '中国' : '')
  return { name: `${item.value.sends}${text}`, forms: [text] }
}

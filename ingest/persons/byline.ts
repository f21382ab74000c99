// Names that sign an article rather than take part in what it tells: reporters, photographers, editors. Tells them by what stands before.

/** Words that sign; those of the second list only with a separator after them. */
const SIGNERS =
  '(?<!调查|资深|知名|著名|外国)记者|通讯员|实习生|特约记者|摄影报道|摄影|撰文|采写|供稿|供图|作者|责编|责任编辑|(?<!总)编辑|美编|审核|校对|校审|编审|初审|复审|终审|监审|审签|[一二三]审|签发人|监制|统筹|策划|视觉|设计|制图|制作|摄像|编导|编译|执笔|文字|剪辑|配音|值班主任|值班编委|主笔|来稿|投稿|供稿人|撰稿'
const TERSE = '文|图|摄|稿|来源|翻译|整理|主编|编|审|校'
const SIGNED = new RegExp(
  `(?:(?:${SIGNERS})(?:[ ：/／｜丨·—-]{0,3}|：(?:[\\u4e00-\\u9fff]{2,4}[ 、]){1,3})|(?:${TERSE})[ ]?[：/／｜丨][ ]?)$`,
  'u',
)
const JOINT = /^(?:[ 、，/]|和|及| \/ |、 | 、){1,2}$/u
/** 新华社北京5月1日电（…） and （记者…）: names in brackets. */
const WIRE =
  /(?:电|讯|道|[信消]息：?) ?（[^（）。，]{0,30}$|（[^（）。]{0,16}(?:记者|通讯员|实习生|摄影)[^（）。]{0,40}$/u

interface Span {
  start: number
  end: number
}

/**
 * The names of a line that sign.
 * @param text folded text
 * @param from start of the line
 * @param to end of the line
 * @param names spans of the names of the line, in order
 */
export function findBylines(text: string, from: number, to: number, names: readonly Span[]): Set<Span> {
  const signed = new Set<Span>()
  let last: Span | undefined
  for (const name of names) {
    const before = text.slice(Math.max(from, name.start - 48), name.start)
    const joined = last !== undefined && JOINT.test(text.slice(last.end, name.start))
    if (joined || SIGNED.test(before) || WIRE.test(before) || closes(text, from, to, name, names)) {
      signed.add(name)
      last = name
    } else last = undefined
  }
  return signed
}

/** （林晓燕 彭涛） at the end of a line after its last sentence, or on a line of its own, holds names alone. */
function closes(text: string, from: number, to: number, name: Span, names: readonly Span[]): boolean {
  const own = /^[ 　]*$/u.test(text.slice(from, name.start - 1)) && name.start - 1 > 0
  if (text[name.start - 1] !== '（' || !(own || /[。！”]/u.test(text[name.start - 2] ?? ''))) return false
  let at = name.end
  for (const next of names) if (next.start > at && /^[ 、]{1,2}$/u.test(text.slice(at, next.start))) at = next.end
  return text[at] === '）' && /^[）。 ]*$/u.test(text.slice(at, to))
}

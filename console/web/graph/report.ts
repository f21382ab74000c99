// A drawing with its evidence, as one HTML file that needs nothing else: no script, nothing from elsewhere, every text escaped.
// In: what is drawn, its sentences, its picture. Out: HTML text. Pure.
import type { SentencesAnswer } from '../../../schema/keeping.js'
import type { WireRelationship } from '../../../schema/wire.js'
import type { Drawn } from '../state/state.js'
import { captionOf, type Lang, say, type Word } from '../words.js'
import { escapeMarkup } from './markup.js'
import { keyOf, nameOf, typeOf } from './node-words.js'
import { reasonsIn } from './reported.js'

export interface Reported {
  lang: Lang
  /** When it was made, in words. */
  when: string
  query: string
  drawn: Drawn
  answer: SentencesAnswer
  /** The picture as SVG text; null where none can be made. */
  picture: string | null
}

type Said = SentencesAnswer['sentences'][number]

/** No script, no frame, no address but what stands in the file itself. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** The file; `answer` may hold sentences of facts that are not drawn, which are left out. */
export function reportOf(reported: Reported): string {
  const { lang, drawn, answer } = reported
  const t = (word: Word, values: Record<string, string | number> = {}): string => escapeMarkup(say(lang, word, values))
  const byFact = new Map<string, Said[]>()
  for (const sentence of answer.sentences) {
    const list = byFact.get(sentence.fact)
    if (list === undefined) byFact.set(sentence.fact, [sentence])
    else list.push(sentence)
  }
  const edges = [...drawn.edges.values()].map((edge) => ({ edge, said: byFact.get(keyOf(edge) ?? '') ?? [] }))
  edges.sort((a, b) => (a.edge.type < b.edge.type ? -1 : a.edge.type > b.edge.type ? 1 : b.said.length - a.said.length))
  const title = `${t('app.title')} · ${t('report.title')}`
  return [
    `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(REPORT_POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>`,
    `<p class="faint">${t('report.made', { when: reported.when, nodes: drawn.nodes.size, edges: drawn.edges.size })}</p>`,
    reported.query.trim() === '' ? '' : `<pre>${escapeMarkup(reported.query)}</pre>`,
    reported.picture === null
      ? ''
      : `<img alt="${t('report.picture')}" src="data:image/svg+xml;base64,${base64(reported.picture)}">`,
    answer.truncated ? `<p class="faint">${t('report.cut', { n: answer.sentences.length })}</p>` : '',
    `<h2>${t('report.relations', { n: edges.length })}</h2>`,
    ...edges.map(({ edge, said }) => relation(reported, edge, said)),
    `<h2>${t('report.nodes', { n: drawn.nodes.size })}</h2>\n<ul>`,
    ...[...drawn.nodes.values()].map(
      (node) => `<li>${escapeMarkup(nameOf(node))} <small>${escapeMarkup(captionOf(lang, typeOf(node)))}</small></li>`,
    ),
    '</ul>\n</body>\n</html>\n',
  ].join('\n')
}

function relation({ lang, drawn }: Reported, edge: WireRelationship, said: readonly Said[]): string {
  const name = (end: string): string => {
    const node = drawn.nodes.get(end)
    return escapeMarkup(node === undefined ? '' : nameOf(node))
  }
  const cards = said.map(({ quote, rule, confidence, document }) => {
    const { title, date, source } = document
    const heading = escapeMarkup(title || say(lang, 'document.untitled'))
    const foot = [date ?? say(lang, 'document.undated'), source, rule, confidence.toFixed(2)]
    return `<blockquote><q>${escapeMarkup(quote)}</q><footer>${heading} · ${escapeMarkup(foot.filter(Boolean).join(' · '))}</footer></blockquote>`
  })
  const none = `<p class="faint">${escapeMarkup(say(lang, 'edge.none'))}</p>`
  const why = reasonsIn(edge).map((one) => escapeMarkup(say(lang, 'wrong.marked', { why: one })))
  return [
    `<article>\n<h3>${name(edge.start)} <small>— ${escapeMarkup(captionOf(lang, edge.type))} →</small> ${name(edge.end)}</h3>`,
    ...why.map((words) => `<p class="wrong">${words}</p>`),
    ...(cards.length === 0 ? [none] : cards),
    '</article>',
  ].join('\n')
}

function base64(text: string): string {
  // In pieces: a call takes only so many arguments.
  let binary = ''
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

const STYLE = `
body{max-width:960px;margin:32px auto;padding:0 20px;color:#1f2328;background:#fff;
font:15px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
img{width:100%;border:1px solid #d0d7de;border-radius:8px}
h3{margin:20px 0 4px;font-size:16px}small,.faint,footer{color:#57606a;font-size:13px;font-weight:400}
.wrong{margin:4px 0;color:#a40e26;font-weight:600}
blockquote{margin:6px 0;border-left:3px solid #0969da;padding:2px 12px}
pre{border-radius:8px;background:#f6f8fa;padding:10px 14px;white-space:pre-wrap}
ul{columns:3 220px}article{break-inside:avoid}
`

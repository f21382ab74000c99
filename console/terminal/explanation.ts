// A document and its contribution -> the same to read: the text with its mentions marked, and under it every fact with the rule,
// the sentence and what the rule captured. Knows two ways to print it and nothing of how facts are found.
import type { Contribution, Document, Entity } from '../../schema/fact.js'
import { ENTITIES, type EntityType, RELATIONS } from '../../schema/model.js'
import { paint } from './print.js'

/** One mark in the text: a span and the thing it names. */
interface Mark {
  start: number
  end: number
  entity: Entity
}

/** What a rule says, by its id. */
export type Says = ReadonlyMap<string, string>

/** The outermost mentions, in order of the text: nested ones show in the facts. */
function marksOf(contribution: Contribution): Mark[] {
  const all = contribution.entities.flatMap((entity) =>
    entity.mentions.map(({ start, end }) => ({ start, end, entity })),
  )
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const marks: Mark[] = []
  for (const mark of all) if (mark.start >= (marks.at(-1)?.end ?? 0)) marks.push(mark)
  return marks
}

interface FactLine {
  type: string
  from: Entity
  to: Entity
  attributes: string
  proofs: { quote: string; rule: string; confidence: number; captures: string[] }[]
}

function factsOf(document: Document, { entities, relations }: Contribution): FactLine[] {
  const byId = new Map(entities.map((e) => [e.id, e]))
  const captured = (entity: Entity, start: number, end: number) =>
    entity.mentions.filter((m) => m.start >= start && m.end <= end).map((m) => document.text.slice(m.start, m.end))
  return relations.map((relation) => {
    const [from, to] = [byId.get(relation.from) as Entity, byId.get(relation.to) as Entity]
    return {
      type: relation.type,
      from,
      to,
      attributes: Object.entries(relation.attrs)
        .map(([k, v]) => `${k} ${v}`)
        .join(', '),
      proofs: relation.evidence.map(({ quote, rule, confidence, start, end }) => ({
        quote,
        rule,
        confidence,
        captures: [...new Set([...captured(from, start, end), ...captured(to, start, end)])],
      })),
    }
  })
}

/** The explanation for a terminal. */
export function explainText(document: Document, contribution: Contribution, says: Says): string {
  let text = ''
  let at = 0
  for (const { start, end, entity } of marksOf(contribution)) {
    text += document.text.slice(at, start)
    text += `${paint('cyan', `【${document.text.slice(start, end)}】`)}${paint('dim', ENTITIES[entity.type].caption.zh)}`
    at = end
  }
  text += document.text.slice(at)
  const facts = factsOf(document, contribution).map(({ type, from, to, attributes, proofs }) => {
    const head = `${paint('bold', from.name)} ${paint('cyan', type)} ${paint('bold', to.name)}${attributes && ` (${attributes})`}`
    const lines = proofs.map(({ quote, rule, confidence, captures }) =>
      [
        `  “${quote.replace(/\s+/g, ' ').trim()}”`,
        `  ${paint('green', rule)} ${confidence.toFixed(2)}  ${says.get(rule) ?? ''}`,
        `  ${paint('dim', captures.length ? `captured: ${captures.join(' · ')}` : 'an end is supplied from what the text speaks of')}`,
      ].join('\n'),
    )
    return [head, ...lines].join('\n')
  })
  return [paint('bold', `${document.id}  ${document.title}`), text, '', ...facts, ''].join('\n')
}

const safe = (s: string) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const HUES: Record<EntityType, string> = {
  Person: '#1f6feb',
  Post: '#7a5af8',
  Organization: '#0f766e',
  Group: '#0891b2',
  Province: '#57606a',
  Place: '#6e7781',
  Accident: '#cf222e',
  Meeting: '#9a6700',
  Directive: '#a040a0',
  Campaign: '#1a7f37',
}

const STYLE = `body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
pre{white-space:pre-wrap;font:inherit}mark{background:none;border-bottom:2px solid;color:inherit}h2{font-size:1.1rem;margin:2rem 0 .3rem}
blockquote{margin:.4rem 0;padding:.2rem .8rem;border-left:3px solid #d0d7de}small{color:#57606a}
${Object.entries(HUES)
  .map(([type, hue]) => `.${type}{border-color:${hue}}`)
  .join('')}`

/** The explanation as one HTML page that needs nothing else: no script, no address, every word of the text as text. */
export function explainHtml(items: readonly { document: Document; contribution: Contribution }[], says: Says): string {
  const bodies = items.map(({ document, contribution }) => {
    let text = ''
    let at = 0
    for (const { start, end, entity } of marksOf(contribution)) {
      text += safe(document.text.slice(at, start))
      const title = `${ENTITIES[entity.type].caption.zh} ${entity.name}`
      text += `<mark class="${entity.type}" title="${safe(title)}">${safe(document.text.slice(start, end))}</mark>`
      at = end
    }
    text += safe(document.text.slice(at))
    const facts = factsOf(document, contribution).map(({ type, from, to, attributes, proofs }) => {
      const caption = RELATIONS[type as keyof typeof RELATIONS].caption.zh
      const quotes = proofs.map(
        ({ quote, rule, confidence, captures }) =>
          `<blockquote>${safe(quote)}<br><small>${safe(rule)} ${confidence.toFixed(2)} · ${safe(says.get(rule) ?? '')}${captures.length ? ` · ${safe(captures.join(' · '))}` : ''}</small></blockquote>`,
      )
      return `<h2>${safe(from.name)} → ${safe(to.name)} <small>${caption} ${type}${attributes && ` (${safe(attributes)})`}</small></h2>${quotes.join('')}`
    })
    return `<section><h1>${safe(document.title)}</h1><small>${safe([document.id, document.date, document.source].filter(Boolean).join(' · '))}</small><pre>${text}</pre>${facts.join('')}</section>`
  })
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>文图</title><style>${STYLE}</style><body>${bodies.join('<hr>')}</body></html>\n`
}

// What the editor offers while one types: names of this graph where they fit, entities by name in quotes and maps, words of the
// language elsewhere. In: the place of the cursor, what is known. Out: options. Must not know the state.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { SearchAnswer, VocabularyAnswer } from '../../../schema/answer.js'
import { FUNCTIONS, KEYWORDS } from './cypher-words.js'
import { quoteName, quoteText, readTokens, splitStatements, type Token } from './tokens.js'
import { readUses } from './uses.js'

/** What the options are made from; asked anew at each. */
export interface Offers {
  vocabulary: VocabularyAnswer | null
  parameters: readonly string[]
  /** A type in the user's language. */
  caption(type: string): string
  /** What a kind of option is called. */
  kind(kind: 'keyword' | 'function' | 'variable' | 'property'): string
  search(text: string, signal: AbortSignal): Promise<SearchAnswer>
}

const MOST = 50
const HAN = /\p{Script=Han}/u

/** A source of completions for the editor. */
export function completeFrom(offers: () => Offers) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString()
    const at = context.pos
    const statement = splitStatements(text.slice(0, at)).at(-1)
    const begin = statement !== undefined && statement.start + statement.text.length >= at ? statement.start : -1
    // Blanks after the last word belong to the statement too.
    const from = begin >= 0 ? begin : (statement?.start ?? 0)
    const head = text.slice(from, at)
    const last = readTokens(head).at(-1)
    if (last?.kind === 'comment' || last?.kind === 'number') return null
    if (last?.kind === 'string' && isOpen(head, last)) return inString(context, offers(), head, from, last)
    const typed = last?.kind === 'word' || last?.kind === 'quoted' || last?.kind === 'parameter' ? last : undefined
    const word = typed === undefined ? '' : head.slice(typed.start)
    const start = typed === undefined ? at : from + typed.start
    if (typed?.kind === 'parameter' || head.endsWith('$'))
      return result(at - word.length, parameterOptions(offers(), word))
    const { place, variables } = readUses(typed === undefined ? head : head.slice(0, typed.start))
    // After an opening bracket stands a name that nobody knows yet.
    const naming = /[([]\s*$/.test(typed === undefined ? head : head.slice(0, typed.start))
    if (place === 'any' && !context.explicit && (naming || word.length < (HAN.test(word) ? 1 : 2))) return null
    const wanted = word.replace(/^`/, '')
    const { vocabulary } = offers()
    if (place === 'label') return result(start, typeOptions(offers(), vocabulary?.labels ?? [], wanted))
    if (place === 'type') return result(start, typeOptions(offers(), vocabulary?.types ?? [], wanted))
    const properties = (): Completion[] =>
      fitting(vocabulary?.properties ?? [], wanted).map((name) => ({
        label: name,
        apply: quoteName(name),
        detail: offers().kind('property'),
      }))
    if (place === 'property' || place === 'key') return result(start, properties())
    const names = HAN.test(wanted) ? await entityOptions(context, offers(), wanted, quoteText) : []
    return result(start, [...names, ...wordOptions(offers(), variables, wanted)])
  }
}

/** Whether the cursor, at the end of the head, is still inside the string. */
function isOpen(head: string, { start, end }: Token): boolean {
  const quote = head[start]
  return end - start === 1 || head[end - 1] !== quote || /(?:^|[^\\])(?:\\\\)*\\$/.test(head.slice(start + 1, end - 1))
}

async function inString(
  context: CompletionContext,
  offers: Offers,
  head: string,
  from: number,
  { start }: Token,
): Promise<CompletionResult | null> {
  const wanted = head.slice(start + 1)
  if (wanted.trim() === '' || wanted.includes('\n')) return null
  const quote = head[start] ?? "'"
  const escaped = (name: string): string => name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return result(from + start + 1, await entityOptions(context, offers, wanted, escaped))
}

async function entityOptions(
  context: CompletionContext,
  { search, caption }: Offers,
  wanted: string,
  write: (name: string) => string,
): Promise<Completion[]> {
  const stop = new AbortController()
  context.addEventListener('abort', () => stop.abort(), { onDocChange: true })
  const answer = await search(wanted, stop.signal).catch(() => null)
  return (answer?.hits ?? [])
    .filter(({ kind }) => kind === 'entity')
    .slice(0, MOST)
    .map(({ name, type, matched }) => ({
      label: name,
      apply: write(name),
      detail: matched === undefined || matched === name ? caption(type) : `${caption(type)} · ${matched}`,
    }))
}

function typeOptions({ caption }: Offers, names: readonly string[], wanted: string): Completion[] {
  return fitting(names, wanted, caption).map((name) => {
    const called = caption(name)
    return { label: name, apply: quoteName(name), ...(called === name ? {} : { detail: called }) }
  })
}

function parameterOptions({ parameters }: Offers, word: string): Completion[] {
  return fitting(parameters, word.replace(/^\$/, '')).map((name) => ({
    label: `$${name}`,
    apply: word === '' ? name : `$${name}`,
  }))
}

function wordOptions({ kind }: Offers, variables: readonly string[], wanted: string): Completion[] {
  const of = (words: readonly string[], detail: string, after = ''): Completion[] =>
    words
      .filter((one) => one.toLowerCase().startsWith(wanted.toLowerCase()) && one !== wanted)
      .map((label) => ({ label, detail, apply: label + after }))
  return [
    ...of(variables, kind('variable')),
    ...of(KEYWORDS, kind('keyword'), ' '),
    ...of(FUNCTIONS, kind('function'), '('),
  ]
}

/** The names that begin with what was typed, or whose caption holds it; then those that hold it. */
function fitting(names: readonly string[], typed: string, caption?: (name: string) => string): string[] {
  const wanted = typed.toLowerCase()
  const begins = names.filter((name) => name.toLowerCase().startsWith(wanted))
  const holds = names.filter(
    (name) =>
      !name.toLowerCase().startsWith(wanted) &&
      (name.toLowerCase().includes(wanted) || caption?.(name).toLowerCase().includes(wanted) === true),
  )
  return [...begins, ...holds].slice(0, MOST)
}

function result(from: number, options: Completion[]): CompletionResult | null {
  // The options fit already, by rules of our own (captions, other names), so the editor must not sift them again.
  return options.length === 0 ? null : { from, options, filter: false }
}

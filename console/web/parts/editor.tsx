// The Cypher editor. In: the query of the state, what the graph knows. Out: what is typed, and what is doubtful in it; Ctrl or Cmd
// with Enter runs it.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { forceLinting, linter, lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import { ENTITIES, RELATIONS } from '../../../schema/model.js'
import { api } from '../api.js'
import { type CheckThread, startChecking } from '../ask/check-thread.js'
import { completeFrom } from '../ask/completion.js'
import { cypherColours } from '../ask/cypher-mode.js'
import { colours, look } from '../ask/editor-look.js'
import { type Finding, showDoubts, showTroubles } from '../ask/lint.js'
import { parseParameter } from '../ask/parameters.js'
import { useConsole } from './console.js'
import { FindingList } from './finding-list.js'

/** After so many milliseconds without a key the text is looked over. */
const PAUSE_MS = 400
/** Words of the engine on so many statements are kept, so that only what changed is asked. */
const KEPT_CHECKS = 50

const CAPTIONS = [...Object.entries(ENTITIES), ...Object.entries(RELATIONS)].flatMap(([type, { caption }]) =>
  [caption.zh, caption.en].map((words) => [words, type] as const),
)

/** The nonce that the server put into the page, without which the policy refuses the editor's style sheet. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

export default function Editor() {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const element = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const words = useRef(new Compartment())
  const thread = useRef<CheckThread | null>(null)
  const checks = useRef(new Map<string, ReturnType<typeof api.check>>())
  const [findings, setFindings] = useState<Finding[]>([])
  const spoken = [placeholder(t('ask.hint')), EditorView.contentAttributes.of({ 'aria-label': t('ask.editor') })]
  const { vocabulary, parameters } = state.asking

  /** What the engine says of a statement; asked once for each text of it and its parameters. */
  const engineOn = async (statement: string) => {
    const values = parameters.flatMap(({ name, text }) => {
      const value = parseParameter(text)
      return value === undefined ? [] : [[name, value] as const]
    })
    const key = JSON.stringify([statement, values])
    const kept = checks.current
    const asked = kept.get(key) ?? api.check(statement, Object.fromEntries(values), AbortSignal.timeout(10_000))
    kept.delete(key)
    kept.set(key, asked)
    for (const old of kept.keys()) if (kept.size > KEPT_CHECKS) kept.delete(old)
    try {
      return (await asked).troubles
    } catch {
      // A server that does not answer is told when the query is run; nothing is wrong with the text.
      kept.delete(key)
      return []
    }
  }

  const lookOver = async (editor: EditorView): Promise<Finding[]> => {
    const text = editor.state.doc.toString()
    if (text.trim() === '') return []
    const known = {
      labels: vocabulary?.labels ?? [],
      types: vocabulary?.types ?? [],
      properties: vocabulary?.properties ?? [],
      captions: CAPTIONS,
      parameters: parameters.map(({ name }) => name),
    }
    thread.current ??= startChecking()
    const [doubts, troubles] = await Promise.all([thread.current.check(text, known), showTroubles(text, engineOn, t)])
    return [...showDoubts(doubts, t), ...troubles].sort((a, b) => a.from - b.from)
  }

  // What CodeMirror calls is given once; it reaches what is newest through here.
  const newest = useRef({ tasks, lookOver, offers: () => offers })
  const offers = {
    vocabulary,
    parameters: parameters.map(({ name }) => name),
    caption,
    kind: (kind: 'keyword' | 'function' | 'variable' | 'property') => t(`complete.${kind}`),
    search: api.search,
  }
  newest.current = { tasks, lookOver, offers: () => offers }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes reaches it below
  useEffect(() => {
    if (element.current === null) return
    const runNow = (): boolean => {
      void newest.current.tasks.run()
      return true
    }
    const editor = new EditorView({
      parent: element.current,
      state: EditorState.create({
        doc: state.query,
        extensions: [
          keymap.of([{ key: 'Mod-Enter', run: runNow }]),
          history(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({
            override: [completeFrom(() => newest.current.offers())],
            icons: false,
            defaultKeymap: false,
            tooltipClass: () => 'completions',
          }),
          linter(
            async (editor) => {
              const found = await newest.current.lookOver(editor)
              setFindings(found)
              return found
            },
            { delay: PAUSE_MS },
          ),
          // Tab leaves the editor, as the keyboard's other users need.
          keymap.of([...completionKeymap, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          cypherColours,
          syntaxHighlighting(colours),
          look,
          EditorView.lineWrapping,
          EditorView.cspNonce.of(styleNonce()),
          words.current.of(spoken),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) dispatch({ type: 'typed', query: update.state.doc.toString() })
          }),
        ],
      }),
    })
    view.current = editor
    // Documents may have come in from a terminal while the user was there.
    const readAgain = (): void => void newest.current.tasks.readVocabulary()
    window.addEventListener('focus', readAgain)
    readAgain()
    return () => {
      window.removeEventListener('focus', readAgain)
      editor.destroy()
      thread.current?.end()
      thread.current = null
    }
  }, [])

  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.toString() === state.query) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: state.query } })
  }, [state.query])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language, nothing else
  useEffect(() => {
    view.current?.dispatch({ effects: words.current.reconfigure(spoken) })
  }, [state.lang])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these change what is doubted, though not the text
  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.length === 0) return
    // The linter looks again only at a text that changed; an empty change counts as one.
    editor.dispatch({ changes: { from: 0, insert: '' } })
    forceLinting(editor)
  }, [state.lang, vocabulary, parameters])

  const mend = ({ from, to, meant }: Finding): void => {
    if (meant === undefined) return
    view.current?.dispatch({ changes: { from, to, insert: meant } })
    view.current?.focus()
  }
  return (
    <>
      <div className="editor" ref={element} />
      <FindingList text={state.query} findings={findings} onMend={mend} />
    </>
  )
}

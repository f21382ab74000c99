// The Cypher editor. In: the query of the state. Out: what is typed; Ctrl or Cmd with Enter runs it.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { cypher } from '@codemirror/legacy-modes/mode/cypher'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { useConsole } from './console.js'

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.variableName, tags.standard(tags.variableName)], color: 'var(--text)' },
  { tag: [tags.definition(tags.variableName), tags.typeName], color: 'var(--code-name)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
])

const look = EditorView.theme({
  '&': { fontSize: '13px', backgroundColor: 'transparent' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-scroller': { lineHeight: '1.6' },
  '.cm-placeholder': { color: 'var(--faint)' },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--lit)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--lit)' },
})

/** The nonce that the server put into the page, without which the policy refuses the editor's style sheet. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

export default function Editor() {
  const { state, dispatch, tasks, t } = useConsole()
  const element = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const words = useRef(new Compartment())
  const run = useRef(tasks.run)
  run.current = tasks.run
  const spoken = [placeholder(t('ask.hint')), EditorView.contentAttributes.of({ 'aria-label': t('ask.editor') })]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes reaches it below
  useEffect(() => {
    if (element.current === null) return
    const runNow = (): boolean => {
      void run.current()
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
          // Tab leaves the editor, as the keyboard's other users need.
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
          StreamLanguage.define(cypher),
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
    return () => editor.destroy()
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

  return <div className="editor" ref={element} />
}

// What is shown, kept as a file: one menu for all kinds. In: the state, a drawing to take a picture of. Out: a download.
// What only some kinds need is loaded when it is asked for.
import { useState } from 'react'
import { api, problemOf } from '../api.js'
import { download } from '../download.js'
import { jsonOf, tableOf } from '../graph/files.js'
import { keyOf } from '../graph/node-words.js'
import { type Reasons, reportedAnswer, reportedDrawn } from '../graph/reported.js'
import type { State } from '../state/state.js'
import { visibleOf } from '../state/visible.js'
import type { Drawable } from '../view/graph-view.js'
import type { Word } from '../words.js'
import { useConsole } from './console.js'
import { Popup } from './popup.js'

// A spreadsheet takes CSV for UTF-8 only when a byte order mark leads it.
const BOM = '\ufeff'

type Make = (state: State, drawing: Drawable | null) => Promise<BlobPart | null>

interface Kind {
  ending: string
  says: Word
  type: string
  /** Needs the canvas. */
  picture?: true
  make: Make
}

const reasonsOf = ({ believing }: State): Reasons => new Map([...believing.wrong].map(([fact, { why }]) => [fact, why]))
const drawnIn = (state: State) => reportedDrawn(visibleOf(state), reasonsOf(state))
const shownIn = (state: State) => [reportedAnswer(state.answer, reasonsOf(state)), drawnIn(state)] as const

const svgOf: Make = async (_, drawing) => {
  const { vectorsOf } = await import('../view/sketch.js')
  return drawing === null ? null : vectorsOf(drawing.parts())
}

const KINDS: readonly Kind[] = [
  {
    ending: 'png',
    says: 'export.png',
    type: 'image/png',
    picture: true,
    make: async (_, drawing) => (await drawing?.picture()) ?? null,
  },
  { ending: 'svg', says: 'export.svg', type: 'image/svg+xml', picture: true, make: svgOf },
  {
    ending: 'csv',
    says: 'export.csv',
    type: 'text/csv',
    make: async (state) => BOM + tableOf(...shownIn(state)),
  },
  {
    ending: 'json',
    says: 'export.json',
    type: 'application/json',
    make: async (state) => jsonOf(...shownIn(state)),
  },
  {
    ending: 'graphml',
    says: 'export.graphml',
    type: 'application/xml',
    make: async (state) => (await import('../graph/network-files.js')).graphmlOf(drawnIn(state)),
  },
  {
    ending: 'gexf',
    says: 'export.gexf',
    type: 'application/xml',
    make: async (state) => (await import('../graph/network-files.js')).gexfOf(drawnIn(state), state.seeing.places),
  },
  {
    ending: 'cypher',
    says: 'export.cypher',
    type: 'text/plain',
    make: async (state) => (await import('../graph/network-files.js')).cypherOf(drawnIn(state)),
  },
  { ending: 'html', says: 'export.html', type: 'text/html', make: makeReport },
]

async function makeReport(...[state, drawing]: Parameters<Make>): Promise<string> {
  const drawn = drawnIn(state)
  const facts = [...drawn.edges.values()].flatMap((edge) => keyOf(edge) ?? [])
  const [{ reportOf }, answer, picture] = await Promise.all([
    import('../graph/report.js'),
    api.sentences(facts),
    svgOf(state, drawing),
  ])
  const when = new Date().toLocaleString(state.lang === 'zh' ? 'zh-CN' : 'en')
  return reportOf({
    lang: state.lang,
    when,
    query: state.query,
    drawn,
    answer,
    picture: typeof picture === 'string' ? picture : null,
  })
}

export function ExportMenu({ drawing }: { drawing: Drawable | null }) {
  const { state, dispatch, t } = useConsole()
  const [busy, setBusy] = useState(false)
  const save = async ({ ending, type, make }: Kind): Promise<void> => {
    setBusy(true)
    try {
      const part = await make(state, drawing)
      if (part !== null) download(`wentu.${ending}`, new Blob([part], { type }))
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Popup name={t('export.title')}>
      {(close) => (
        <ul className="menu-list">
          {KINDS.filter(({ picture }) => picture === undefined || drawing !== null).map((kind) => (
            <li key={kind.ending}>
              <button type="button" className="plain" disabled={busy} onClick={() => void save(kind).then(close)}>
                {t(kind.says)}
              </button>
            </li>
          ))}
          {busy && <li className="faint">{t('export.waiting')}</li>}
        </ul>
      )}
    </Popup>
  )
}

// The whole graph at a glance: by type, year and province, the newest documents, the last run. In: the state. Out: each figure
// puts its query into the editor and runs it. It fits a side as well as the middle.
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import type { SummaryAnswer } from '../../../schema/keeping.js'
import { allDocuments, allOfRelation, allOfType, allStatements } from '../figures.js'
import { letterOf } from '../look/palette.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'
import { LastRunBox } from './last-run-box.js'
import { ProblemBox } from './problem-box.js'
import { ProvinceMap } from './province-map.js'
import { YearChart } from './year-chart.js'

export default function SummaryPanel() {
  const { state, tasks, t } = useConsole()
  const { summary } = state.keeping
  const unasked = summary === null
  useEffect(() => {
    if (unasked) void tasks.summarise()
  }, [tasks, unasked])
  if (summary === null || summary.is === 'waiting') return <p className="faint">{t('wait.loading')}</p>
  if (summary.is === 'failed') return <ProblemBox problem={summary.problem} />
  const { value } = summary
  return (
    <div className="summary">
      <p className="faint summary-hint">
        {t('summary.hint')}{' '}
        <button type="button" className="link" onClick={() => void tasks.refresh()}>
          {t('summary.refresh')}
        </button>
      </p>
      <Totals summary={value} />
      <Types summary={value} />
      <YearChart years={value.years} />
      <ProvinceMap provinces={value.provinces} />
      <Newest summary={value} />
      <LastRunBox run={value.lastRun} />
    </div>
  )
}

function Totals({ summary }: { summary: SummaryAnswer }) {
  const { tasks, t } = useConsole()
  const { documents, statements } = summary.counts
  const rows = [
    ['summary.documents', documents, allDocuments],
    ['summary.statements', statements, allStatements],
  ] as const
  return (
    <section className="summary-totals">
      {rows.map(([word, count, query]) => (
        <button key={word} type="button" className="figure" onClick={() => void tasks.ask(query())}>
          <b>{count.toLocaleString()}</b> {t(word)}
        </button>
      ))}
    </section>
  )
}

function Types({ summary }: { summary: SummaryAnswer }) {
  const { state, t } = useConsole()
  const { entities, relations } = summary.counts
  const most = Math.max(1, ...relations.map((row) => row.count))
  return (
    <>
      <Figures
        name={t('summary.entities')}
        className="type-figures"
        rows={entities}
        queryOf={allOfType}
        styleOf={({ type }) => ({ '--chip': typeColour(type) })}
        signOf={({ type }) => (
          <span className="chip-mark" aria-hidden="true">
            {letterOf(type, state.lang)}
          </span>
        )}
      />
      <Figures
        name={t('summary.relations')}
        className="relation-figures"
        rows={relations}
        queryOf={allOfRelation}
        styleOf={({ count }) => ({ '--share': count / most })}
      />
    </>
  )
}

interface Row {
  type: string
  count: number
}

/** How many there are of each type that there are any of; each asks for its own. */
function Figures(props: {
  name: string
  className: string
  rows: readonly Row[]
  queryOf: (type: string) => string
  styleOf: (row: Row) => object
  signOf?: (row: Row) => ReactNode
}) {
  const { tasks, caption } = useConsole()
  const total = props.rows.reduce((sum, row) => sum + row.count, 0)
  return (
    <section>
      <h4>
        {props.name} <span className="number">{total.toLocaleString()}</span>
      </h4>
      <ul className={props.className}>
        {props.rows
          .filter((row) => row.count > 0)
          .map((row) => (
            <li key={row.type}>
              <button
                type="button"
                className="figure"
                title={row.type}
                style={props.styleOf(row) as CSSProperties}
                onClick={() => void tasks.ask(props.queryOf(row.type))}
              >
                {props.signOf?.(row)}
                <b>{row.count.toLocaleString()}</b> {caption(row.type)}
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Newest({ summary }: { summary: SummaryAnswer }) {
  const { tasks, t } = useConsole()
  if (summary.newest.length === 0) return null
  return (
    <section>
      <h4>{t('summary.newest')}</h4>
      <ul className="newest">
        {summary.newest.map((document) => (
          <li key={document.id}>
            <button type="button" title={document.title} onClick={() => void tasks.openDocument(document.id, null)}>
              <span className="newest-title">{document.title || t('document.untitled')}</span>
              <span className="faint">
                {document.date ?? t('document.undated')}
                {document.source !== undefined && ` · ${document.source}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

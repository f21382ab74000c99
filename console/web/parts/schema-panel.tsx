// The model with what there is of each type, as a drawing and as a list. In: the state. Out: each type and relation puts its
// query into the editor and runs it.
import { type CSSProperties, useEffect } from 'react'
import type { SchemaAnswer } from '../../../schema/answer.js'
import { allOfRelation, allOfType, relationBetween } from '../figures.js'
import { arcsOf, seatsOf } from '../graph/model-drawing.js'
import { letterOf } from '../look/palette.js'
import { Chip, typeColour } from './chip.js'
import { useConsole } from './console.js'
import { ProblemBox } from './problem-box.js'

export default function SchemaPanel() {
  const { state, tasks, t } = useConsole()
  const { schema } = state.keeping
  const unasked = schema === null
  useEffect(() => {
    if (unasked) void tasks.readSchema()
  }, [tasks, unasked])
  if (schema === null || schema.is === 'waiting') return <p className="faint">{t('wait.loading')}</p>
  if (schema.is === 'failed') return <ProblemBox problem={schema.problem} />
  return (
    <div className="model">
      <p className="faint">{t('schema.hint')}</p>
      <Drawing schema={schema.value} />
      <h4>{t('summary.entities')}</h4>
      <ul className="model-types">
        {schema.value.entities.map((row) => (
          <li key={row.type}>
            <Chip
              type={row.type}
              name={`${row.type} · ${row.count.toLocaleString()}`}
              onPress={() => void tasks.ask(allOfType(row.type))}
            />
            {row.attributes.length > 0 && <code className="faint">{row.attributes.join(', ')}</code>}
          </li>
        ))}
      </ul>
      <h4>{t('summary.relations')}</h4>
      <ul className="model-relations">
        {schema.value.relations.map((row) => (
          <Relation key={row.type} row={row} />
        ))}
      </ul>
    </div>
  )
}

function Relation({ row }: { row: SchemaAnswer['relations'][number] }) {
  const { tasks, caption } = useConsole()
  const between = row.from.flatMap((from) => row.to.map((to) => ({ from, to })))
  return (
    <li>
      <button type="button" className="figure" onClick={() => void tasks.ask(allOfRelation(row.type))}>
        <b>{row.count.toLocaleString()}</b> {caption(row.type)} <code className="faint">{row.type}</code>
      </button>
      <span className="model-ends">
        {between.map(({ from, to }) => (
          <button
            key={`${from} ${to}`}
            type="button"
            className="figure"
            title={[from, row.type, to].map(caption).join(' → ')}
            onClick={() => void tasks.ask(relationBetween(row.type, from, to))}
          >
            <Mark type={from} />→<Mark type={to} />
            <span className="unseen">
              {caption(from)} {caption(to)}
            </span>
          </button>
        ))}
      </span>
    </li>
  )
}

function Mark({ type }: { type: string }) {
  const { state } = useConsole()
  return (
    <span className="chip-mark" style={{ '--chip': typeColour(type) } as CSSProperties} aria-hidden="true">
      {letterOf(type, state.lang)}
    </span>
  )
}

/** The types in a ring with what can be said of each two; the list beneath says the same in words. */
function Drawing({ schema }: { schema: SchemaAnswer }) {
  const { state, tasks, caption } = useConsole()
  const seats = seatsOf(schema)
  return (
    <div className="model-drawing">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        {arcsOf(schema, seats).map((arc) => (
          <path key={`${arc.from} ${arc.to}`} d={arc.path} strokeWidth={arc.width} data-empty={arc.count === 0}>
            <title>{arc.types.map(caption).join(' · ')}</title>
          </path>
        ))}
      </svg>
      {seats.map((seat) => (
        <button
          key={seat.type}
          type="button"
          className="model-seat"
          style={{ '--chip': typeColour(seat.type), left: `${seat.x}%`, top: `${seat.y}%` } as CSSProperties}
          onClick={() => void tasks.ask(allOfType(seat.type))}
        >
          <span className="chip-mark" aria-hidden="true">
            {letterOf(seat.type, state.lang)}
          </span>
          <b>{seat.count.toLocaleString()}</b>
          <span className="model-name">{caption(seat.type)}</span>
        </button>
      ))}
    </div>
  )
}

// What cannot all be so of a fact or a thing, side by side with the sentences. In: its `id` property. Out: boxes, or nothing.
import { useEffect } from 'react'
import type { DisagreementAnswer, RivalsAnswer } from '../../../schema/believing.js'
import type { Word } from '../words.js'
import { useConsole } from './console.js'
import { SaidList } from './said-list.js'

const ATTRIBUTES: Readonly<Record<string, Word>> = {
  date: 'attribute.date',
  deaths: 'attribute.deaths',
  injured: 'attribute.injured',
  missing: 'attribute.missing',
  severity: 'attribute.severity',
  kind: 'attribute.kind',
  number: 'attribute.number',
  code: 'attribute.code',
  since: 'attribute.since',
  until: 'attribute.until',
}

/** The word for an attribute of the model; another keeps its own name. */
export function wordOfAttribute(attribute: string): Word | undefined {
  return Object.hasOwn(ATTRIBUTES, attribute) ? ATTRIBUTES[attribute] : undefined
}

export function DoubtsBox({ of }: { of: { fact: string } | { entity: string } }) {
  const { state, tasks, t } = useConsole()
  const key = 'fact' in of ? `fact ${of.fact}` : `entity ${of.entity}`
  const doubts = state.believing.doubts.get(key)
  const day = state.believing.day
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked of; another day forgets what was known
  useEffect(() => void tasks.doubts(of), [key, day, tasks])
  if (doubts === undefined || doubts.disagreements.length + doubts.rivals.length === 0) return null
  return (
    <section className="doubts" aria-label={t('doubts.title')}>
      <h4>{t('doubts.title')}</h4>
      {doubts.disagreements.map((one) => (
        <Values key={one.attribute} disagreement={one} />
      ))}
      {doubts.rivals.map((rivals) => (
        <div key={rivals.from}>
          <p className="faint">{t('doubts.rivals', { from: rivals.from, to: rivals.to })}</p>
          <Holders rivals={rivals} />
        </div>
      ))}
    </section>
  )
}

function Values({ disagreement }: { disagreement: DisagreementAnswer }) {
  const { t } = useConsole()
  const word = wordOfAttribute(disagreement.attribute)
  return (
    <>
      <p className="faint">{word === undefined ? disagreement.attribute : t(word)}</p>
      <div className="beside">
        {disagreement.values.map(({ value, said }) => (
          <div key={String(value)}>
            <b>{String(value)}</b>
            <SaidList sentences={said} />
          </div>
        ))}
      </div>
    </>
  )
}

/** Two holders of one office, side by side. */
export function Holders({ rivals }: { rivals: RivalsAnswer }) {
  const { tasks } = useConsole()
  return (
    <div className="beside">
      {rivals.holders.map(({ id, name, sentences }) => (
        <div key={id}>
          <button type="button" className="link" onClick={() => void tasks.show(id)}>
            {name}
          </button>
          <SaidList sentences={sentences} />
        </div>
      ))}
    </div>
  )
}

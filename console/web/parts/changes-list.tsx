// What documents since a day tell that the others do not, as lists. In: what was asked and answered. Out: another day to ask for.
import { type FormEvent, useState } from 'react'
import type { ChangesAnswer } from '../../../schema/believing.js'
import type { Asked } from '../state/state.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { wordOfAttribute } from './doubts-box.js'
import { ProblemBox } from './problem-box.js'

/** Stands for what is not told. */
const NOBODY = '—'

export function ChangesList({ changes }: { changes: Asked<ChangesAnswer> | null }) {
  const { tasks, t } = useConsole()
  const [since, setSince] = useState('')
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    if (since !== '') void tasks.changesSince(since)
  }
  return (
    <>
      <form className="review-line" onSubmit={ask}>
        <label>
          {t('changes.since')} <input type="date" value={since} onChange={(event) => setSince(event.target.value)} />
        </label>
        <button type="submit" disabled={since === ''}>
          {t('changes.show')}
        </button>
      </form>
      {changes?.is === 'waiting' && <p className="faint">{t('wait.loading')}</p>}
      {changes?.is === 'failed' && <ProblemBox problem={changes.problem} />}
      {changes?.is === 'there' && <Told told={changes.value} />}
    </>
  )
}

function Told({ told }: { told: ChangesAnswer }) {
  const { tasks, t, caption } = useConsole()
  const { documents, entities, facts, figures, holders, counts } = told
  const cut = (shown: number, all: number) =>
    shown < all ? <p className="faint">{t('changes.cut', { n: shown })}</p> : null
  const wordFor = (attribute: string): string => {
    const word = wordOfAttribute(attribute)
    return word === undefined ? attribute : t(word)
  }
  return (
    <>
      <p role="status">{t('changes.documents', { n: documents })}</p>
      {figures.length > 0 && <h4>{t('changes.figures', { n: counts.figures })}</h4>}
      <ul className="changes">
        {figures.map(({ entity, attribute, before, now }) => (
          <li key={`${entity.id} ${attribute}`}>
            <Chip type={entity.type} name={entity.name} onPress={() => void tasks.show(entity.id)} />{' '}
            {wordFor(attribute)} {t('changes.became', { before: String(before ?? NOBODY), now: String(now) })}
          </li>
        ))}
      </ul>
      {cut(figures.length, counts.figures)}
      {holders.length > 0 && <h4>{t('changes.holders', { n: counts.holders })}</h4>}
      <ul className="changes">
        {holders.map(({ office, name, before, now }) => (
          <li key={office}>
            <Chip type="Post" name={name} onPress={() => void tasks.show(office)} />{' '}
            {t('changes.became', { before: before.join('、') || NOBODY, now: now.join('、') || NOBODY })}
          </li>
        ))}
      </ul>
      {cut(holders.length, counts.holders)}
      {facts.length > 0 && <h4>{t('changes.facts', { n: counts.facts })}</h4>}
      <ul className="changes">
        {facts.map(({ id, type, from, to, quote }) => (
          <li key={id}>
            <button type="button" className="link" title={quote} onClick={() => void tasks.showFact(id)}>
              {from} {caption(type)} → {to}
            </button>
          </li>
        ))}
      </ul>
      {cut(facts.length, counts.facts)}
      {entities.length > 0 && <h4>{t('changes.things', { n: counts.entities })}</h4>}
      <ul className="changes things">
        {entities.map(({ id, type, name }) => (
          <li key={id}>
            <Chip type={type} name={name} onPress={() => void tasks.show(id)} />
          </li>
        ))}
      </ul>
      {cut(entities.length, counts.entities)}
    </>
  )
}

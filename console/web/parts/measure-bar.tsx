// One of several measures, chosen by press or arrow key. In: their names. Out: the choice.
import { useId } from 'react'
import { useConsole } from './console.js'

/** What each measure is called. */
export const MEASURE_WORDS = {
  documents: 'summary.documents',
  accidents: 'summary.accidents',
  meetings: 'summary.meetings',
} as const

type Measure = keyof typeof MEASURE_WORDS

export function MeasureBar<M extends Measure>(props: {
  measures: readonly M[]
  chosen: M
  onChoose: (measure: M) => void
}) {
  const { t } = useConsole()
  const name = useId()
  return (
    <fieldset className="measures">
      <legend className="unseen">{t('summary.measure')}</legend>
      {props.measures.map((measure) => (
        <label key={measure}>
          <input type="radio" name={name} checked={measure === props.chosen} onChange={() => props.onChoose(measure)} />
          <span className="measure-name">{t(MEASURE_WORDS[measure])}</span>
        </label>
      ))}
    </fieldset>
  )
}

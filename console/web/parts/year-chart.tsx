// What there is of each year as bars. In: counts by year. Out: a bar puts its query into the editor and runs it.
import { type CSSProperties, useState } from 'react'
import type { SummaryAnswer } from '../../../schema/keeping.js'
import { accidentsOfYear, documentsOfYear, meetingsOfYear } from '../figures.js'
import { useConsole } from './console.js'
import { MEASURE_WORDS, MeasureBar } from './measure-bar.js'

const MEASURES = ['documents', 'accidents', 'meetings'] as const
type Measure = (typeof MEASURES)[number]

const QUERIES: Record<Measure, (year: string) => string> = {
  documents: documentsOfYear,
  accidents: accidentsOfYear,
  meetings: meetingsOfYear,
}

export function YearChart({ years }: { years: SummaryAnswer['years'] }) {
  const { tasks, t } = useConsole()
  const [measure, setMeasure] = useState<Measure>('documents')
  const dated = years.filter(({ year }) => year !== '')
  // Years without anything are shown too: a gap is a finding.
  const [first, last] = [Number(dated[0]?.year), Number(dated.at(-1)?.year)]
  const all = Array.from({ length: Math.min(200, Math.max(0, last - first + 1)) }, (_, i) => {
    const year = String(first + i)
    return { year, count: dated.find((row) => row.year === year)?.[measure] ?? 0 }
  })
  const undated = years.find(({ year }) => year === '')?.[measure] ?? 0
  const most = Math.max(1, ...all.map(({ count }) => count))
  if (years.length === 0) return null
  return (
    <section>
      <h4>{t('summary.years')}</h4>
      <MeasureBar measures={MEASURES} chosen={measure} onChoose={setMeasure} />
      <ol className="years" data-measure={measure}>
        {all.map(({ year, count }) => (
          <li key={year}>
            <button
              type="button"
              disabled={count === 0}
              aria-label={`${count} ${t(MEASURE_WORDS[measure])} ${year}`}
              title={`${year} · ${t(MEASURE_WORDS[measure])} ${count.toLocaleString()}`}
              onClick={() => void tasks.ask(QUERIES[measure](year))}
            >
              <span className="year-count" aria-hidden="true">
                {count > 0 && count.toLocaleString()}
              </span>
              <span className="year-bar" style={{ '--share': count / most } as CSSProperties} />
              <span className="year-name" aria-hidden="true">
                {year}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {undated > 0 && (
        <button type="button" className="link faint" onClick={() => void tasks.ask(QUERIES[measure](''))}>
          {undated.toLocaleString()} {t('summary.undated')}
        </button>
      )}
    </section>
  )
}

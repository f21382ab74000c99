// The provinces as a map of equal tiles, darker where there is more. In: counts by province. Out: a tile puts its query into the
// editor and runs it.
import { type CSSProperties, useState } from 'react'
import type { SummaryAnswer } from '../../../schema/keeping.js'
import { accidentsOfProvince, documentsOfProvince } from '../figures.js'
import { TILES } from '../graph/provinces.js'
import { useConsole } from './console.js'
import { MEASURE_WORDS, MeasureBar } from './measure-bar.js'

const MEASURES = ['documents', 'accidents'] as const
type Measure = (typeof MEASURES)[number]

const QUERIES: Record<Measure, (name: string) => string> = {
  documents: documentsOfProvince,
  accidents: accidentsOfProvince,
}

export function ProvinceMap({ provinces }: { provinces: SummaryAnswer['provinces'] }) {
  const { state, tasks, t } = useConsole()
  const [measure, setMeasure] = useState<Measure>('documents')
  const byCode = new Map(provinces.map((row) => [row.code, row]))
  const most = Math.max(1, ...provinces.map((row) => row[measure]))
  // What has no tile (a division of another time) is listed beneath rather than lost.
  const elsewhere = provinces.filter((row) => row[measure] > 0 && !TILES.some(({ code }) => code === row.code))
  return (
    <section>
      <h4>{t('summary.provinces')}</h4>
      <MeasureBar measures={MEASURES} chosen={measure} onChoose={setMeasure} />
      <ul className="province-map">
        {TILES.map((tile) => {
          const row = byCode.get(tile.code)
          const count = row?.[measure] ?? 0
          const name = state.lang === 'zh' ? (row?.name ?? tile.short.zh) : tile.short.en
          return (
            <li key={tile.code} style={{ gridColumn: tile.column, gridRow: tile.row }}>
              <button
                type="button"
                disabled={row === undefined || count === 0}
                style={{ '--share': Math.sqrt(count / most) } as CSSProperties}
                aria-label={`${count} · ${name}`}
                title={`${name} · ${t(MEASURE_WORDS[measure])} ${count.toLocaleString()}`}
                onClick={() => row !== undefined && void tasks.ask(QUERIES[measure](row.name))}
              >
                <span>{tile.short[state.lang]}</span>
                {count > 0 && <b>{count.toLocaleString()}</b>}
              </button>
            </li>
          )
        })}
      </ul>
      {elsewhere.map((row) => (
        <button
          key={row.name}
          type="button"
          className="link"
          onClick={() => void tasks.ask(QUERIES[measure](row.name))}
        >
          {row[measure].toLocaleString()} · {row.name}
        </button>
      ))}
    </section>
  )
}

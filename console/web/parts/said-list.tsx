// Sentences of documents, each of which opens its document. In: sentences. Out: a list.
import type { SaidAnswer } from '../../../schema/believing.js'
import { useConsole } from './console.js'

export function SaidList({ sentences }: { sentences: readonly SaidAnswer[] }) {
  const { tasks, t } = useConsole()
  return (
    <ul className="said">
      {sentences.map(({ document, title, date, quote, start, end }) => (
        <li key={`${document} ${quote}`}>
          <button
            type="button"
            className="card"
            title={t('edge.open')}
            onClick={() =>
              void tasks.openDocument(document, start === undefined || end === undefined ? null : { start, end })
            }
          >
            <q className="quote">{quote}</q>
            <span className="card-foot">
              {date ?? t('document.undated')} · {title || t('document.untitled')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

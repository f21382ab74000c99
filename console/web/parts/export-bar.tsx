// What is shown, kept as a file. In: the state, a way to take a picture. Out: a download.
import { jsonOf, tableOf } from '../graph/files.js'
import { useConsole } from './console.js'

/** Hands a file to the browser. */
function download(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

// A spreadsheet takes CSV for UTF-8 only when a byte order mark leads it.
const BOM = '\ufeff'

export function ExportBar({ picture }: { picture: (() => Promise<Blob | null>) | null }) {
  const { state, t } = useConsole()
  const savePicture = async (): Promise<void> => {
    const blob = await picture?.()
    if (blob) download('wentu.png', blob)
  }
  const csv = (): Blob => new Blob([BOM, tableOf(state.answer, state.drawn)], { type: 'text/csv' })
  const json = (): Blob => new Blob([jsonOf(state.answer, state.drawn)], { type: 'application/json' })
  return (
    <fieldset className="export">
      <legend className="unseen">{t('export.title')}</legend>
      {picture !== null && (
        <button type="button" className="plain" onClick={() => void savePicture()}>
          PNG
        </button>
      )}
      <button type="button" className="plain" onClick={() => download('wentu.csv', csv())}>
        CSV
      </button>
      <button type="button" className="plain" onClick={() => download('wentu.json', json())}>
        JSON
      </button>
    </fieldset>
  )
}

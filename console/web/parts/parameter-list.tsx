// The values of `$name` in a query. In: the state. Out: names and JSON values, kept while the page is open.
import { parseParameter } from '../ask/parameters.js'
import type { Parameter } from '../state/asking.js'
import { useConsole } from './console.js'

export function ParameterList() {
  const { state, dispatch, t } = useConsole()
  const { parameters } = state.asking
  const set = (next: readonly Parameter[]): void => dispatch({ type: 'ask/parameters', parameters: next })
  const change = (index: number, part: Partial<Parameter>): void =>
    set(parameters.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <details className="parameters" open={parameters.length > 0}>
      <summary>
        {t('parameter.title')} {parameters.length > 0 && <span className="faint">{parameters.length}</span>}
      </summary>
      <ul>
        {parameters.map(({ name, text }, index) => {
          const wrong = text.trim() !== '' && parseParameter(text) === undefined
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a parameter whose name is being typed has no other key
            <li key={index}>
              <span aria-hidden="true">$</span>
              <input
                className="parameter-name"
                value={name}
                aria-label={t('parameter.name')}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => change(index, { name: event.target.value.replace(/^\$/, '').trim() })}
              />
              <span aria-hidden="true">=</span>
              <input
                className="parameter-value"
                value={text}
                aria-label={t('parameter.value')}
                aria-invalid={wrong}
                title={wrong ? t('parameter.wrong') : undefined}
                placeholder={t('parameter.value')}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => change(index, { text: event.target.value })}
              />
              <button
                type="button"
                className="plain"
                aria-label={t('parameter.remove', { name })}
                onClick={() => set(parameters.filter((_, at) => at !== index))}
              >
                ×
              </button>
              {wrong && <p className="parameter-wrong">{t('parameter.wrong')}</p>}
            </li>
          )
        })}
      </ul>
      <button type="button" className="link" onClick={() => set([...parameters, { name: '', text: '' }])}>
        {t('parameter.add')}
      </button>
    </details>
  )
}

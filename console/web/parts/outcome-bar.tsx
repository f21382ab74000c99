// The results of several statements, one tab each. In: the state. Out: which is shown.
import { useConsole } from './console.js'
import { stepTabs } from './tabs.js'

export function OutcomeBar() {
  const { state, tasks, t } = useConsole()
  const { outcomes, shown } = state.asking
  if (outcomes.length < 2) return null
  const numbers = outcomes.map((_, index) => String(index))
  return (
    <div
      role="tablist"
      className="tabs outcomes"
      aria-label={t('outcome.list')}
      onKeyDown={stepTabs(
        numbers,
        String(shown),
        (index) => tasks.choose(Number(index)),
        (index) => `outcome-${index}`,
      )}
    >
      {outcomes.map(({ cypher, answer, problem }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a statement is known by its place
          key={index}
          id={`outcome-${index}`}
          type="button"
          role="tab"
          aria-selected={index === shown}
          aria-controls="result-body"
          tabIndex={index === shown ? 0 : -1}
          title={cypher}
          data-failed={problem !== undefined}
          onClick={() => tasks.choose(index)}
        >
          {problem === undefined
            ? t('outcome.rows', { n: index + 1, rows: answer?.rows.length ?? 0 })
            : t('outcome.failed', { n: index + 1 })}
        </button>
      ))}
    </div>
  )
}

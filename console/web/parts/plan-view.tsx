// How the engine runs a query, as a tree: the last step above, what it draws from below it. In: the plan of the answer. Out: text
// and bars. Engines tell different things of a step; what one does not tell is not shown.
import type { PlanStep } from '../../../schema/answer.js'
import { textOf } from '../graph/plain.js'
import { useConsole } from './console.js'

export default function PlanView() {
  const { state, tasks, t } = useConsole()
  const plan = state.answer?.plan
  const empty = state.query.trim() === '' && state.asking.outcomes.length === 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="plan" tabIndex={0} aria-label={t('view.plan')}>
      <p className="plan-bar">
        <button type="button" disabled={empty} onClick={() => void tasks.plan('EXPLAIN')}>
          {t('plan.explain')}
        </button>{' '}
        <button type="button" disabled={empty} onClick={() => void tasks.plan('PROFILE')}>
          {t('plan.profile')}
        </button>{' '}
        {plan === undefined && <span className="faint">{t('plan.none')}</span>}
      </p>
      {state.answer?.remarks?.map((remark) => (
        <p key={remark} className="remark">
          {remark}
        </p>
      ))}
      {plan !== undefined && (
        <ul className="plan-tree" aria-label={t('plan.tree')}>
          <Step step={plan} most={mostWork(plan)} />
        </ul>
      )}
    </section>
  )
}

/** The work of the step that has most: what the bars are measured by. */
function mostWork(step: PlanStep): number {
  return Math.max(workOf(step), ...step.children.map(mostWork))
}

/** What a step costs, as far as the engine tells: accesses, or rows, or the rows it expects. */
function workOf({ hits, rows, arguments: told }: PlanStep): number {
  if (hits !== undefined && hits > 0) return hits
  return rows ?? (typeof told.EstimatedRows === 'number' ? told.EstimatedRows : 0)
}

/** Arguments that stand elsewhere, or are the same for every step. */
const ELSEWHERE = /^(Details|version|planner|runtime|EstimatedRows|DbHits|Rows|.*-(version|impl)|Id|batch-size)$/

function Step({ step, most }: { step: PlanStep; most: number }) {
  const { t } = useConsole()
  const { operator, arguments: told, children, rows, hits } = step
  const guess = told.EstimatedRows
  const work = workOf(step)
  const more = Object.entries(told).filter(([name]) => !ELSEWHERE.test(name))
  return (
    <li>
      <div className="plan-step">
        <b>{operator.replace(/@.*$/, '')}</b>
        {told.Details !== undefined && told.Details !== '' && <code>{textOf(told.Details)}</code>}
        <span className="faint">
          {[
            rows === undefined ? undefined : t('plan.rows', { n: rows }),
            typeof guess === 'number' ? t('plan.guess', { n: Math.round(guess) }) : undefined,
            hits === undefined || hits === 0 ? undefined : t('plan.hits', { n: hits }),
            ...more.map(([name, value]) => `${name} ${textOf(value)}`),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
        {most > 0 && work > 0 && <meter className="plan-work" min={0} max={most} value={work} aria-hidden="true" />}
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            <Step key={index} step={child} most={most} />
          ))}
        </ul>
      )}
    </li>
  )
}

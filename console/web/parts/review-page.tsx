// What a person is to judge, over the middle of the page: pairs with the sentences of both sides, offices told of two, what was
// judged, what is new. In: the state. Out: judgements, by key or by button.
import { type ReactNode, useEffect, useState } from 'react'
import type { ReviewAnswer, SideAnswer } from '../../../schema/believing.js'
import type { Judgement } from '../../../schema/judgement.js'
import { ENTITY_TYPES } from '../../../schema/model.js'
import type { Review, ReviewPart } from '../state/believing.js'
import type { Word } from '../words.js'
import { ChangesList } from './changes-list.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { Holders } from './doubts-box.js'
import { ProblemBox } from './problem-box.js'
import { SaidList } from './said-list.js'

const PARTS: readonly (readonly [ReviewPart, Word])[] = [
  ['pairs', 'review.pairs'],
  ['clashes', 'review.clashes'],
  ['judgements', 'review.judgements'],
  ['changes', 'review.changes'],
]

export default function ReviewPage({ review }: { review: Review }) {
  const { state, dispatch, tasks, t } = useConsole()
  const { part } = review
  return (
    <section className="review" aria-label={t('review.title')}>
      <div className="side-head">
        <h2>{t('review.title')}</h2>
        <div className="tabs" role="tablist" aria-label={t('review.title')}>
          {PARTS.map(([name, word]) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={part === name}
              onClick={() => void tasks.reviewPart(name)}
            >
              {t(word)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="plain"
          aria-label={t('panel.close')}
          onClick={() => dispatch({ type: 'believe/review', review: null })}
        >
          ×
        </button>
      </div>
      {state.notice !== null && (
        <ProblemBox problem={state.notice} onClose={() => dispatch({ type: 'noticed', problem: null })} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys */}
      <div className="side-body review-body" role="tabpanel" tabIndex={0} aria-label={t(wordOf(part))}>
        {part === 'pairs' && <Pairs review={review} />}
        {part === 'clashes' && <Clashes review={review} />}
        {part === 'judgements' && <Judgements review={review} />}
        {part === 'changes' && <ChangesList changes={review.changes} />}
      </div>
    </section>
  )
}

const wordOf = (part: ReviewPart): Word => PARTS.find(([name]) => name === part)?.[1] ?? 'review.title'

function Pairs({ review }: { review: Review }) {
  const { state, tasks, t, caption } = useConsole()
  const { pairs, skipped, last } = review
  const past = state.believing.day?.is === 'open'
  const pair = pairs?.is === 'there' ? pairs.value.pairs[skipped] : undefined
  const [why, setWhy] = useState('')
  const judge = (verdict: 'same' | 'different'): void => {
    const usual = verdict === 'same' ? 'review.whySame' : 'review.whyDifferent'
    void tasks.judge(verdict, why.trim() || t(usual))
    setWhy('')
  }
  useEffect(() => {
    const decide: Readonly<Record<string, () => void>> = {
      s: () => judge('same'),
      d: () => judge('different'),
      k: () => tasks.skipPair(),
      u: () => void (last !== null && tasks.undoJudgement(last)),
    }
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target !== null && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
      const work = decide[event.key]
      if (past || work === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (pair === undefined && event.key !== 'u') return
      event.preventDefault()
      work()
    }
    // Before the keys of the whole page, some of which are the same letters.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
  return (
    <>
      <p className="review-line">
        <label>
          {t('review.type')}{' '}
          <select
            value={review.type ?? ''}
            onChange={(event) => void tasks.reviewPart('pairs', event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{t('review.anyType')}</option>
            {ENTITY_TYPES.map((type) => (
              <option key={type} value={type}>
                {caption(type)}
              </option>
            ))}
          </select>
        </label>
        {pairs?.is === 'there' && (
          <span className="faint" aria-live="polite">
            {t('review.left', { n: pairs.value.total })}
            {pairs.value.leftOut > 0 && ` · ${t('review.leftOut', { n: pairs.value.leftOut })}`}
          </span>
        )}
        {last !== null && !past && (
          <button type="button" onClick={() => void tasks.undoJudgement(last)}>
            {t('review.undoLast')} <kbd>u</kbd>
          </button>
        )}
      </p>
      {pairs?.is === 'waiting' && <p className="faint">{t('wait.loading')}</p>}
      {pairs?.is === 'failed' && <ProblemBox problem={pairs.problem} />}
      {pairs?.is === 'there' && pair === undefined && (
        <p className="review-done">
          {skipped === 0 ? (
            t('review.done')
          ) : (
            <button type="button" onClick={() => void tasks.reviewPart('pairs')}>
              {t('review.again', { n: skipped })}
            </button>
          )}
        </p>
      )}
      {pair !== undefined && <Pair pair={pair}>{!past && <Verdicts why={why} setWhy={setWhy} judge={judge} />}</Pair>}
    </>
  )
}

function Pair({ pair, children }: { pair: ReviewAnswer['pairs'][number]; children: ReactNode }) {
  const { state, caption } = useConsole()
  return (
    <article className="pair" aria-label={`${pair.a.name} · ${pair.b.name}`}>
      <p>
        <b>{caption(pair.type)}</b> <span className="faint">{pair.why[state.lang]}</span>
      </p>
      <div className="beside">
        <Side type={pair.type} side={pair.a} />
        <Side type={pair.type} side={pair.b} />
      </div>
      {children}
    </article>
  )
}

function Verdicts(props: {
  why: string
  setWhy: (why: string) => void
  judge: (verdict: 'same' | 'different') => void
}) {
  const { tasks, t } = useConsole()
  const { why, setWhy, judge } = props
  return (
    <div className="buttons verdicts">
      <button type="button" onClick={() => judge('same')}>
        {t('review.same')} <kbd>s</kbd>
      </button>
      <button type="button" onClick={() => judge('different')}>
        {t('review.different')} <kbd>d</kbd>
      </button>
      <button type="button" onClick={() => tasks.skipPair()}>
        {t('review.skip')} <kbd>k</kbd>
      </button>
      <input
        type="text"
        aria-label={t('review.why')}
        placeholder={t('review.why')}
        maxLength={1000}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </div>
  )
}

function Side({ type, side }: { type: string; side: SideAnswer }) {
  const { tasks, t } = useConsole()
  return (
    <div>
      <Chip type={type} name={side.name} onPress={() => void tasks.show(side.id)} />{' '}
      <span className="faint">{t('search.documents', { n: side.documents })}</span>
      <SaidList sentences={side.sentences} />
    </div>
  )
}

function Clashes({ review: { clashes } }: { review: Review }) {
  const { t } = useConsole()
  if (clashes?.is === 'failed') return <ProblemBox problem={clashes.problem} />
  if (clashes?.is !== 'there') return <p className="faint">{t('wait.loading')}</p>
  if (clashes.value.clashes.length === 0) return <p className="review-done">{t('review.noClashes')}</p>
  return clashes.value.clashes.map((clash) => (
    <article key={`${clash.office.id} ${clash.from} ${clash.holders[0].id} ${clash.holders[1].id}`} className="pair">
      <h3>
        {clash.office.name} <span className="faint">{t('review.clash', { from: clash.from, to: clash.to })}</span>
      </h3>
      <Holders rivals={clash} />
    </article>
  ))
}

function Judgements({ review: { judgements } }: { review: Review }) {
  const { t } = useConsole()
  if (judgements?.is === 'failed') return <ProblemBox problem={judgements.problem} />
  if (judgements?.is !== 'there') return <p className="faint">{t('wait.loading')}</p>
  if (judgements.value.length === 0) return <p className="review-done">{t('review.noJudgements')}</p>
  return (
    <ul className="judgements">
      {judgements.value.map((judgement) => (
        <li key={judgement.id}>
          <Judged judgement={judgement} />
        </li>
      ))}
    </ul>
  )
}

const DAY = 10
const VERDICTS: Readonly<Record<Judgement['kind'], Word>> = {
  merge: 'review.one',
  split: 'review.two',
  wrong: 'review.wrong',
}

function Judged({ judgement }: { judgement: Judgement }) {
  const { state, tasks, t, caption } = useConsole()
  const { kind, type, relation, a, b, documents, why, by, at } = judgement
  return (
    <>
      <b className="verdict">{t(VERDICTS[kind])}</b>
      <span>
        <Chip type={type} name={a.name} />
        {relation !== undefined && <span className="relation-type"> {caption(relation)} → </span>}{' '}
        {b !== undefined && <Chip type={relation === undefined ? type : ''} name={b.name} />}
        {documents !== undefined && t('review.parted', { n: documents.length })}
        <br />
        {why}{' '}
        <span className="faint">{t('wrong.by', { by: by ?? t('wrong.someone'), day: (at ?? '').slice(0, DAY) })}</span>
      </span>
      {state.believing.day?.is !== 'open' && (
        <button type="button" onClick={() => void tasks.undoJudgement(judgement)}>
          {t('judge.undo')}
        </button>
      )}
    </>
  )
}

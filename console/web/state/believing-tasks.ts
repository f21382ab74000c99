// What takes time in believing. In: a store and an api. Out: functions a page calls.
import type { PathsAnswer } from '../../../schema/believing.js'
import type { Judgement } from '../../../schema/judgement.js'
import { type Api, problemOf } from '../api.js'
import { askOn } from '../day.js'
import { keyOf } from '../graph/node-words.js'
import { FIRST_PATHS, FIRST_REVIEW, type PathEnd, type PathSearch, type Review, type ReviewPart } from './believing.js'
import type { Asked, Quote } from './state.js'
import type { Store } from './store.js'

/** @param overview draws the whole anew, when the graph that is asked is another one */
export function makeBelievingTasks({ dispatch, get }: Store, api: Api, overview: () => Promise<void>) {
  let searching: AbortController | null = null
  /** What each judgement of this visit was on, by the ids of then: when it is undone the same things are looked for again. */
  const judged = new Map<string, readonly string[]>()
  const notice = (error: unknown): void => dispatch({ type: 'noticed', problem: problemOf(error) })
  const setPaths = (over: Partial<PathSearch>): void =>
    dispatch({ type: 'believe/paths', paths: { ...(get().believing.paths ?? FIRST_PATHS), ...over } })
  const setReview = (over: Partial<Review>): void =>
    dispatch({ type: 'believe/review', review: { ...(get().believing.review ?? FIRST_REVIEW), ...over } })

  /** Asks, and tells each state of it. */
  async function tell<T>(work: () => Promise<T>, told: (asked: Asked<T>) => void): Promise<void> {
    told({ is: 'waiting' })
    try {
      told({ is: 'there', value: await work() })
    } catch (error) {
      told({ is: 'failed', problem: problemOf(error) })
    }
  }

  async function evidence(fact: string): Promise<void> {
    if (get().evidence.get(fact)?.is === 'there') return
    await tell(
      () => api.evidence(fact),
      (asked) => dispatch({ type: 'evidence', fact, asked }),
    )
  }

  /** What cannot all be so of a fact or an entity. A convenience: without it the evidence is still there. */
  async function doubts(of: { fact: string } | { entity: string }): Promise<void> {
    const key = 'fact' in of ? `fact ${of.fact}` : `entity ${of.entity}`
    if (get().believing.doubts.has(key)) return
    const found = await api.doubts(of).catch(() => null)
    if (found !== null) dispatch({ type: 'believe/doubts', of: key, doubts: found })
  }

  /** Opens a document, with a quote in view when one is given, or where reading stopped. */
  async function openDocument(id: string, quote: Quote | null, at?: number): Promise<void> {
    const open = get().document
    if (open?.id === id && open.text.is === 'there') {
      dispatch({ type: 'document', id, text: open.text, quote, at })
      return
    }
    dispatch({ type: 'document', id, text: { is: 'waiting' }, quote, at })
    try {
      const value = await api.document(id)
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'there', value }, quote: get().document?.quote ?? null, at })
    } catch (error) {
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'failed', problem: problemOf(error) }, quote })
    }
  }

  /** Selects a fact by its `id` property; one that is not drawn is drawn first. */
  async function showFact(fact: string): Promise<void> {
    const drawn = () => [...get().drawn.edges.values()].find((edge) => keyOf(edge) === fact)
    try {
      if (drawn() === undefined) dispatch({ type: 'expanded', graph: await api.fact(fact) })
      const edge = drawn()
      if (edge !== undefined) dispatch({ type: 'selected', selection: { kind: 'edge', id: edge.id } })
    } catch (error) {
      notice(error)
    }
  }

  /** What the page needs once: the rules in words, and what was judged wrong. */
  async function prepareEvidence(): Promise<void> {
    const [rules] = await Promise.all([api.rules().catch(() => null), readWrong()])
    if (rules !== null) dispatch({ type: 'believe/rules', rules: rules.rules })
  }

  async function readWrong(): Promise<void> {
    const found = await api.wrongFacts().catch(() => null)
    if (found === null) return
    const wrong = new Map(found.wrong.map(({ fact, judgement }) => [fact, judgement] as const))
    dispatch({ type: 'believe/wrong', wrong })
  }

  /** Judges a fact to be wrong; says whether that was kept. */
  async function report(fact: string, why: string): Promise<boolean> {
    try {
      await api.reportFact(fact, why)
      await readWrong()
      return true
    } catch (error) {
      notice(error)
      return false
    }
  }

  async function undoJudgement(judgement: Judgement): Promise<void> {
    try {
      await api.undoJudgement(judgement.id)
      dispatch({ type: 'believe/judged' })
      const { id, kind, a, b } = judgement
      if (kind !== 'wrong') await follow(judged.get(id) ?? [a.key, ...(b === undefined ? [] : [b.key])])
      await readWrong()
      const { review } = get().believing
      if (review === null) return
      setReview({ last: null, pairs: null })
      await reviewPart(review.part)
    } catch (error) {
      notice(error)
    }
  }

  /** Opens a part of the review page. */
  async function reviewPart(part: ReviewPart, type = get().believing.review?.type ?? null): Promise<void> {
    setReview({ part, type })
    if (part === 'pairs')
      await tell(
        () => api.pairs(type),
        (pairs) => setReview({ pairs, skipped: 0 }),
      )
    else if (part === 'clashes')
      await tell(
        () => api.rivals(),
        (clashes) => setReview({ clashes }),
      )
    else if (part === 'judgements')
      await tell(
        async () => (await api.judgements()).judgements,
        (judgements) => setReview({ judgements }),
      )
  }

  /** Judges the first of the pairs that were not passed over, and goes on to the next. */
  async function judge(verdict: 'same' | 'different', why: string): Promise<void> {
    const { review } = get().believing
    const pairs = review?.pairs?.is === 'there' ? review.pairs.value : undefined
    const pair = pairs?.pairs[review?.skipped ?? 0]
    if (pairs === undefined || pair === undefined) return
    try {
      const { judgement } = await api.judgePair(verdict, pair.a.id, pair.b.id, why)
      dispatch({ type: 'believe/judged' })
      judged.set(judgement.id, [pair.a.id, pair.b.id])
      if (verdict === 'same') await follow([pair.a.id, pair.b.id])
      // What was merged is one thing now: other pairs that name the one that went cannot be judged any longer.
      const gone = verdict === 'same' ? new Set([pair.a.id, pair.b.id]) : new Set<string>()
      const left = pairs.pairs.filter((one) => one !== pair && !gone.has(one.a.id) && !gone.has(one.b.id))
      const total = pairs.total - (pairs.pairs.length - left.length)
      const before = pairs.pairs.slice(0, review?.skipped ?? 0).filter((one) => left.includes(one)).length
      setReview({ pairs: { is: 'there', value: { ...pairs, pairs: left, total } }, skipped: before, last: judgement })
      if (left.length === 0 && total > 0) await reviewPart('pairs')
    } catch (error) {
      notice(error)
    }
  }

  /** Brings what is counted up to the graph, and what is drawn when things of these ids are among it. */
  async function follow(of: readonly string[]): Promise<void> {
    dispatch({ type: 'counted', counts: await api.counts() })
    const { nodes, edges } = get().drawn
    const [things, facts] = [nodes, edges].map((drawn) => [...drawn.values()].flatMap((one) => keyOf(one) ?? []))
    if (things === undefined || facts === undefined || !of.some((id) => things.includes(id))) return
    const graph = await api.pieces([...new Set([...things, ...of])], facts, of)
    dispatch({ type: 'see/redrawn', graph, of })
  }

  function skipPair(): void {
    setReview({ skipped: (get().believing.review?.skipped ?? 0) + 1 })
  }

  async function changesSince(day: string): Promise<void> {
    await tell(
      () => api.changedSince(day),
      (changes) => setReview({ changes }),
    )
  }

  function setPathEnd(side: 'from' | 'to', end: PathEnd | null): void {
    setPaths({ [side]: end, found: null })
  }

  /** Looks for the shortest ways between the two chosen things, and draws them. */
  async function findPaths(): Promise<void> {
    const { from, to, types } = get().believing.paths ?? FIRST_PATHS
    if (from === null || to === null) return
    searching?.abort()
    const mine = new AbortController()
    searching = mine
    await tell(
      () => api.findPaths(from.id, to.id, [...types], mine.signal),
      (found: Asked<PathsAnswer>) => {
        if (searching !== mine) return
        setPaths({ found })
        if (found.is !== 'there') return
        const { graph } = found.value
        dispatch({ type: 'expanded', graph })
        // On the canvas the ways stand out as what is picked does.
        dispatch({ type: 'see/picked', nodes: graph.nodes.map(({ id }) => id), how: 'set' })
      },
    )
  }

  function stopPaths(): void {
    searching?.abort()
  }

  /** Asks the graph as it stood on a day, from now on; null goes back to today. */
  async function goToDay(day: string | null): Promise<void> {
    const before = get().believing.day
    try {
      if (day === null) {
        askOn(null)
        dispatch({ type: 'believe/day', day: null })
        if (before?.is === 'open') await api.closeDay()
      } else {
        askOn(null)
        dispatch({ type: 'believe/day', day: { is: 'opening', day, since: Date.now() } })
        const answer = await api.openDay(day)
        if (get().believing.day?.is !== 'opening') return
        askOn(answer.day)
        dispatch({ type: 'believe/day', day: { is: 'open', answer } })
      }
    } catch (error) {
      askOn(null)
      dispatch({ type: 'believe/day', day: null })
      notice(error)
    }
    await Promise.all([overview(), readWrong(), summarise()])
  }

  /** The first page of the graph that is asked now. */
  async function summarise(): Promise<void> {
    if (get().keeping.summary === null) return
    await tell(
      () => api.summary(),
      (asked) => dispatch({ type: 'keep/summary', asked }),
    )
  }

  return {
    evidence,
    doubts,
    openDocument,
    showFact,
    prepareEvidence,
    report,
    undoJudgement,
    reviewPart,
    judge,
    skipPair,
    changesSince,
    setPathEnd,
    findPaths,
    stopPaths,
    goToDay,
  }
}

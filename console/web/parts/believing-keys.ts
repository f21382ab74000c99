// The keys of the sources, as rows of the one table of keys. In: a press. Out: actions. What a list or the review page does by itself
// stands here without `does`, so that it is printed.
import type { Key } from './keys.js'

export const BELIEVING_KEYS: readonly Key[] = [
  { on: [], shown: '↑  ↓', says: 'keys.step', group: 'believe' },
  {
    on: ['o'],
    shown: 'o',
    says: 'keys.whole',
    group: 'believe',
    does: ({ state, dispatch }) =>
      state.document === null ? false : dispatch({ type: 'believe/whole', whole: !state.believing.whole }),
  },
  {
    on: ['r'],
    shown: 'r',
    says: 'keys.review',
    group: 'believe',
    does: ({ state, dispatch, tasks }) =>
      state.believing.review === null ? tasks.reviewPart('pairs') : dispatch({ type: 'believe/review', review: null }),
  },
  { on: [], shown: 's  d  k  u', says: 'keys.judge', group: 'believe' },
]

// Reads a text beside the main thread. In: a text and what it is held against. Out: doubts with their places.
import { findDoubts, type Known } from './misspelt.js'

/** One text to read; the answer bears the same number. */
export interface CheckTask {
  number: number
  text: string
  known: Known
}

self.onmessage = (message: MessageEvent<CheckTask>) => {
  const { number, text, known } = message.data
  self.postMessage({ number, doubts: findDoubts(text, known) })
}

// Has texts read by the worker. In: a text and what it is held against. Out: its doubts. One worker for one editor.
import type { CheckTask } from './check-worker.js'
import type { Doubt, Known } from './misspelt.js'

export interface CheckThread {
  check(text: string, known: Known): Promise<Doubt[]>
  end(): void
}

/** Starts the worker. */
export function startChecking(): CheckThread {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (doubts: Doubt[]) => void>()
  let last = 0
  worker.onmessage = (message: MessageEvent<{ number: number; doubts: Doubt[] }>) => {
    const { number, doubts } = message.data
    waiting.get(number)?.(doubts)
    waiting.delete(number)
  }
  return {
    check: (text, known) => {
      const number = ++last
      worker.postMessage({ number, text, known } satisfies CheckTask)
      return new Promise((resolve) => waiting.set(number, resolve))
    },
    end: () => worker.terminate(),
  }
}

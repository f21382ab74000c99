// Who may come in. In: what a client shows. Out: yes or no.

import { timingSafeEqual } from 'node:crypto'
import type { Fields } from './message.js'
import type { PackValue } from './packstream.js'

/** Whether a client shows the one user's name and password, by scheme basic. */
export function isRight(
  { scheme, principal, credentials }: Fields,
  right: { user: string; password: string },
): boolean {
  return scheme === 'basic' && same(principal, right.user) && same(credentials, right.password)
}

/** Compares in a time that tells nothing of where two secrets differ. */
function same(given: PackValue | undefined, right: string): boolean {
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

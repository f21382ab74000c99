// A word of the command line in, the number that it says out.
import { InvalidArgumentError } from 'commander'

/** @throws InvalidArgumentError for what is no whole number from 1 on */
export function toCount(value: string): number {
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('A whole number from 1 on.')
  return count
}

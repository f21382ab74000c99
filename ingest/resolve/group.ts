// Whether two teams are one: the same sender, number and year, and tasks that go together; or the same sender and the same own task.
import { type Descriptor, different, type Judgement, said, same, several, unsure } from './descriptor.js'
import { type GroupWords, readGroupName } from './group-words.js'
import { type Body, compareBodies, readBody } from './organization.js'
import { abbreviates, plain } from './plain.js'

interface GroupProfile extends GroupWords {
  senders: Body[]
}

/** Gathers what a descriptor says of its team. */
export function readGroup(d: Descriptor): GroupProfile {
  const words = readGroupName(d.name)
  const number = Number(said(d, 'number')) || words.number
  const year = said(d, 'year') ?? said(d, 'date')?.slice(0, 4) ?? words.year
  return {
    ...words,
    ...(number && { number }),
    ...(year && { year }),
    senders: [...(words.body ? [words.body] : []), ...several(d.issuer).map(readBody)],
  }
}

/** Whether two teams are one. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  const [x, y] = [readGroup(a), readGroup(b)]
  if (x.number && y.number && x.number !== y.number) return different(`numbers ${x.number} and ${y.number}`)
  if (x.year && y.year && x.year !== y.year) return different(`of two years: ${x.year} and ${y.year}`)
  if (x.tag && y.tag && x.tag !== y.tag) return different('of two accidents')
  if (x.region && y.region && x.region !== y.region) return different(`of ${x.region} and of ${y.region}`)
  const sender = sendersAgree(x, y)
  if (sender === 'different') return different('sent by two bodies')
  if (!sortsAgree(x.sort, y.sort)) return different(`two sorts of team: ${x.sort} and ${y.sort}`)
  const task = tasksAgree(x.task, y.task)
  if (task === false)
    return x.tag && x.tag === y.tag && x.region && x.region === y.region
      ? unsure(`one day and region, but the accident is called ${x.task} and ${y.task}`)
      : different(`two tasks: ${x.task} and ${y.task}`)
  if (Boolean(x.number) !== Boolean(y.number)) return unsure('one has a number, the other has none')
  const equal = plain(a.name) === plain(b.name)
  if (x.number) {
    if (!x.year || !y.year) return unsure('one number, but the year is not known of both')
    if (sender === 'same' && task) return same(`number ${x.number} of ${x.year}, sent by one body`)
    return equal
      ? same(`number ${x.number} of ${x.year}, one name`)
      : unsure('one number and year, but the sender or the task may differ')
  }
  if (x.tag && x.tag === y.tag && (sender === 'same' || x.region)) return same('one sender and one accident')
  const own = x.task.length >= 4 && y.task.length >= 4 && x.task === y.task
  if (own && (sender === 'same' || (x.region && x.region === y.region)))
    return same(`one sender and one task: ${x.task}`)
  return unsure(equal ? 'one name, but who sent it or what for is not known' : 'names that go together')
}

function sendersAgree(x: GroupProfile, y: GroupProfile): Judgement['verdict'] {
  if (!x.senders.length || !y.senders.length) return x.region && x.region === y.region ? 'same' : 'unsure'
  let found: Judgement['verdict'] = 'different'
  for (const a of x.senders)
    for (const b of y.senders) {
      const { verdict } = compareBodies(a, b)
      if (verdict === 'same') return 'same'
      // 国务院 and 国务院安委会 send the same teams, as texts put it.
      if (verdict === 'unsure' || a.form.startsWith(b.form) || b.form.startsWith(a.form)) found = 'unsure'
    }
  return found
}

function sortsAgree(a: string, b: string): boolean {
  return !a || !b || a === b || a.includes(b) || b.includes(a)
}

/** Equal, one a short form of the other, or one not told: true; told and apart: false; else undefined. */
function tasksAgree(a: string, b: string): boolean | undefined {
  if (a === b || !a || !b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.includes(short) || abbreviates(short, long)) return true
  return false
}

/** The group of names among which a team is looked for. */
export function block(d: Descriptor): string {
  const { number, tag, task } = readGroup(d)
  return number ? `number ${number}` : (tag ?? task)
}

// The Bolt state machine of one client. In: messages, in order. Out: answers through `Replies`. Knows no sockets and no bytes.

import { randomUUID } from 'node:crypto'
import { isRight } from './auth.js'
import { NEO4J_VERSION } from './catalog.js'
import { BoltFailure, CODE, failureOf } from './failure.js'
import type { Version } from './framing.js'
import {
  checkTarget,
  countField,
  type Fields,
  MESSAGE,
  mapField,
  messageName,
  textField,
  timeoutField,
} from './message.js'
import { type Packer, type PackValue, Structure } from './packstream.js'
import { failureFields, statusFields } from './status.js'
import { type Keeper, type OpenResult, Work } from './work.js'

export type State = 'hello' | 'logon' | 'ready' | 'streaming' | 'transaction' | 'failed' | 'closed'

/** Where a session's answers go. `breathe` resolves when more may be written without filling memory or stalling others. */
export interface Replies {
  message: (write: (packer: Packer) => void) => void
  breathe: () => Promise<void> | null
}

/** The server as a session sees it. */
export interface Host extends Keeper {
  user: string
  password: string
  /** Milliseconds a transaction may take when its client sets no limit; 0 is no limit. */
  timeout: number
}

/** In which states a message may come; any other is an error of the client's, and ends the connection. */
const ALLOWED: Record<number, State[]> = {
  [MESSAGE.hello]: ['hello'],
  [MESSAGE.logon]: ['logon'],
  [MESSAGE.logoff]: ['ready'],
  [MESSAGE.telemetry]: ['ready', 'streaming', 'transaction'],
  [MESSAGE.route]: ['ready'],
  [MESSAGE.begin]: ['ready'],
  [MESSAGE.run]: ['ready', 'transaction'],
  [MESSAGE.pull]: ['streaming', 'transaction'],
  [MESSAGE.discard]: ['streaming', 'transaction'],
  [MESSAGE.commit]: ['transaction'],
  [MESSAGE.rollback]: ['transaction'],
}

export class Session {
  state: State = 'hello'
  #work: Work | null = null
  #resets = 0
  #started = 0

  constructor(
    readonly host: Host,
    readonly version: Version,
    readonly replies: Replies,
  ) {}

  /** To be called as soon as a RESET arrives, ahead of its turn: what runs is given up, what waits is ignored. */
  interrupt(): void {
    this.#resets++
    this.#work?.stop(new BoltFailure(CODE.terminated, 'The transaction was ended by a RESET of its client.', '25N13'))
  }

  /** The client has gone: nothing of it stays behind. */
  close(): void {
    this.state = 'closed'
    this.#work?.stop(new BoltFailure(CODE.terminated, 'The client has gone.', '25N13'))
    this.#work?.rollback()
    this.#work = null
  }

  /** Works on one message; when it resolves the answer has been given and the next may come. */
  async handle(message: PackValue): Promise<void> {
    if (this.state === 'closed') return
    if (!(message instanceof Structure))
      return this.#breakOff(new BoltFailure(CODE.format, 'A message must be a structure.', '08N06'))
    const { tag, fields } = message
    if (tag === MESSAGE.goodbye) return this.close()
    if (tag === MESSAGE.reset) return this.#reset()
    if (this.#resets > 0 || this.state === 'failed') return this.#ignore()
    if (!ALLOWED[tag]?.includes(this.state) || !this.#speaks(tag)) {
      const what = `Message ${messageName(tag)} cannot be handled in state ${this.state.toUpperCase()}.`
      return this.#breakOff(new BoltFailure(CODE.request, what, '08N06'))
    }
    try {
      await this.#answer(tag, fields)
    } catch (error) {
      this.#fail(failureOf(error))
    }
  }

  #speaks(tag: number): boolean {
    const { minor } = this.version
    if (tag === MESSAGE.logon || tag === MESSAGE.logoff) return minor >= 1
    return tag !== MESSAGE.telemetry || minor >= 4
  }

  async #answer(tag: number, fields: PackValue[]): Promise<void> {
    if (tag === MESSAGE.hello) return this.#hello(mapField(fields[0]))
    if (tag === MESSAGE.logon) return this.#logon(mapField(fields[0]))
    if (tag === MESSAGE.logoff) {
      this.state = 'logon'
      return this.#success({})
    }
    if (tag === MESSAGE.telemetry) return this.#success({})
    if (tag === MESSAGE.route) return this.#route(mapField(fields[0]), mapField(fields[2]))
    if (tag === MESSAGE.begin) return this.#begin(mapField(fields[0]))
    if (tag === MESSAGE.run) return this.#run(textField(fields[0]), mapField(fields[1]), mapField(fields[2]))
    if (tag === MESSAGE.pull) return this.#pull(mapField(fields[0]))
    if (tag === MESSAGE.discard) return this.#discard(mapField(fields[0]))
    return this.#finish(tag === MESSAGE.commit)
  }

  #hello(extra: Fields): void {
    if (this.version.minor === 0 && !this.#mayEnter(extra)) return
    this.state = this.version.minor === 0 ? 'ready' : 'logon'
    this.#success({ server: `Neo4j/${NEO4J_VERSION}`, connection_id: `bolt-${randomUUID().slice(0, 8)}`, hints: {} })
  }

  #logon(auth: Fields): void {
    if (!this.#mayEnter(auth)) return
    this.state = 'ready'
    this.#success({})
  }

  #mayEnter(auth: Fields): boolean {
    const right = isRight(auth, this.host)
    if (!right)
      this.#breakOff(
        new BoltFailure(CODE.unauthorized, 'The client is unauthorized due to authentication failure.', '42NFF'),
      )
    return right
  }

  #route(routing: Fields, extra: Fields): void {
    // Java's driver asks the way to "system" to see whether anybody answers at all.
    const db = extra.db === 'system' ? 'system' : 'neo4j'
    checkTarget({ ...extra, db: db === 'system' ? null : (extra.db ?? null) })
    const address = typeof routing.address === 'string' ? routing.address : this.host.address
    const servers = ['WRITE', 'READ', 'ROUTE'].map((role) => ({ role, addresses: [address] }))
    this.#success({ rt: { ttl: 300, db, servers } })
  }

  async #begin(extra: Fields): Promise<void> {
    this.#work = await this.#newWork(extra)
    this.state = 'transaction'
    this.#success({ db: 'neo4j' })
  }

  async #newWork(extra: Fields): Promise<Work> {
    checkTarget(extra)
    const work = await Work.begin(this.host, extra.mode === 'r', timeoutField(extra) ?? this.host.timeout)
    if (!this.#gone()) return work
    // The client went or reset while the transaction was being made: nobody else knows of it yet.
    work.rollback()
    throw new BoltFailure(CODE.terminated, 'The transaction was ended before it began.', '25N13')
  }

  #gone(): boolean {
    return this.state === 'closed' || this.#resets > 0
  }

  async #run(query: string, parameters: Fields, extra: Fields): Promise<void> {
    this.#started = performance.now()
    const alone = this.state === 'ready'
    if (alone) this.#work = await this.#newWork(extra)
    const work = this.#open()
    const id = alone ? await work.runAlone(query, parameters) : await work.run(query, parameters)
    const fields = work.results.get(id)?.columns ?? []
    const first = { fields, t_first: Math.round(performance.now() - this.#started) }
    if (alone) this.state = 'streaming'
    this.#success(alone ? first : { ...first, qid: id })
  }

  async #pull(extra: Fields): Promise<void> {
    const [id, result, count] = this.#asked(extra)
    const end = count < 0 ? result.length : Math.min(result.length, result.next + count)
    while (result.next < end) {
      const at = result.next++
      this.replies.message((packer) => {
        packer.structureHeader(MESSAGE.record, 1)
        result.packRow(packer, at)
      })
      const wait = this.replies.breathe()
      if (wait) await wait
      // A RESET that came meanwhile: its own turn tells the client, here nothing more is sent than "ignored".
      if (this.#gone()) return this.#ignore()
    }
    this.#delivered(id, result)
  }

  #discard(extra: Fields): void {
    const [id, result, count] = this.#asked(extra)
    result.next = count < 0 ? result.length : Math.min(result.length, result.next + count)
    this.#delivered(id, result)
  }

  #asked(extra: Fields): [number, OpenResult, number] {
    const work = this.#open()
    const id = typeof extra.qid === 'number' && extra.qid >= 0 ? extra.qid : Math.max(...work.results.keys())
    const result = work.results.get(id)
    if (!result) throw new BoltFailure(CODE.request, `There is no open result ${extra.qid ?? ''}.`, '08N06')
    return [id, result, countField(extra)]
  }

  #delivered(id: number, result: OpenResult): void {
    if (result.next < result.length) {
      this.#success({ has_more: true })
      return
    }
    const work = this.#open()
    work.results.delete(id)
    const took = { t_last: Math.round(performance.now() - this.#started), db: 'neo4j' }
    const told = { ...result.summary, ...statusFields(this.version, result), ...took }
    if (this.state === 'transaction') {
      this.#success(told)
      return
    }
    work.end()
    this.#work = null
    this.state = 'ready'
    this.#success({ ...told, bookmark: this.#bookmark() })
  }

  #finish(commit: boolean): void {
    const work = this.#open()
    if (commit) work.commit()
    else work.rollback()
    this.#work = null
    this.state = 'ready'
    this.#success(commit ? { bookmark: this.#bookmark(), db: 'neo4j' } : { db: 'neo4j' })
  }

  #bookmark(): string {
    return `wentu:${this.host.engine.epoch}`
  }

  #reset(): void {
    if (this.#resets > 0) this.#resets--
    if (this.state === 'hello' || this.state === 'logon') {
      this.#breakOff(new BoltFailure(CODE.request, 'RESET needs a client that has logged on.', '08N06'))
      return
    }
    this.#work?.rollback()
    this.#work = null
    this.state = 'ready'
    this.#success({})
  }

  #open(): Work {
    if (!this.#work) throw new BoltFailure(CODE.request, 'There is no open transaction.', '08N06')
    return this.#work
  }

  #fail(failure: BoltFailure): void {
    if (this.state === 'closed') return
    // From 'failed' a RESET leads to 'ready': a stranger must not come in that way.
    if (this.state === 'hello' || this.state === 'logon') {
      this.#breakOff(failure)
      return
    }
    this.#work?.rollback()
    this.#work = null
    this.state = 'failed'
    // After a RESET the client waits for its answer only; what it had asked before is "ignored".
    if (this.#resets > 0) this.#ignore()
    else this.#send(MESSAGE.failure, failureFields(this.version, failure))
  }

  #breakOff(failure: BoltFailure): void {
    this.#send(MESSAGE.failure, failureFields(this.version, failure))
    this.close()
  }

  #ignore(): void {
    this.replies.message((packer) => packer.structureHeader(MESSAGE.ignored, 0))
  }

  #success(metadata: Fields): void {
    this.#send(MESSAGE.success, metadata)
  }

  #send(tag: number, metadata: Fields): void {
    this.replies.message((packer) => packer.value(new Structure(tag, [metadata])))
  }
}

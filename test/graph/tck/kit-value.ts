// The values of the kit, as its tables write them. In: the text of a cell, or a value of the driver. Out: one text for both, so
// that they can be compared; or a parameter for the driver.
import neo4j, { type DateTime, type Duration, type LocalDateTime, type LocalTime, type Time } from 'neo4j-driver'
import { canonical } from '../dialect-answer.js'

/** What a cell says, in the form of `actualText`. */
export function expectedText(cell: string, looseLists: boolean): string {
  const reader = new Reader(cell)
  const text = reader.value(looseLists)
  return reader.rest === '' ? text : `unread: ${cell}`
}

/** A value of the driver in one form; moments and durations are texts to the kit. */
export function actualText(value: unknown, looseLists: boolean): string {
  return canonical(value, (item) => {
    const time = timeText(item)
    if (time !== null) return JSON.stringify(time)
    return looseLists && Array.isArray(item)
      ? listText(
          item.map((one) => actualText(one, true)),
          true,
        )
      : null
  })
}

/** A cell as a parameter: no nodes, no paths. */
export function parameterOf(cell: string): unknown {
  return new Reader(cell).parameter()
}

function listText(items: string[], loose: boolean): string {
  return `[${(loose ? items.sort() : items).join(', ')}]`
}

function mapText(entries: [string, string][]): string {
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `${key}: ${text}`)
    .join(', ')}}`
}

class Reader {
  #at = 0
  constructor(readonly text: string) {}

  get rest(): string {
    this.#blank()
    return this.text.slice(this.#at)
  }

  value(loose: boolean): string {
    const sign = this.rest[0] ?? ''
    if (sign === '[' && /^\[\s*:/.test(this.rest)) return this.#relationship()
    if (sign === '[')
      return listText(
        this.#list('[', ']', () => this.value(loose)),
        loose,
      )
    if (sign === '{') return this.#map((reader) => reader.value(loose))
    if (sign === '(') return this.#node()
    if (sign === '<') return this.#path()
    return canonical(this.#scalar())
  }

  parameter(): unknown {
    const sign = this.rest[0] ?? ''
    if (sign === '[') return this.#list('[', ']', () => this.parameter())
    if (sign === '{') return Object.fromEntries(this.#entries((reader) => reader.parameter()))
    return this.#scalar()
  }

  #scalar(): unknown {
    const quoted = this.#take(/'((?:[^'\\]|\\.)*)'/y)
    if (quoted !== null) return quoted.slice(1, -1).replace(/\\(['\\])/g, '$1')
    const word = this.#take(/[^\s,\]})|>]+/y) ?? ''
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (/^-?\d+$/.test(word)) return neo4j.int(word)
    if (word === 'NaN' || /^-?(\d|\.\d|Inf)/.test(word)) return Number(word.replace(/Inf$/, 'Infinity'))
    throw new Error(`no value: ${this.text}`)
  }

  #map(read: (reader: Reader) => string): string {
    return mapText(this.#entries(read))
  }

  #entries<T>(read: (reader: Reader) => T): [string, T][] {
    return this.#list('{', '}', () => {
      const key = this.#take(/`[^`]+`|[^\s:]+/y) ?? ''
      this.#take(/:/y)
      return [key.replaceAll('`', ''), read(this)]
    })
  }

  #list<T>(open: string, close: string, read: () => T): T[] {
    const items: T[] = []
    this.#expect(open)
    while (this.rest !== '' && this.rest[0] !== close) {
      items.push(read())
      if (this.rest[0] === ',') this.#at++
    }
    this.#expect(close)
    return items
  }

  #node(): string {
    this.#expect('(')
    const labels = [...(this.#take(/(?::\s*[^\s:{)]+\s*)+/y) ?? '').matchAll(/:\s*([^\s:]+)/g)].map(
      ([, label]) => `:${label}`,
    )
    const properties = this.rest[0] === '{' ? this.#map((reader) => reader.value(false)) : '{}'
    this.#expect(')')
    return `(${labels.sort().join('')} ${properties})`
  }

  #relationship(): string {
    this.#expect('[')
    const type = this.#take(/:\s*[^\s\]{]+/y) ?? ''
    const properties = this.rest[0] === '{' ? this.#map((reader) => reader.value(false)) : '{}'
    this.#expect(']')
    return `[${type} ${properties}]`
  }

  #path(): string {
    this.#expect('<')
    let text = this.#node()
    while (this.rest !== '' && this.rest[0] !== '>') {
      const back = this.#take(/<-/y) !== null
      if (!back) this.#expect('-')
      const edge = this.#relationship()
      this.#take(back ? /-/y : /->/y)
      text += `${back ? `<-${edge}-` : `-${edge}->`}${this.#node()}`
    }
    this.#expect('>')
    return `<${text}>`
  }

  #blank(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at++
  }

  #take(pattern: RegExp): string | null {
    this.#blank()
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.text)?.[0] ?? null
    this.#at += found?.length ?? 0
    return found
  }

  #expect(sign: string): void {
    if (this.rest[0] !== sign) throw new Error(`"${sign}" wanted in ${this.text} at ${this.#at}`)
    this.#at++
  }
}

/** A moment or a duration as the kit writes it; nothing for any other value. */
function timeText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (neo4j.isDate(value)) return String(value)
  if (neo4j.isLocalTime(value) || neo4j.isTime(value)) return clock(value) + offset(value)
  if (neo4j.isLocalDateTime(value) || neo4j.isDateTime(value)) {
    const { year, month, day } = value as LocalDateTime
    return `${new neo4j.types.Date(year, month, day)}T${clock(value as LocalDateTime)}${offset(value)}`
  }
  return neo4j.isDuration(value) ? durationText(value) : null
}

function clock({ hour, minute, second, nanosecond }: LocalTime | LocalDateTime): string {
  const two = (count: unknown) => String(count).padStart(2, '0')
  const nanos = String(nanosecond)
    .padStart(9, '0')
    .replace(/(000){1,2}$/, '')
  const fraction = Number(nanosecond) === 0 ? '' : `.${nanos}`
  return `${two(hour)}:${two(minute)}${Number(second) === 0 && fraction === '' ? '' : `:${two(second)}${fraction}`}`
}

function offset(value: object): string {
  const { timeZoneOffsetSeconds: seconds, timeZoneId: zone } = value as Partial<Time & DateTime>
  const size = Math.abs(Number(seconds ?? 0))
  const minutes = `${String(Math.floor(size / 3600)).padStart(2, '0')}:${String(Math.floor(size / 60) % 60).padStart(2, '0')}`
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  const written =
    seconds === undefined || seconds === null
      ? ''
      : size === 0
        ? 'Z'
        : `${Number(seconds) < 0 ? '-' : '+'}${minutes}${rest}`
  return `${written}${zone ? `[${zone}]` : ''}`
}

function durationText({ months, days, seconds, nanoseconds }: Duration): string {
  const total = BigInt(String(seconds)) * 1_000_000_000n + BigInt(String(nanoseconds))
  const size = total < 0n ? -total : total
  const sign = total < 0n ? '-' : ''
  const whole = size / 1_000_000_000n
  const part = (count: bigint, unit: string) => (count === 0n ? '' : `${sign}${count}${unit}`)
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '')
  const rest = `${whole % 60n}${fraction && `.${fraction}`}`
  const time = `${part(whole / 3600n, 'H')}${part((whole / 60n) % 60n, 'M')}${rest === '0' ? '' : `${sign}${rest}S`}`
  const date = (count: number, unit: string) => (count === 0 ? '' : `${count}${unit}`)
  const all = Number(months)
  const text = `${date(Math.trunc(all / 12), 'Y')}${date(all % 12, 'M')}${date(Number(days), 'D')}${time && `T${time}`}`
  return `P${text || 'T0S'}`
}

// The flags of `wentu ingest` and the file wentu.json in, settings of a run out. A flag wins over the file.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '../../schema/fault.js'

/** What can be set, on the command line and, under the same name, in wentu.json. */
export interface IngestSettings {
  map?: string
  source?: string
  date?: string
  ocr?: string
  jobs?: number
  limit?: number
  since?: string
  include?: string[]
  exclude?: string[]
  failFast?: boolean
  report?: string
}

/** Name of a setting -> whether a value is one. */
const SETTINGS: Record<keyof IngestSettings, (value: unknown) => boolean> = {
  map: isWord,
  source: isWord,
  date: isDay,
  ocr: isWord,
  jobs: isCount,
  limit: isCount,
  since: isDay,
  include: isWords,
  exclude: isWords,
  failFast: (value) => typeof value === 'boolean',
  report: isWord,
}

export const CONFIG = 'wentu.json'

/** Settings of the file in this folder, if there is one, and over them those of the command line. */
export function readSettings(flags: IngestSettings, config: string | undefined): IngestSettings {
  const path = config ?? CONFIG
  if (config === undefined && !existsSync(path)) return check(flags, 'the command line')
  return { ...check(readConfig(path), path), ...check(flags, 'the command line') }
}

function readConfig(path: string): IngestSettings {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Fault('usage', `${resolve(path)}: no settings that can be read (${(cause as Error).message}).`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('usage', `${resolve(path)}: settings are one JSON object, like {"exclude": ["drafts/**"]}.`)
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(SETTINGS, name))
  if (unknown)
    throw new Fault(
      'usage',
      `${resolve(path)}: no setting "${unknown}". There are ${Object.keys(SETTINGS).join(', ')}.`,
    )
  return value as IngestSettings
}

function check(settings: IngestSettings, where: string): IngestSettings {
  const said: IngestSettings = {}
  for (const [name, isOne] of Object.entries(SETTINGS) as [keyof IngestSettings, (value: unknown) => boolean][]) {
    const value = settings[name]
    if (value === undefined) continue
    if (!isOne(value)) throw new Fault('usage', `${where}: ${name} cannot be ${JSON.stringify(value)}.`)
    Object.assign(said, { [name]: value })
  }
  return said
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every(isWord)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)
}

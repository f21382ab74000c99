// The reasons and the rules that the console shows, in Chinese: those of the rules as they are, each at most once.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { reasonInChinese } from '../../console/terminal/reason-words.js'
import { RULES_IN_CHINESE } from '../../console/terminal/rule-words.js'
import { ruleBook } from '../../ingest/rule-book.js'
import { RELATION_TYPES } from '../../schema/model.js'

const HAN = /^[^a-z]*\p{Script=Han}[^a-z]*$/u
const folder = fileURLToPath(new URL('../../ingest/resolve/', import.meta.url))
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n')
const unsure = [...source.matchAll(/unsure\(\s*'([^']+)'/g)].map((match) => match[1] as string)

describe('in Chinese', () => {
  test('there are reasons to look at', () => expect(unsure.length).toBeGreaterThan(25))

  test.each(unsure)('the reason: %s', (why) => expect(reasonInChinese(why)).toMatch(HAN))

  test.each([
    ['山西省安委会 and 山西省应急管理厅 may be one body under two names', '山西省应急管理厅'],
    ['several places are called 城关镇', '城关镇'],
    ['应急局 may be a short form of 应急管理局', '“应急局”可能是“应急管理局”的简称'],
  ])('a reason keeps what it names: %s', (why, named) => expect(reasonInChinese(why)).toContain(named))

  test('a reason that nobody put into Chinese is shown as it is', () =>
    expect(reasonInChinese('for reasons of its own')).toBe('for reasons of its own'))

  test('nearly every rule that makes a fact has its words, and no words are of a rule that is gone', () => {
    const ids = new Set(ruleBook().map(({ id }) => id))
    expect(Object.keys(RULES_IN_CHINESE).filter((id) => !ids.has(id))).toEqual([])
    const facts = ruleBook().filter(({ gives }) => (RELATION_TYPES as readonly string[]).includes(gives))
    const told = facts.filter(({ id }) => RULES_IN_CHINESE[id] !== undefined)
    expect(told.length / facts.length).toBeGreaterThan(0.85)
  })
})

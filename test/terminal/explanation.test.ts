import { describe, expect, it } from 'vitest'
import { explainHtml, explainText } from '../../console/terminal/explanation.js'
import { extract } from '../../ingest/extract.js'
import { ruleBook } from '../../ingest/rule-book.js'
import type { Document } from '../../schema/fact.js'

const document: Document = {
  id: 'notice',
  title: '<img src=x onerror=alert(1)>',
  date: '2024-05-06',
  sha256: '0'.repeat(64),
  text: '5月6日，青海省省长韩立新主持召开全省防汛工作会议。<script>alert(1)</script>',
}
const contribution = extract(document)
const says = new Map(ruleBook().map((page) => [page.id, page.says]))

describe('explanation', () => {
  it('marks the mentions and names the rule, its words and what it captured', () => {
    const text = explainText(document, contribution, says)
    expect(text).toContain('【韩立新】人物')
    expect(text).toContain('韩立新 HOLDS_POST 青海省省长')
    expect(text).toMatch(/post\/before-name 0\.\d\d {2}The office stands before the name/)
    expect(text).toContain('captured: 韩立新 · 青海省省长')
  })
  it('keeps hostile text as text in the page, and needs nothing from elsewhere', () => {
    const html = explainHtml([{ document, contribution }], says)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/https?:/)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('<mark class="Person"')
  })
  it('knows what every rule says that a fact rests on', () => {
    const rules = contribution.relations.flatMap((r) => r.evidence.map((e) => e.rule))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((rule) => !says.has(rule))).toEqual([])
  })
})

// What the browser is made to load: small, from here alone, and without code made from text.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'

const BUILT = fileURLToPath(new URL('../../.build/console/web/', import.meta.url))

describe('the built page', () => {
  beforeEach((context) => {
    if (!existsSync(`${BUILT}index.html`)) context.skip('the page is not built: npm run build')
  })
  const assets = (): { name: string; text: string }[] =>
    readdirSync(`${BUILT}assets`).map((name) => ({ name, text: readFileSync(`${BUILT}assets/${name}`, 'utf8') }))

  test('weighs at most 350 KB gzip, all of it', () => {
    const bytes = assets().reduce((sum, { text }) => sum + gzipSync(text).length, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(350 * 1024)
  })

  test('makes no code from text', () => {
    for (const { name, text } of assets())
      expect(text, name).not.toMatch(/\beval\(|new Function\(|[^.\w]Function\(["'`]/)
  })

  test('loads nothing from elsewhere', () => {
    const index = readFileSync(`${BUILT}index.html`, 'utf8')
    for (const [, address = ''] of index.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^\/(assets\/|icon)/)
    expect(index).not.toMatch(/<script(?![^>]*src=)[^>]*>|<style|\son\w+=/)
    for (const { name, text } of assets())
      expect(text, name).not.toMatch(/(?:import|fetch|importScripts)\(["'`]https?:|@import\s|url\(["']?https?:/)
  })
})

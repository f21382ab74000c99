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

  /** A file and all that it cannot begin without. */
  const withImports = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found
    found.add(name)
    const { text = '' } = assets().find((asset) => asset.name === name) ?? {}
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      withImports(imported, found)
    return found
  }

  test('weighs at most 350 KB gzip until the first question can be written, and at most 450 KB with all its menus', () => {
    const index = readFileSync(`${BUILT}index.html`, 'utf8')
    const named = [...index.matchAll(/\/assets\/([^"]+)"/g)].map((match) => match[1] ?? '')
    // Loaded at once, though not by the page itself: the editor, and the figures of the whole graph beside it.
    const parts = assets().filter(({ name }) => /^(editor|summary-panel)-/.test(name))
    expect(parts).toHaveLength(2)
    const first = new Set([...named, ...parts.map(({ name }) => name)].flatMap((name) => [...withImports(name)]))
    const weight = (names: (name: string) => boolean): number =>
      assets().reduce((sum, { name, text }) => sum + (names(name) ? gzipSync(text).length : 0), 0)
    expect(weight((name) => first.has(name))).toBeGreaterThan(200_000)
    expect(weight((name) => first.has(name))).toBeLessThanOrEqual(350 * 1024)
    expect(weight(() => true)).toBeLessThanOrEqual(450 * 1024)
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

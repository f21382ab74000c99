// What the browser remembers between visits: language and theme, nothing of the graph. In: the browser. Out: a choice.
import type { Lang } from '../words.js'
import type { Theme } from './state.js'

const LANG = 'wentu.lang'
const THEME = 'wentu.theme'

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** The choice of last time; on a first visit Chinese, and the theme of the system. */
export function savedChoices(): { lang: Lang; theme: Theme } {
  const theme = remembered(THEME)
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  return {
    lang: remembered(LANG) === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light',
  }
}

export function saveChoices(choices: { lang: Lang; theme: Theme }): void {
  try {
    localStorage.setItem(LANG, choices.lang)
    localStorage.setItem(THEME, choices.theme)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

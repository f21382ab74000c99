// What is said where things are kept. Data: each word in both languages.

export const KEEPING_WORDS = {
  'export.title': { zh: '导出', en: 'Export' },
  'export.copy': { zh: '复制', en: 'Copy' },
} as const

// Builds the page of the console into .build/console/web, from where the server hands it out.
import { fileURLToPath, URL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../.build/console/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the page allows neither data: scripts nor inline ones, so nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{lib,components}/**/*.test.ts'],
    globalSetup: 'lib/testing/database/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

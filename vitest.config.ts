import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const ON_THE_DATABASE = [
  'lib/{api,auth,backup,cli,commands,db,jobs,server}/**/*.test.ts',
  'lib/live/event-stream.test.ts',
  'lib/testing/demo.test.ts',
  'components/workspace/desk/apply-changes.test.ts',
]

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // Against what hangs; how quick something is, tests say themselves, in CPU time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A module is loaded once in a worker, not once for each file, and a database is connected to once.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'database',
          include: ON_THE_DATABASE,
          globalSetup: 'lib/testing/database/global-setup.ts',
          setupFiles: 'lib/testing/database/worker-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{lib,components}/**/*.test.ts'],
          exclude: ON_THE_DATABASE,
        },
      },
    ],
  },
})

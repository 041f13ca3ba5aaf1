import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/support/chromium'

if (!process.env.DATABASE_URL) {
  throw new Error('The stories need a built app and a database: run npm run e2e, or npm test')
}

const port = process.env.E2E_PORT ?? '3111'
const url = `http://localhost:${port}`

// Found once; the workers, which read this file again, are told.
process.env.CHROMIUM_PATH ??= await findChromium()
process.env.NEXTAUTH_URL = url
process.env.NEXTAUTH_SECRET ??= 'only for the stories, whose database is thrown away'
// Where the one story about mail has its mail server; nobody listens there otherwise.
process.env.STORY_MAIL_PORT ??= String(Number(port) + 20_000)

export default defineConfig({
  testDir: 'e2e',
  // For machines that do something else besides.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // For two cores: while two compute, one waits for a clock, a job or an answer.
  workers: 3,
  // A busy build machine may lose a race once; Playwright's report names every story that needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [
    {
      command: 'node --import tsx lib/jobs/main.ts',
      wait: { stdout: /Jobs are being done/ },
      env: {
        ...{ NODE_ENV: 'production', MIGRATION_DATABASE_URL: '' },
        STET_SMTP_URL: `smtp://127.0.0.1:${process.env.STORY_MAIL_PORT}`,
        STET_MAIL_FROM: 'Stet <desk@example.org>',
      },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 4_000 },
      stderr: 'pipe',
    },
    {
      command: `node node_modules/next/dist/bin/next start -p ${port}`,
      url,
      env: {
        NODE_ENV: 'production',
        NEXT_MANUAL_SIG_HANDLE: 'true',
        NEXT_TELEMETRY_DISABLED: '1',
        MIGRATION_DATABASE_URL: '',
      },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
      stderr: 'pipe',
    },
  ],
})

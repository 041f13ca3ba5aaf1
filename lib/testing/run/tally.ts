import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** How many passed and failed. */
export interface Tally {
  passed: number
  failed: number
}

const Vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
})

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** Counts a vitest run from the file of its json reporter. */
export async function tallyVitest(file: string): Promise<Tally> {
  const run = Vitest.parse(await readJson(file))
  return honest({ passed: run.numPassedTests, failed: run.numFailedTests }, run.success)
}

/** Counts a Playwright run from the file of its json reporter. A story that passed only when it was tried again counts once, as passed. */
export async function tallyPlaywright(file: string): Promise<Tally> {
  const { stats, errors } = Playwright.parse(await readJson(file))
  const tally = { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  return honest(tally, errors.length === 0)
}

/** A run that ran nothing, or that failed outside of its tests, has failed even if no test says so. */
export function honest({ passed, failed }: Tally, ok: boolean): Tally {
  return failed === 0 && (passed === 0 || !ok) ? { passed, failed: 1 } : { passed, failed }
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'))
}

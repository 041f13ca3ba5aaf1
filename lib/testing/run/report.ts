import type { Ran } from '@/lib/server/os/child-process'
import { explain } from '@/lib/server/os/explain-failure'
import { whileRunning } from '@/lib/server/os/on-exit'
import type { Tally } from './tally'

/** What one run of the tests found, step by step. */
export class Report {
  private readonly total: Tally = { passed: 0, failed: 0 }

  /** A step that passes or fails as a whole. What it said is shown if it failed. */
  async check(name: string, work: () => Promise<Ran>) {
    const { ok, output } = await this.attempt(name, work)
    this.add(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output)
    return ok
  }

  /** A step that counts its own tests. */
  async tests(name: string, work: () => Promise<Ran>, count: () => Promise<Tally>) {
    const { ok, output } = await this.attempt(name, work)
    const tally = await count().catch(() => ({ passed: 0, failed: 1 }))
    this.add(name, ok ? tally : { ...tally, failed: Math.max(1, tally.failed) }, output)
  }

  /** The last line, and whether all is well. */
  finish() {
    console.log(`${this.total.passed} passed, ${this.total.failed} failed`)
    return this.total.failed === 0 && this.total.passed > 0
  }

  private async attempt(name: string, work: () => Promise<Ran>): Promise<Ran> {
    if (process.stdout.isTTY) process.stdout.write(`${name} …\r`)
    const ran = await work().catch((error) => ({
      ok: false,
      output: explain(error) ?? String(error.stack),
    }))
    return whileRunning(ran)
  }

  private add(name: string, { passed, failed }: Tally, output: string) {
    if (failed > 0) console.log(output)
    const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : ''
    console.log(`${name.padEnd(11)}${failed > 0 ? 'failed' : 'passed'}${counts}`)
    this.total.passed += passed
    this.total.failed += failed
  }
}

import { disconnect } from '@/lib/db/client'
import { startWork, type Working } from './work'

/** How long running jobs may take to end once the process is told to, in milliseconds. */
const GRACE = 3_000

let working: Working | undefined
let ending = false

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(0))
// Whoever started us is gone, however it ended.
process.once('disconnect', () => void end(0))

working = await startWork(process.env.DATABASE_URL ?? '')
console.log('Jobs are being done')
working.broken.catch((error) => {
  if (ending) return
  console.error(`Jobs have stopped: ${error.message}`)
  void end(1)
})

async function end(code: number) {
  ending = true
  setTimeout(() => process.exit(code), GRACE).unref()
  await working?.stop().catch(() => undefined)
  await disconnect().catch(() => undefined)
  process.exit(code)
}

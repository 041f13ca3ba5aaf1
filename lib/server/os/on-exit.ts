import { explain } from './explain-failure'
import { commandOf, parentOf, startOf } from './processes'

type Ending = () => Promise<void>

const endings: Ending[] = []
let stopping = false

/** Has something done before this process ends: the newest first, whatever the reason. */
export function onStop(ending: Ending) {
  endings.push(ending)
}

/** Ends in order, with this exit code, when the terminal, the system or the process that started us says so. */
export function stopOnSignals(code = 0) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => void stop(code, 'Stopping …'))
  }
  stopWithStarters(code)
  // A closed terminal must not be what ends us half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** npm runs this process, as the tsx command may, and hands signals on to it; once they are killed, nobody would. */
function stopWithStarters(code: number) {
  const starters: number[] = []
  for (let pid = process.ppid; /\btsx\b|^npm\b/.test(commandOf(pid)); pid = parentOf(pid)) {
    starters.push(pid)
  }
  const check = () => starters.every((pid) => startOf(pid) !== null) || stop(code)
  if (starters.length > 0) setInterval(check, 500).unref()
}

/** Stops everything and ends this process. Asked again meanwhile, it changes nothing: Ctrl-C often comes twice. */
export async function stop(code: number, message?: string) {
  if (stopping) return
  stopping = true
  if (message) console.log(message)
  for (const ending of endings.reverse()) {
    await ending().catch((error) => console.error(explain(error) ?? error))
  }
  process.exit(code)
}

/** Lets nobody go on who finds that what they were waiting for was ended on purpose. */
export async function whileRunning<T>(value: T): Promise<T> {
  return stopping ? new Promise(() => undefined) : value
}

/** Says in one line what went wrong, or in full if it is a mistake of Stet's own, stops everything and ends with 1. */
export async function fail(error: unknown) {
  if (stopping) return
  console.error(explain(error) ?? error)
  await stop(1)
}

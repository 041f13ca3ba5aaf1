import { writeFileSync } from 'node:fs'

/** Writes down its number, and waits for ever. */
export async function parse(file: string) {
  writeFileSync(file, String(process.pid))
  await new Promise(() => setInterval(() => {}, 60_000))
}

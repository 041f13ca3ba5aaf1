/** The process in which one foreign file is read: started by `limited-child.ts`, with the parser's module, the file and its arguments. */

import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@/lib/domain/refusal'
import { hearPlaces } from '@/lib/importing/place/reading-place'
import { asPlace } from './failures'
import type { Made } from './parser-kinds'

/** The file descriptor of the pipe to whoever asked. */
const ANSWERS = 3
/** Where it says where it is, too, so that it is known when it is killed. */
const ERRORS = 2

const [, , parser = '', file = '', args = '{}'] = process.argv

// Whoever wanted the answer is gone.
process.stdin.on('end', () => process.exit(1)).resume()

hearPlaces((place) => {
  try {
    writeSync(ERRORS, asPlace(place))
  } catch {
    // Nobody listens at the moment; a later place is told.
  }
})

try {
  const { parse } = await import(pathToFileURL(parser).href)
  const { value, bytes }: Made<unknown> = await parse(file, JSON.parse(args))
  say(Buffer.from(`${JSON.stringify({ value })}\n`))
  if (bytes) say(bytes)
} catch (error) {
  if (!(error instanceof Refusal)) console.error(error)
  const refused = error instanceof Refusal ? error.message : null
  say(Buffer.from(`${JSON.stringify({ refused })}\n`))
}
process.exit(0)

function say(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(ANSWERS, bytes, at)
}

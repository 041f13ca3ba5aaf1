import { createWriteStream, existsSync } from 'node:fs'
import { link, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../domain/refusal'
import { isErrno } from '../../server/os/processes'

/** Stands for standard output, and for standard input. */
export const DASH = '-'

/** Refuses a place where something is already, or that is in no folder, before anything is made for it. */
export function refusePlace(to: string): void {
  if (to === DASH) return
  if (existsSync(to)) throw taken(to)
  if (!existsSync(path.dirname(path.resolve(to)))) throw nowhere(to)
}

/**
 * Writes to a file, readable for its owner alone, or to standard output. The file is there whole or not at all, and
 * nothing is overwritten.
 */
export async function writeOut(to: string, content: Readable | string | Uint8Array): Promise<void> {
  const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)])
  if (to === DASH) return writeStandardOutput(stream)
  const draft = `${to}.${process.pid}.part`
  try {
    await pipeline(stream, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }))
    await link(draft, to)
  } catch (error) {
    if (isErrno(error, 'EEXIST')) throw taken(to)
    throw isErrno(error, 'ENOENT', 'ENOTDIR') ? nowhere(to) : error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeStandardOutput(stream: Readable): Promise<void> {
  try {
    await pipeline(stream, process.stdout, { end: false })
  } catch (error) {
    // Whoever reads has had enough, as `head` does.
    if (!isErrno(error, 'EPIPE')) throw error
  }
}

const taken = (to: string) => new Refusal('conflict', `There is something at ${to} already.`)
const nowhere = (to: string) => new Refusal('not-found', `There is no folder to write ${to} into.`)

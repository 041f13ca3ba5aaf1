import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the tests of one file, as STET_DATA, that is gone after them. */
export function aDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-data-'))
  const before = process.env.STET_DATA
  process.env.STET_DATA = folder
  afterAll(() => {
    if (before === undefined) delete process.env.STET_DATA
    else process.env.STET_DATA = before
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@/lib/domain/refusal'
import type { FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { readVerified } from '../files/read-verified'
import { parsedOrRefuse, parseForeign } from '../parsing/parse-foreign'
import type { ParserArgs, ParserValue } from '../parsing/parser-kinds'

/** In bytes: the largest document that is read as an article. Its pictures count. */
const LARGEST_DOCUMENT = 100 * 1024 * 1024

/** In UTF-16 units: the most that choices for an account's lines may have. */
const MOST_CHOICES = 60_000

/**
 * Reads a kept document as an article, in a process apart. Refuses what is no such document or cannot be read in ten
 * seconds, in words that say where reading stopped.
 */
export async function readDocument(
  store: FileStore,
  file: KeptFile,
  wishes: ParserArgs<'document'>,
  limits = DOCUMENT_LIMITS,
): Promise<ParserValue<'document'>> {
  if (file.bytes > LARGEST_DOCUMENT) {
    throw new Refusal(
      'invalid',
      'This document is larger than 100 MB. Save it without its pictures.',
    )
  }
  if (JSON.stringify(wishes).length > MOST_CHOICES) {
    throw new Refusal('invalid', 'These are too many choices, one by one. Choose for whole kinds.')
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-document-'))
  try {
    const copy = path.join(folder, 'document')
    await pipeline(await readVerified(store, file), createWriteStream(copy))
    return parsedOrRefuse(await parseForeign('document', copy, wishes, limits)).value
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A process that has read nothing yet holds some 150 MiB. */
export const DOCUMENT_LIMITS = { timeoutMs: 10_000, memoryMb: 400 }

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@/lib/domain/refusal'
import { encodingNamed } from '@/lib/importing/encoding/encodings'
import type { FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { readVerified } from '../files/read-verified'
import { parsedOrRefuse, parseForeign } from '../parsing/parse-foreign'
import type { ParserArgs, ParserValue } from '../parsing/parser-kinds'

/** In bytes: the largest document that is read as an article. Its pictures count. */
const LARGEST_DOCUMENT = 100 * 1024 * 1024

/** In bytes: the largest page that is read as an article; its pictures are not in it. */
export const LARGEST_PAGE = 20_000_000

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
  refuseLargeDocument(file.bytes)
  refuseManyChoices(wishes)
  return copied(store, file, (copy) => readDocumentFile(copy, wishes, limits))
}

/** Refuses a document that is larger than any that is read as an article. */
export function refuseLargeDocument(bytes: number): void {
  if (bytes <= LARGEST_DOCUMENT) return
  throw new Refusal('invalid', 'This document is larger than 100 MB. Save it without its pictures.')
}

/** Reads a document on our own disk. */
export async function readDocumentFile(
  file: string,
  wishes: ParserArgs<'document'>,
  limits = DOCUMENT_LIMITS,
): Promise<ParserValue<'document'>> {
  return parsedOrRefuse(await parseForeign('document', file, wishes, limits)).value
}

/** Reads a kept page as an article, in a process apart. Refuses one in which there is none. */
export async function readKeptPage(
  store: FileStore,
  file: KeptFile,
  wishes: ParserArgs<'page'>,
): Promise<ParserValue<'page'>> {
  if (file.bytes > LARGEST_PAGE) throw new Refusal('invalid', 'This page is larger than 20 MB.')
  refuseManyChoices(wishes)
  return copied(store, file, (copy) => readPageFile(copy, wishes))
}

/** Reads either as it was read when its text was brought in: the choices for a page name the address it came from as `from`. */
export function readAgain(
  store: FileStore,
  file: KeptFile,
  { name, choices, language }: ParserArgs<'document'>,
): Promise<Pick<ParserValue<'document'>, 'blocks' | 'notes'>> {
  const { from, ...others } = choices
  if (from === undefined) return readDocument(store, file, { name, choices, language })
  const encoding = encodingNamed(others.encoding ?? '') ?? undefined
  return readKeptPage(store, file, { choices: others, encoding, language, from })
}

/** Reads the article in a page on our own disk. */
export async function readPageFile(
  file: string,
  wishes: ParserArgs<'page'>,
): Promise<ParserValue<'page'>> {
  const limits = { ...DOCUMENT_LIMITS, timeoutMs: 20_000 }
  return parsedOrRefuse(await parseForeign('page', file, wishes, limits)).value
}

/** A process that has read nothing yet holds some 150 MiB. */
export const DOCUMENT_LIMITS = { timeoutMs: 10_000, memoryMb: 400 }

function refuseManyChoices(wishes: unknown): void {
  if (JSON.stringify(wishes).length <= MOST_CHOICES) return
  throw new Refusal('invalid', 'These are too many choices, one by one. Choose for whole kinds.')
}

async function copied<Value>(
  store: FileStore,
  file: KeptFile,
  read: (copy: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-document-'))
  try {
    const copy = path.join(folder, 'document')
    await pipeline(await readVerified(store, file), createWriteStream(copy))
    return await read(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

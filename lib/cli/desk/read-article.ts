import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { countNotes } from '../../domain/articles/document-note'
import { Refusal } from '../../domain/refusal'
import {
  readDocumentFile,
  readPageFile,
  refuseLargeDocument,
} from '../../evidence/keeping/read-document'
import { importArticle, type Reading } from '../../importing/import-article'
import { isDocument, isWebPage, LARGEST_FILE, readArticleFile } from '../../importing/read-file'
import { isErrno } from '../../server/os/processes'

/** A file with an article in it: where it is, and what it is called. */
export interface ArticleFile {
  path: string
  name: string
}

/** An article as it was read, and from what kind of file. */
export type ReadArticle = Reading & { from: 'text' | 'document' | 'page'; bytes: number }

/** Reads a file as the page does that brings articles in. Refuses in the reader's words what cannot be read. */
export async function readArticle(file: ArticleFile, language = 'en'): Promise<ReadArticle> {
  const bytes = await lengthOf(file.path)
  const wishes = { choices: {}, language }
  if (isDocument(file)) {
    refuseLargeDocument(bytes)
    const { notes, ...read } = await readDocumentFile(file.path, { ...wishes, name: file.name })
    return { ...read, encoding: null, beside: countNotes(notes), from: 'document', bytes }
  }
  // One byte more than is opened is enough to be refused by.
  const content = await buffer(createReadStream(file.path, { end: LARGEST_FILE }))
  const opened = new File([new Uint8Array(content)], file.name)
  if (await isWebPage(opened)) {
    const { notes, ...read } = await readPageFile(file.path, { ...wishes, from: '' })
    return { ...read, beside: countNotes(notes), from: 'page', bytes }
  }
  const { notes, ...read } = importArticle(await readArticleFile(opened), { language })
  return { ...read, beside: countNotes(notes), from: 'text', bytes }
}

async function lengthOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new Refusal('invalid', 'This is a folder. Name its files.')
    return found.size
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'ENOTDIR')) throw error
    throw new Refusal('not-found', 'There is nothing of that name.')
  }
}

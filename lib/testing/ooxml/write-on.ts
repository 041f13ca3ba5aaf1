import { expect } from 'vitest'
import { type DocxWishes, importDocx, mainPart } from '@/lib/importing/word/import-docx'
import { PackageParts } from '@/lib/importing/word/markup/package-parts'
import { readXml } from '@/lib/importing/word/markup/xml'
import type { DocumentChange, DocumentComment } from '@/lib/reports/document/results/annotations'
import { writeDocx } from '@/lib/reports/document/write-docx'
import { misplaced } from './misplaced'
import { partsOf } from './parts-of'

/** When all of it was said. */
export const AT = '2026-11-30T09:00:00Z'
export const MAIN = 'word/document.xml'

/** Words with what is said on them; and words with what is to stand in their place. */
export interface Said {
  comments?: [on: string, says: string, more?: Partial<DocumentComment>][]
  changes?: [words: string, after: string, more?: Partial<DocumentChange>][]
}

/** A document with comments and changes put in, in which all stands where the standard has a place for it. */
export async function written(
  original: Buffer,
  { comments = [], changes = [] }: Said,
  wishes: DocxWishes = {},
) {
  const { text } = await importDocx(original, wishes)
  const spanOf = (words: string) => {
    const start = text.indexOf(words)
    expect(start, `“${words}” in “${text}”`).toBeGreaterThanOrEqual(0)
    return { start, end: start + words.length }
  }
  const file = await writeDocx(original, {
    ...wishes,
    text,
    annotations: {
      comments: comments.map(([on, says, more]) => ({
        ...{ span: spanOf(on), author: 'Ines Kaya', initials: 'IK', at: AT },
        ...{ paragraphs: [says], replies: [], resolved: false, ...more },
      })),
      changes: changes.map(([words, after, more]) => ({
        ...{ span: spanOf(words), after, author: 'Tom', at: AT, kind: 'open', ...more },
      })),
    },
  })
  const parts = await PackageParts.open(file)
  const main = await mainPart(parts)
  expect(misplaced(readXml(main, await parts.text(main)))).toEqual([])
  return file
}

/** The comments of a document with the words that each stands on. */
export const notesIn = async (file: Buffer, wishes?: DocxWishes) => {
  const { notes, text } = await importDocx(file, wishes)
  return notes
    .filter(({ kind }) => kind === 'comment')
    .map(({ span, ...note }) => ({ ...note, on: span && text.slice(span.start, span.end) }))
}

/** The markup of a document's text. */
export const bodyOf = async (file: Buffer) =>
  /<w:body>(.*)<\/w:body>/s.exec((await partsOf(file)).get(MAIN)?.toString() ?? '')?.[1]

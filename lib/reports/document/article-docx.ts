import { Refusal } from '@/lib/domain/refusal'
import type { DocumentWishes } from '@/lib/domain/report/document-wishes'
import type { Report } from '@/lib/domain/report/schema'
import type { DocxWishes } from '@/lib/importing/word/import-docx'
import { cleanDocx, cleanPassages } from './clean-docx'
import { reportAnnotations } from './results/report-annotations'
import { annotatedDocx, writeDocx } from './write-docx'

/** The document that a revision's text was read from. */
export interface OriginalDocument {
  bytes: Buffer
  /** What was chosen when it was read, without which its words are others. */
  choices: NonNullable<DocxWishes['choices']>
}

/**
 * An article as a Word document with what is on file put on its words: the very document that its text was read from, or
 * a new one where it was read from none, or was changed since it was read.
 */
export async function articleDocx(
  report: Report,
  wishes: DocumentWishes,
  original: OriginalDocument | null,
): Promise<Buffer> {
  const annotations = reportAnnotations(report, wishes)
  if (!original) return newDocx(report, annotations)
  const { bytes, choices } = original
  const { text, article } = report
  try {
    return await writeDocx(bytes, { annotations, text, choices, language: article.language })
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'conflict') return newDocx(report, annotations)
    throw error
  }
}

async function newDocx(
  report: Report,
  annotations: ReturnType<typeof reportAnnotations>,
): Promise<Buffer> {
  return annotatedDocx(await cleanDocx(report), async (main) => cleanPassages(main), annotations)
}

import { z } from 'zod'
import { keysOf } from '../vocabulary'

/** Whom an article goes to with its check on it. */
export const DOCUMENT_READERS = {
  desk: 'The desk',
  writer: 'The writer',
  outside: 'Somebody outside',
} as const

export type DocumentReader = keyof typeof DOCUMENT_READERS

/** What each of them finds in it. */
export const READERS_FIND: Record<DocumentReader, string> = {
  desk: 'All that you see of the check yourself.',
  writer: 'The check, and of the queries those to the writer.',
  outside:
    'Verdicts, reasons and sources in the newsroom’s name, without what people at the desk say to each other. Of claims that rest on confidential or vulnerable people only where they stand.',
}

const chosen = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** What is put on the words of an article that is handed over as a document, as a form asks for it. */
export const documentWishesSchema = z.object({
  claims: chosen,
  queries: chosen,
  suggestions: chosen,
  reader: z.enum(keysOf(DOCUMENT_READERS)).default('writer'),
})

export type DocumentWishes = z.infer<typeof documentWishesSchema>

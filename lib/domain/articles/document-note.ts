import { z } from 'zod'

/** What a document can say beside its text, on words of it. */
export const DOCUMENT_NOTE_KINDS = {
  footnote: 'Footnote',
  endnote: 'Endnote',
  comment: 'Comment',
  link: 'Link',
} as const

export type DocumentNoteKind = keyof typeof DOCUMENT_NOTE_KINDS

const said = { author: z.string(), at: z.string(), text: z.string() }

/** Something that a document says beside its text. */
export const documentNote = z.object({
  kind: z.enum(Object.keys(DOCUMENT_NOTE_KINDS) as [DocumentNoteKind, ...DocumentNoteKind[]]),
  /** A half-open range of UTF-16 units of the text that was read; null where it hangs on no words that are in it. */
  span: z.object({ start: z.int().nonnegative(), end: z.int().positive() }).nullable(),
  /** What it says, with who wrote it and when as the document has it, empty where it has not; of a link its address. */
  ...said,
  /** Web addresses that it names or leads to. */
  addresses: z.array(z.string()),
  /** Whether its document has it as done. */
  resolved: z.boolean(),
  replies: z.array(z.object(said)),
})

export type DocumentNote = z.infer<typeof documentNote>

/** How many a document has of each kind; a kind without any is left out. */
export type NoteCounts = Partial<Record<DocumentNoteKind, number>>

export function countNotes(notes: readonly { kind: DocumentNoteKind }[]): NoteCounts {
  const counts: NoteCounts = {}
  for (const { kind } of notes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

import { z } from 'zod'
import { documentNote } from '@/lib/domain/articles/document-note'
import { captureFacts } from '@/lib/domain/captures/capture'
import { readSheet, SEPARATORS } from '@/lib/domain/sheets/sheet'
import { type BlockKind, isBlockKind } from '@/lib/domain/text/blocks'
import { keysOf } from '@/lib/domain/vocabulary'
import { isLineKind, type LineKind } from '@/lib/importing/account/line'
import { ENCODINGS } from '@/lib/importing/encoding/encodings'

const KNOWN_FROM = ['chosen', 'mark', 'declared', 'bytes', 'guessed'] as const

const warning = z.object({
  kind: z.enum(['script', 'launch', 'attachment', 'encrypted', 'outside', 'macro']),
  /** What it means for whoever opens the file elsewhere. */
  sentence: z.string(),
})

/** Something in a file that its readers should know of; Stet itself never runs it. */
export type Warning = z.infer<typeof warning>

const pixels = z.int().positive()
const size = { width: pixels, height: pixels }

const blocks = z.array(z.object({ kind: z.custom<BlockKind>(isBlockKind), text: z.string() }))
const choices = z.record(z.string(), z.string())

const accountLine = z.object({
  kind: z.custom<LineKind>(isLineKind),
  number: z.int(),
  words: z.string(),
  before: z.string(),
  option: z.string().nullable(),
  took: z.string(),
  put: z.string(),
})

/** What each parser is asked, beside the file, and what it answers. Both sides check with these. */
export const PARSERS = {
  /** Tells what a file is by its content. Unreadable is whatever lies, is cut off, or would burst when opened. */
  describe: {
    module: 'describe.ts',
    args: z.object({ name: z.string(), mediaType: z.string() }),
    value: z.object({
      mediaType: z.string(),
      /** As in "This is …". */
      what: z.string(),
      warnings: z.array(warning),
      image: z.object(size).nullable(),
    }),
  },
  /** An image drawn anew for viewing, at most so many pixels wide and high, without what the camera wrote into it. */
  raster: {
    module: 'raster.ts',
    args: z.object({ format: z.enum(['png', 'webp']), ...size }),
    value: z.object({ mediaType: z.string(), ...size }),
  },
  /** The readable text of a file, as passages are anchored in it, and what it says of itself; empty for a kind that has none. */
  text: {
    module: 'text.ts',
    /** `url`: where a page came from, if from anywhere. */
    args: z.object({ name: z.string(), mediaType: z.string(), url: z.string().optional() }),
    value: z.object({ text: z.string(), facts: captureFacts }),
  },
  /** A document as an article: its blocks, the account of what is not in them, and what it says on its words. */
  document: {
    module: 'document.ts',
    /** As `importDocument` takes them. */
    args: z.object({ name: z.string(), choices, language: z.string() }),
    value: z.object({
      blocks,
      lines: z.array(accountLine),
      notes: z.array(documentNote),
    }),
  },
  /** The article in a page: its blocks, the account of what is not in them, and what the page says on them and of itself. */
  page: {
    module: 'page.ts',
    /** As `importPage` takes them. */
    args: z.object({
      ...{ choices, language: z.string(), from: z.string() },
      encoding: z.enum(keysOf(ENCODINGS)).optional(),
    }),
    value: z.object({
      blocks,
      lines: z.array(accountLine),
      notes: z.array(documentNote),
      encoding: z.object({ name: z.enum(keysOf(ENCODINGS)), from: z.enum(KNOWN_FROM) }),
      item: z.object({
        kind: z.literal('page'),
        ...{ uri: z.string(), version: z.string(), versionCreated: z.string() },
        ...{ byline: z.string(), published: z.string(), headline: z.string() },
        ...{ language: z.string(), status: z.string() },
      }),
    }),
  },
  /** A sheet of checks as its rows. */
  sheet: {
    module: 'sheet.ts',
    args: z.object({
      /** Of the file, as it was chosen. */
      name: z.string(),
      worksheet: z.int().nonnegative().optional(),
      separator: z.enum(keysOf(SEPARATORS)).optional(),
      encoding: z.enum(keysOf(ENCODINGS)).optional(),
    }),
    value: readSheet,
  },
} as const

export type ParserKind = keyof typeof PARSERS
export type ParserArgs<K extends ParserKind> = z.infer<(typeof PARSERS)[K]['args']>
export type ParserValue<K extends ParserKind> = z.infer<(typeof PARSERS)[K]['value']>

/** What a file is, by its content. */
export type Description = ParserValue<'describe'>

/** What a parser hands back: a value that its schema knows, and bytes where it makes some. */
export interface Made<T> {
  value: T
  bytes?: Uint8Array
}

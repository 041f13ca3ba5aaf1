/** The kinds of fields that forms have, each with its refusal in the reader's words. */

import { z } from 'zod'
import { BLOCK_KINDS, unstorable } from '@/lib/domain/text/blocks'
import { textProblems } from '@/lib/domain/text/problems'
import { isoDate } from '@/lib/domain/times/published'
import { keysOf } from '@/lib/domain/vocabulary'
import { writtenAddress } from '@/lib/domain/web-address'

const storable = (text: string) => unstorable(text) === null
const UNSTORABLE = 'This holds a character that cannot be stored (a NUL, or half of a character).'

/** The id of a row. Anything else is simply not found later, but the database cannot be asked for a NUL. */
export const id = z.string().min(1).max(64).refine(storable, UNSTORABLE)

/** The id of something that has to be chosen. */
export const neededId = (message: string) =>
  z.string(message).min(1, message).max(64).refine(storable, UNSTORABLE)

export const version = z.coerce.number().int().nonnegative()

/** A line that may be empty. */
export const line = (longest = 300) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine(storable, UNSTORABLE)
    .refine((text) => text.length <= longest, `At most ${longest} characters.`)

/** A line that has to be filled in. */
export const needed = (message: string, longest = 300) =>
  line(longest).refine((text) => text !== '', message)

/** Running text that may be empty; line ends come as the browser sends them and are kept as line feeds. */
export const prose = (longest = 10_000) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine(storable, UNSTORABLE)
    .refine((text) => text.length <= longest, `At most ${longest.toLocaleString('en')} characters.`)

export const neededProse = (message: string) => prose().refine((text) => text !== '', message)

/** Words of a text as the form's reader saw them, every character; left out where nobody read them on a page. */
export const wordsSeen = z
  .string()
  .transform((words) => words.replace(/\r\n?/g, '\n'))
  .optional()

/** A choice among others; empty means none. */
export const optionalId = z
  .string()
  .max(64)
  .refine(storable, UNSTORABLE)
  .default('')
  .transform((value) => value || null)

/** A check box: sent when it is ticked, and left out when it is not. */
export const ticked = z
  .union([z.boolean(), z.string()])
  .default(false)
  .transform((value) => value !== false && value !== '' && value !== 'false')

/** One or many of a group of check boxes. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(item),
  )

export const email = z
  .string('Fill in the email address.')
  .trim()
  .toLowerCase()
  .pipe(z.email('This is not an email address.').max(254))

export const password = z
  .string('Choose a password.')
  .min(12, 'At least 12 characters.')
  .max(200, 'At most 200 characters.')

/** A web address as people write it, or nothing. */
export const webAddress = line(2_000)
  .transform((text) => writtenAddress(text) ?? text)
  .refine(
    (text) => text === '' || writtenAddress(text) !== null,
    'This is not a web address, such as example.org/report or https://example.org/report.',
  )

/** A date or a part of one, as people write it, or nothing; kept as ISO 8601. */
export const date = line(40).transform((text, context) => {
  const read = text === '' ? '' : isoDate(text)
  if (read !== null) return read
  const message = 'Write a day, a month or a year: 7 December 2020, 2020-12-07, Dec 2020 or 2020.'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** A moment as ISO 8601, or nothing. */
export const moment = z
  .string()
  .default('')
  .refine((text) => text === '' || isMoment(text), 'This is not a date and time.')
  .transform((text) => (text === '' ? null : new Date(text)))

/** A year of four digits is what forms, the log and the database all write in the same way. */
function isMoment(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 1000 && year <= 9999
}

/** What a rule proposed: its id, empty when none did, and how much the words call for a check, from 0 to 1. */
export const proposal = { rule: line(60), score: z.coerce.number().min(0).max(1).catch(0) }

/** What a form sent as JSON; anything that is not JSON is as good as nothing. */
export function parsedJson(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

const block = z.object({ kind: z.enum(keysOf(BLOCK_KINDS)), text: z.string() })

/** The blocks of an article, as JSON from a form or as they are. Nothing in them is normalised. */
export const blocksField = z
  .preprocess(parsedJson, z.array(block, 'Paste the text of the article, or open a file.'))
  .transform((blocks) => blocks.filter(({ text }) => text.trim() !== ''))
  .refine((blocks) => blocks.length > 0, 'There are no words in this text yet.')
  .superRefine((blocks, context) => {
    for (const { block, what } of textProblems(blocks)) {
      context.addIssue({ code: 'custom', message: `Block ${block + 1}: ${what}` })
    }
  })

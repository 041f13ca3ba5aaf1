import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/text/blocks'
import { textProblems } from '@/lib/domain/text/problems'
import { keysOf } from '../domain/vocabulary'
import { parsedJson } from './fields'

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

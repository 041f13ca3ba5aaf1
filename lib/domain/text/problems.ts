import { BLOCK_SEPARATOR, type Block, LONGEST_TEXT, unstorable } from './blocks'

export interface TextProblem {
  /** The index of the block, from 0. */
  block: number
  what: string
}

/** The most blocks that an article may have. */
export const MOST_BLOCKS = 5_000

/** What stands against keeping this text, worded for the person who brought it; nothing for a good text. */
export function textProblems(blocks: readonly Block[]): TextProblem[] {
  const damaged = blocks.flatMap(({ text }, block) => {
    const what = unstorable(text)
    return what ? [{ block, what: `This holds ${what}, which cannot be stored or printed.` }] : []
  })
  return [...damaged, ...tooLong(blocks), ...tooMany(blocks)]
}

/** The blocks without NUL characters and half characters; a block of nothing else is left out. */
export function withoutUnstorable(blocks: readonly Block[]): Block[] {
  return blocks
    .map((block) =>
      unstorable(block.text)
        ? { ...block, text: block.text.replace(/\0|\p{Surrogate}/gu, '').trim() }
        : block,
    )
    .filter(({ text }) => text !== '')
}

function tooLong(blocks: readonly Block[]): TextProblem[] {
  let length = -BLOCK_SEPARATOR.length
  const block = blocks.findIndex(({ text }) => {
    length += BLOCK_SEPARATOR.length + text.length
    return length > LONGEST_TEXT
  })
  const most = LONGEST_TEXT.toLocaleString('en')
  return block < 0 ? [] : [{ block, what: `The text is longer than ${most} characters from here.` }]
}

function tooMany(blocks: readonly Block[]): TextProblem[] {
  if (blocks.length <= MOST_BLOCKS) return []
  const most = MOST_BLOCKS.toLocaleString('en')
  return [{ block: MOST_BLOCKS, what: `An article may have ${most} blocks; this is one more.` }]
}

import { countNotes } from '../domain/articles/document-note'
import { Refusal } from '../domain/refusal'
import { importArticle, type Reading, type Wishes } from './import-article'
import type { TextSource } from './read-file'

export interface ImportQuestion {
  source: TextSource
  wishes: Wishes
}

/** A reading, or in words why there is none; neither, where the source broke its reader. */
export type ImportAnswer = { reading: Reading } | { refused: string | null }

/** Reads beside the page, where it can be stopped. */
addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  postMessage(answerTo(data))
})

function answerTo({ source, wishes }: ImportQuestion): ImportAnswer {
  try {
    const { notes, ...reading } = importArticle(source, wishes)
    return { reading: { ...reading, beside: countNotes(notes) } }
  } catch (error) {
    return { refused: error instanceof Refusal ? error.message : null }
  }
}

import { Refusal } from '../domain/refusal'
import type { Reading, Wishes } from './import-article'
import type { ImportAnswer, ImportQuestion } from './import-worker'
import type { TextSource } from './read-file'

/** The longest that a text may take to read, in milliseconds. An article takes a few hundred, on a busy machine some thousand. */
const LONGEST = 20_000

/** Reads a source beside the page, which stays alive whatever it is. Refuses what cannot be read in twenty seconds. */
export function importBeside(source: TextSource, wishes: Wishes): Promise<Reading> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Reading>((resolve, reject) => {
    const refuse = (message: string) => reject(new Refusal('invalid', message))
    const limit = setTimeout(() => refuse(TOO_LONG), LONGEST)
    worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
      clearTimeout(limit)
      if ('reading' in data) resolve(data.reading)
      else refuse(data.refused ?? UNREADABLE)
    }
    worker.onerror = () => refuse(UNREADABLE)
    worker.postMessage({ source, wishes } satisfies ImportQuestion)
  }).finally(() => worker.terminate())
}

const TOO_LONG =
  'This could not be read in twenty seconds. Paste the text of the article alone, without formatting.'
const UNREADABLE =
  'This text could not be read. Save it as a .txt file and open that, or paste it without formatting.'

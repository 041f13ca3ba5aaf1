import type { Contradiction } from '@/lib/domain/contradictions/contradiction'
import { contradictionsOf } from '@/lib/domain/contradictions/contradictions'
import { readStatements, type Statements } from '@/lib/domain/contradictions/statements'
import type { Revision } from '../revisions/revisions'

/** What a text says, and what of it in two ways. Neither ever changes, so what was asked for last is kept. */
export interface Read {
  said: Statements
  found: Contradiction[]
}

export function knownStatements(
  { id, text, blocks }: Pick<Revision, 'id' | 'text' | 'blocks'>,
  language: string,
): Read {
  const name = `${id} ${language}`
  const read = known.get(name) ?? readNow(text, blocks, language)
  known.delete(name)
  known.set(name, read)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_TEXTS) break
    known.delete(oldest)
  }
  return read
}

function readNow(text: string, blocks: Revision['blocks'], language: string): Read {
  const said = readStatements(text, blocks, language)
  return { said, found: contradictionsOf(text, said) }
}

/** The statements of a text of 10,000 words take about half a megabyte. */
const MOST_TEXTS = 20

const known = new Map<string, Read>()

import type { ListedSource } from '@/lib/db/sources/sources'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'

/** The sources whose title, publisher or kind hold every one of these words, in any order. */
export function filtered(sources: ListedSource[], words: string): ListedSource[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return sources.filter(({ title, publisher, kind }) => {
    const text = plain(`${title} ${publisher} ${SOURCE_KINDS[kind]}`)
    return wanted.every((word) => text.includes(word))
  })
}

/** Without case, and without the marks on letters, which are not on every keyboard. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

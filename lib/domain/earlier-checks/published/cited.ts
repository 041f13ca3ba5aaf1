import type { PublishedCheck } from './published-check'

/** A fact-check of somebody else as a source that can be cited. */
export function asSource({ claim, rating, title, publisher, published, url }: PublishedCheck) {
  return {
    ...({
      kind: 'news_article',
      title: title || cut(claim, 300),
      publisher,
      published,
      url,
    } as const),
    ...{ origin: '', note: `Found by ${publisher}: ${rating}` },
  }
}

/** Where in it something is said of a claim, until a person names the place. */
export const citedPlace = ({ claim }: PublishedCheck) => `the review of “${cut(claim, 200)}”`

/** Whether a source is among what a claim rests on. */
export const isAttached = (evidence: readonly { source: { id: string } }[], sourceId: string) =>
  evidence.some(({ source }) => source.id === sourceId)

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text)

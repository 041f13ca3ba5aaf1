import type { PublishedOnFile } from '@/lib/db/sources/published-checks'

/** A fact-check of somebody else in its own words, with the way to where it is published. */
export function PublishedLines({ check }: { check: PublishedOnFile }) {
  const { claim, claimant, rating, title, publisher, published, url, language } = check
  const lang = language || undefined
  return (
    <>
      <p className="published-claim" lang={lang} dir="auto">
        “{claim}”{claimant && <span className="small quiet"> as said by {claimant}</span>}
      </p>
      <p className="small">
        <bdi>{publisher}</bdi>: <bdi lang={lang}>{rating}</bdi>
        {published && `, ${published}`} ·{' '}
        <a href={url} target="_blank" rel="noreferrer">
          <bdi lang={lang}>{title || 'Read it there'}</bdi>
        </a>
      </p>
    </>
  )
}

import { Link } from '../ui/links/link'

/** What other programs and readers are given of an article, and what can be brought back. */
export function ExchangePanel({
  address,
  may,
}: {
  /** Of the article's page. */
  address: string
  may: { mark: boolean; publish: boolean }
}) {
  return (
    <section className="section exchange" aria-labelledby="exchange">
      <h2 id="exchange">For other programs and for readers</h2>
      <p className="exchange-ways">
        <a className="button" href={`${address}/annotations`} download>
          Web annotations
        </a>
        {may.mark && (
          <>
            <Link className="button" href={`${address}/bring-annotations`}>
              Bring annotations…
            </Link>
            <Link className="button" href={`${address}/bring-checks`}>
              Bring a sheet of checks…
            </Link>
          </>
        )}
        {may.publish && (
          <>
            <Link className="button" href={`${address}/claim-reviews`}>
              ClaimReview…
            </Link>
            <Link className="button" href={`${address}/readers-box`}>
              Reader’s box…
            </Link>
          </>
        )}
      </p>
    </section>
  )
}

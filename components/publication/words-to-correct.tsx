import { claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** Which words are to be corrected, where the address does not say: those of a claim, or any that are chosen in the text. */
export function WordsToCorrect({
  path,
  language,
  claims,
}: {
  /** The article's page. */
  path: string
  language: string
  claims: { number: number; words: string }[]
}) {
  return (
    <section aria-labelledby="which">
      <h2 id="which">Which words are wrong?</h2>
      <p className="quiet">
        Choose their claim, or choose any words <Link href={path}>in the text</Link> and “Correct…”
        at them.
      </p>
      <ul className="bare ruled">
        {claims.map(({ number, words }) => (
          <li key={number}>
            <Link href={`${path}/correct?claim=${number}`}>
              <span className="mono">{claimNumber(number)}</span> <bdi lang={language}>{words}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { countChanges } from '@/lib/domain/text/diff/changes'
import { claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** What was edited since a text was signed, in numbers, with the way to see it and to the claims it touched. */
export function LateChanges({
  from,
  to,
  counts,
  claims,
  address,
}: {
  from: number
  to: number
  counts: ReturnType<typeof countChanges>
  claims: readonly number[]
  address: string
}) {
  const { typographic, factual, moved } = counts
  const all = typographic + factual + moved
  const kinds = [
    typographic > 0 && `${typographic} typographic`,
    factual > 0 && `${factual} factual`,
    moved > 0 && `${moved} moved`,
  ].filter(Boolean)
  return (
    <p className="late-changes">
      <b>
        {all === 1 ? '1 edit' : `${all} edits`} since the sign-off of revision {from}
        {kinds.length > 0 && `: ${kinds.join(', ')}`}.
      </b>{' '}
      {factual > 0 && (
        <>
          <Link href={`${address}/compare?from=${from}&to=${to}&show=factual`}>
            What changed in fact
          </Link>
          .{' '}
        </>
      )}
      {factual === 0 && (
        <>
          <Link href={`${address}/compare?from=${from}&to=${to}`}>What changed</Link>.{' '}
        </>
      )}
      {claims.length > 0 && (
        <>
          Claims that made the signature fall:{' '}
          {claims.map((number) => (
            <Link key={number} className="chip" href={`${address}?claim=${number}`}>
              {claimNumber(number)}
            </Link>
          ))}
        </>
      )}
    </p>
  )
}

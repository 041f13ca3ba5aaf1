import type { FactOnFile } from '@/lib/db/ledger/facts'
import { ageInYears, factInWords, isStale } from '@/lib/domain/ledger/facts'
import type { Day } from '@/lib/domain/times/days'
import { FACT_KINDS } from '@/lib/domain/vocabulary'
import { EscapedText } from '../ui/escaped-text'
import { Link } from '../ui/links/link'

/** Facts with what they say; figures that are older than their keep say so first. */
export function FactTable({
  home,
  facts,
  overruled,
  today,
}: {
  home: string
  facts: readonly FactOnFile[]
  overruled: ReadonlyMap<string, string>
  today: Day
}) {
  return (
    <table className="table stacking facts-kept">
      <thead>
        <tr>
          <th scope="col">About</th>
          <th scope="col">Kind</th>
          <th scope="col">What the ledger has</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <td>
              <Link className="title" href={`${home}/ledger/${fact.id}`} dir="auto">
                <EscapedText>{fact.subject}</EscapedText>
              </Link>
            </td>
            <td data-label="Kind">{FACT_KINDS[fact.kind]}</td>
            <td data-label="Has" dir="auto">
              <FactStanding fact={fact} today={today} isOverruled={overruled.has(fact.id)} />
              <EscapedText>{factInWords(fact)}</EscapedText>
              {fact.kind === 'birth' && `, ${ageInYears(fact.born, today)} today`}
            </td>
            <td data-label="From" className="small quiet" dir="auto">
              <EscapedText>
                {fact.isFromClaim ? 'a checked claim' : fact.basis || 'the newsroom'}
              </EscapedText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Why texts are not read against a fact as it is, or have to be looked at anew; nothing where all is well. */
export function FactStanding({
  fact,
  today,
  isOverruled,
}: {
  fact: FactOnFile
  today: Day
  isOverruled: boolean
}) {
  if (fact.retiredAt) return <strong className="fact-standing">Retired. </strong>
  if (isOverruled) return <strong className="fact-standing">Another fact holds. </strong>
  if (isStale(fact, today)) return <strong className="fact-standing">Stale. </strong>
  return null
}

import { answersIn, type Learned } from '@/lib/domain/candidates/learning/learned'
import { PROPOSAL_KINDS } from '@/lib/domain/candidates/learning/proposal-kinds'
import { Timestamp } from '../ui/timestamp'
import { CountProposalsAnew } from './count-proposals-anew'

/** What people here made of proposed claims, by kind, how that weighs, and the way to begin anew. */
export function ProposalAnswers({ learned, since }: { learned: Learned; since: Date | null }) {
  const kinds = [...learned]
  const answers = kinds.reduce((sum, [, one]) => sum + answersIn(one), 0)
  return (
    <section className="section proposal-answers" aria-labelledby="proposal-answers">
      <h2 id="proposal-answers" tabIndex={-1}>
        Proposed claims
      </h2>
      <p className="quiet">
        Kinds of proposal that people here take come a little earlier in the list, those that they
        dismiss a little later. A few answers hardly move anything, and none is ever left out.
        {since && (
          <>
            {' '}
            Counted since <Timestamp at={since.toISOString()} />.
          </>
        )}
      </p>
      {kinds.length === 0 ? (
        <p className="quiet">Nothing was taken or dismissed yet.</p>
      ) : (
        <>
          <table className="table answer-counts">
            <thead>
              <tr>
                <th scope="col">Proposed as</th>
                <th scope="col">Taken</th>
                <th scope="col">Dismissed</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map(([kind, { taken, dismissed }]) => (
                <tr key={kind}>
                  <td>{PROPOSAL_KINDS[kind].words}</td>
                  <td>{taken}</td>
                  <td>{dismissed}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <CountProposalsAnew answers={answers} />
        </>
      )}
    </section>
  )
}

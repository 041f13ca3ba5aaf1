import { VERIFICATION_STATUSES, type VerificationStatus } from '@/lib/domain/claims/status'
import { colourOf } from './status-icon'

const DONE = new Set<VerificationStatus>([
  'confirmed',
  'ok_with_change',
  'incorrect',
  'misleading',
  'cannot_be_stood_up',
  'disputed',
  'on_author',
  'not_checkable',
])

/** One bar split by status, with its numbers: how many claims have their verdict, and how many words are covered. */
export function ProgressBar({
  counts,
  coverage,
}: {
  counts: { status: VerificationStatus; count: number }[]
  coverage: number
}) {
  const live = counts.filter(({ status }) => status !== 'cut')
  const total = live.reduce((sum, { count }) => sum + count, 0)
  const done = live.reduce((sum, { status, count }) => sum + (DONE.has(status) ? count : 0), 0)
  const split = live
    .map(({ status, count }) => `${count} ${VERIFICATION_STATUSES[status]}`)
    .join(', ')

  return (
    <div className="progress">
      <div className="progress-track" aria-hidden="true" title={split}>
        {live.map(({ status, count }) => (
          <span
            key={status}
            data-open={DONE.has(status) ? undefined : ''}
            style={{ flexGrow: count, backgroundColor: colourOf(status) }}
          />
        ))}
      </div>
      <p className="small">
        {total === 0 ? 'No claims yet' : `${done} of ${total} claims`} · {coverage} % of words
        <span className="visually-hidden">{split && `: ${split}`}</span>
      </p>
    </div>
  )
}

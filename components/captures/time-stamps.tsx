import type { TimeStamp } from '@/lib/db/captures/time-stamps'
import { nextTry, STAMP_STATES } from '@/lib/domain/captures/time-stamp'
import { Timestamp } from '../ui/timestamp'
import { AskForStamp, DateCapture } from './stamp-forms'
import { StampProof } from './stamp-proof'

/** Which authorities vouch for when a capture was there, and what came of asking the others. */
export function TimeStamps({
  address,
  captureId,
  stamps,
  canAsk,
}: {
  /** Of the capture, as `/newsroom/captures/id`. */
  address: string
  captureId: string
  stamps: TimeStamp[]
  /** Whether the reader may ask: there are authorities, and they may add to what is kept. */
  canAsk: boolean
}) {
  return (
    <div className="time-stamps">
      {stamps.length === 0 && <p className="quiet small">Nobody outside has dated it.</p>}
      {stamps.length > 0 && (
        <ul className="bare">
          {stamps.map((stamp) => (
            <li key={stamp.id} className={stamp.state}>
              <StampLine stamp={stamp} />
              {stamp.state === 'granted' ? (
                <StampProof address={`${address}/time-stamps/${stamp.id}`} />
              ) : (
                canAsk &&
                !stamp.authority.removedAt && (
                  <AskForStamp
                    captureId={captureId}
                    authority={stamp.authority}
                    label={stamp.state === 'failed' ? 'Retry' : 'Ask now'}
                  />
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {canAsk && stamps.length === 0 && <DateCapture captureId={captureId} />}
    </div>
  )
}

function StampLine({ stamp }: { stamp: TimeStamp }) {
  const { state, says, authority, datedAt } = stamp
  const again = state === 'pending' && stamp.triedAt && nextTry(stamp.attempts, stamp.triedAt)
  return (
    <p>
      <b>{STAMP_STATES[state]}</b> by <bdi>{authority.name}</bdi>
      {datedAt && (
        <>
          {': '}
          <Timestamp at={datedAt.toISOString()} full />
        </>
      )}
      {says && <span className="says small">{says}</span>}
      {again && (
        <span className="quiet small">
          It is asked again <Timestamp at={again.toISOString()} full />
        </span>
      )}
    </p>
  )
}

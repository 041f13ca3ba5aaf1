import type { SignOffShown } from '@/lib/db/sign-off/sign-offs'
import { printCheckpoint } from '@/lib/domain/audit/checkpoint'
import { claimNumber, ROLES, SIGN_OFF_ENDS } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { Quoting } from '../ui/quoted-text'
import { Timestamp } from '../ui/timestamp'

/** Every signature that an article ever had, newest first. */
export function SignOffHistory({
  signOffs,
  address,
}: {
  signOffs: readonly SignOffShown[]
  /** Of the article's own page. */
  address: string
}) {
  if (signOffs.length === 0) return null
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">
        Signatures on record <span className="quiet">{signOffs.length}</span>
      </h2>
      <ol className="bare signatures">
        {signOffs.map((signOff) => (
          <li key={signOff.id} id={signOff.id} tabIndex={-1}>
            <Signature signOff={signOff} address={address} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Signature({ signOff, address }: { signOff: SignOffShown; address: string }) {
  const { end, emergency, items, checkpoint, revision } = signOff
  return (
    <article className="signature" data-ended={end !== null || undefined}>
      <p className="signature-head">
        <span className="signature-state" data-emergency={emergency || undefined}>
          {end ? SIGN_OFF_ENDS[end.kind] : emergency ? 'Emergency' : 'Holds'}
        </span>
        <span>
          <b>{signOff.signedBy}</b>, {ROLES[signOff.role].toLowerCase()}, signed{' '}
          <Link href={`${address}/revisions/${revision}`}>revision {revision}</Link>{' '}
          <span className="quiet">
            <Timestamp at={signOff.signedAt} />
          </span>
        </span>
      </p>
      {end && <Ended end={end} address={address} signed={revision} />}
      <blockquote className="statement small">
        <Quoting>{signOff.statement}</Quoting>
      </blockquote>
      {signOff.reason !== '' && (
        <p className="small">
          <span className="quiet">It could not wait:</span> <span dir="auto">{signOff.reason}</span>
        </p>
      )}
      {items.length > 0 && (
        <details>
          <summary className="small">
            {items.length === 1 ? '1 item was open' : `${items.length} items were open`}
          </summary>
          <ul className="bare open-items small">
            {items.map(({ key, what, accepted }) => (
              <li key={key}>
                <div>
                  <Quoting>{what}</Quoting>{' '}
                  {accepted ? (
                    <span className="quiet">
                      {accepted.by} accepted it: <span dir="auto">{accepted.reason}</span>
                    </span>
                  ) : (
                    <span className="quiet">Nobody accepted it.</span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary className="small">Checkpoint of the log, {checkpoint.entries} entries</summary>
        <p className="hash small">{printCheckpoint(checkpoint)}</p>
      </details>
    </article>
  )
}

function Ended({
  end,
  address,
  signed,
}: {
  end: NonNullable<SignOffShown['end']>
  address: string
  signed: number
}) {
  return (
    <p className="small">
      {HOW[end.kind](end)} <Timestamp at={end.at} />
      {end.reason !== '' && (
        <>
          : <span dir="auto">{end.reason}</span>
        </>
      )}
      {end.claims.length > 0 && (
        <>
          , because of{' '}
          {end.claims.map((number, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <Link href={`${address}?claim=${number}`}>{claimNumber(number)}</Link>
            </span>
          ))}
        </>
      )}
      .{' '}
      {end.revision !== null && (
        <Link href={`${address}/compare?from=${signed}&to=${end.revision}`}>What changed</Link>
      )}
    </p>
  )
}

const HOW: Record<NonNullable<SignOffShown['end']>['kind'], (end: { by: string }) => string> = {
  revoked: ({ by }) => `${by} revoked it`,
  superseded: ({ by }) => `${by} brought in a new text`,
  fallen: ({ by }) => `It fell with what ${by} found`,
  completed: ({ by }) => `${by} signed off in full`,
}

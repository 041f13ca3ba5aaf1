import { type Checkpoint, printCheckpoint } from '@/lib/domain/audit/checkpoint'
import { ExportLog } from './export-log'

/** How to prove the log without Stet: take it out, verify it, and keep where it ends somewhere else. */
export function Proof({
  path,
  checkpoint,
  guarded,
  hidden,
  asks,
}: {
  /** The address of the log. */
  path: string
  checkpoint: Checkpoint
  /** The database keeps the app from changing what is recorded. */
  guarded: boolean
  /** The claims on which a verdict is hidden from the reader. */
  hidden: string[]
  /** The log was asked for, and who asked has to be confirmed. */
  asks: boolean
}) {
  return (
    <details className="proof" open={asks}>
      <summary>Prove it without Stet</summary>
      <ol>
        <li>
          {hidden.length > 0 ? (
            <>
              The log can be exported once your second check of {LIST.format(hidden)} is saved,
              since it tells the first
            </>
          ) : (
            <ExportLog path={path} asks={asks} />
          )}
          :{' '}
          {checkpoint.entries === 1
            ? 'one entry'
            : `${checkpoint.entries.toLocaleString('en')} entries`}
          , one to a line, as they were sealed.
        </li>
        <li>
          Take{' '}
          <a href="/verify-stet-log.mjs" download>
            the verifier
          </a>{' '}
          with it. It is one file and needs only Node, on any machine:
          <code className="line">node verify-stet-log.mjs LOG --checkpoint FILE</code>
        </li>
        <li>
          Keep this checkpoint where nobody who runs Stet can change it, in a mail or on paper. It
          is printed in every report, too. A later export that agrees with it was not altered, cut
          or replaced up to there.
          <code className="line checkpoint">{printCheckpoint(checkpoint)}</code>
        </li>
      </ol>
      <p className="quiet">
        Signed with <a href="/.well-known/stet-signing-key.pem">the key of this installation</a>,
        whose fingerprint is <code>{checkpoint.key}</code>.{' '}
        {guarded
          ? 'The database keeps Stet itself from changing or removing what is recorded.'
          : 'Here Stet owns the tables of its database, so the database does not keep it from changing what is recorded: only a checkpoint shows that. Whoever installed it can give it a role of its own.'}
      </p>
    </details>
  )
}

const LIST = new Intl.ListFormat('en-GB')

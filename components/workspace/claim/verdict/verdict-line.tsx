import type { VerdictShown } from '@/lib/db/workspace/dossiers'
import { StatusWord } from '../../../ui/status-icon'
import { Timestamp } from '../../../ui/timestamp'

/** One verdict: what was found, by whom and when, with what was written down for it. */
export function VerdictLine({ verdict }: { verdict: VerdictShown }) {
  const { rationale, searched, change, writersWord } = verdict
  const notes: [label: string, text: string][] = [
    ['', rationale],
    ['Would stand as', change],
    ['Searched', searched],
    ['The writer’s word', writersWord],
  ]
  return (
    <div className="verdict">
      <p>
        <strong>
          <StatusWord status={verdict.verdict} />
        </strong>{' '}
        <span className="quiet small">
          {verdict.givenBy}, <Timestamp at={verdict.givenAt} />
        </span>
      </p>
      {notes.map(
        ([label, text]) =>
          text && (
            <p key={label} className="prose">
              {label && <span className="quiet">{label}: </span>}
              {text}
            </p>
          ),
      )}
    </div>
  )
}

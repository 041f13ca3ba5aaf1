import type { ComparisonShown } from '@/lib/db/workspace/dossiers'
import {
  COMPARISON_KINDS,
  type ComparisonKind,
  readingInWords,
} from '@/lib/domain/comparisons/benches/readings'
import { keysOf } from '@/lib/domain/vocabulary'
import { EscapedText } from '../ui/escaped-text'
import { Timestamp } from '../ui/timestamp'

/** What people concluded from comparing a claim with one piece of evidence: the newest of each kind, and behind it those before. */
export function ComparisonList({ comparisons }: { comparisons: ComparisonShown[] }) {
  if (comparisons.length === 0) return null
  return (
    <ul className="bare comparisons" aria-label="Comparisons">
      {keysOf(COMPARISON_KINDS).map((kind) => (
        <OfKind key={kind} kind={kind} made={comparisons.filter((one) => one.kind === kind)} />
      ))}
    </ul>
  )
}

function OfKind({ kind, made }: { kind: ComparisonKind; made: ComparisonShown[] }) {
  const [newest, ...earlier] = made
  if (!newest) return null
  return (
    <li>
      <Comparison comparison={newest} />
      {earlier.length > 0 && (
        <details className="small">
          <summary>
            {earlier.length === 1 ? '1 earlier' : `${earlier.length} earlier`} of the{' '}
            {COMPARISON_KINDS[kind].toLowerCase()}
          </summary>
          {earlier.map((one) => (
            <Comparison key={one.id} comparison={one} />
          ))}
        </details>
      )}
    </li>
  )
}

function Comparison({ comparison }: { comparison: ComparisonShown }) {
  const { kind, reading, printed, against, translated, shown, note, madeBy, madeAt } = comparison
  const lines = shown.split('\n').filter(Boolean)
  return (
    <div className="comparison">
      <p>
        {COMPARISON_KINDS[kind]}: <strong>{readingInWords(reading)}</strong>{' '}
        <span className="quiet small">
          {madeBy}, <Timestamp at={madeAt} />
        </span>
      </p>
      {kind === 'figures' && lines.map((line) => <p key={line}>{line}</p>)}
      {note && <p className="prose quiet">{note}</p>}
      <details className="small">
        <summary>What was compared</summary>
        <dl>
          <Compared what="Printed" words={printed} />
          <Compared what="In the source" words={against} />
          {translated && <Compared what="Translated" words={translated} />}
        </dl>
        {kind === 'quote' && lines.length > 0 && (
          <ul className="differences">
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  )
}

function Compared({ what, words }: { what: string; words: string }) {
  return (
    <>
      <dt className="quiet">{what}</dt>
      <dd dir="auto">
        <EscapedText>{words}</EscapedText>
      </dd>
    </>
  )
}

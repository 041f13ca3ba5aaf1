import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import type { TextChange } from '@/lib/domain/text/diff/changes'
import { changedBlocks, claimsIn } from '@/lib/domain/text/diff/changes-by-block'
import { claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { ChangedText } from '../../ui/word-diff'

interface Text {
  text: string
  blocks: readonly PlacedBlock[]
}

/** A text with what was put in and taken out, in one column or beside the older one, its claims in the margin. */
export function ComparedText({
  old,
  now,
  changes,
  claims,
  language,
  path,
  beside,
}: {
  old: Text
  now: Text
  changes: readonly TextChange[]
  claims: readonly (Span & { number: number })[]
  language: string
  /** The article's page. */
  path: string
  beside: boolean
}) {
  return (
    <div className={beside ? 'compared beside' : 'compared'} lang={language}>
      {changedBlocks(now.blocks, changes).map(({ kind, changes: here }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        <div key={index} className="compared-block">
          <p className="numbers mono">
            {claimsIn(here, claims).map(({ number }) => (
              <Link key={number} href={`${path}?claim=${number}`}>
                {claimNumber(number)}
              </Link>
            ))}
          </p>
          {beside && (
            <p className={`block ${kind}`} dir="auto">
              <ChangedText old={old.text} now={now.text} changes={here} side="old" />
            </p>
          )}
          <p className={`block ${kind}`} dir="auto">
            <ChangedText
              old={old.text}
              now={now.text}
              changes={here}
              side={beside ? 'now' : undefined}
            />
          </p>
        </div>
      ))}
    </div>
  )
}

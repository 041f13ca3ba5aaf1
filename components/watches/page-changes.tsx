import { align } from '@/lib/domain/text/diff/align'
import { textChanges } from '@/lib/domain/text/diff/changes'
import { excerptsOf } from '@/lib/domain/watches/excerpts'
import { ChangedText } from '../ui/word-diff'

/** How many places of one page are shown. */
const MOST_SHOWN = 50

/** In what a page differs from the copy of it that was kept, place by place, each with the words around it. */
export function PageChanges({
  old,
  now,
  language,
}: {
  old: string
  now: string
  language: string
}) {
  const excerpts = excerptsOf(textChanges(align(old, now)), now)
  if (excerpts.length === 0) return <p className="quiet">Its readable text is the same.</p>
  return (
    <>
      <ol className="bare page-changes" lang={language}>
        {excerpts.slice(0, MOST_SHOWN).map((changes) => (
          <li key={changes[0]?.now.start} className="word-changes" dir="auto">
            {(changes[0]?.now.start ?? 0) > 0 && '… '}
            <ChangedText {...{ old, now, changes }} />
            {(changes.at(-1)?.now.end ?? 0) < now.length && ' …'}
          </li>
        ))}
      </ol>
      {excerpts.length > MOST_SHOWN && (
        <p className="quiet">
          {(excerpts.length - MOST_SHOWN).toLocaleString('en')} more places differ. Open both copies
          to read them.
        </p>
      )}
    </>
  )
}

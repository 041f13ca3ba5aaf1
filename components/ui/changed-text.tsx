import type { TextChange } from '@/lib/domain/text/diff/changes'

/** Stretches of two texts as one: what was put in underlined, what was taken out struck through; or one side of them. */
export function ChangedText({
  old,
  now,
  changes,
  side,
}: {
  old: string
  now: string
  changes: readonly TextChange[]
  side?: 'old' | 'now'
}) {
  return changes.map(({ what, old: was, now: is }) => {
    const [out, put] = [old.slice(was.start, was.end), now.slice(is.start, is.end)]
    if (what === 'same') return side === 'old' ? out : put
    return (
      <span key={`${was.start} ${is.start} ${is.end}`} className="change" data-what={what}>
        {out !== '' && side !== 'now' && <del>{out}</del>}
        {put !== '' && side !== 'old' && <ins>{put}</ins>}
      </span>
    )
  })
}

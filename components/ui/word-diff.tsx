import { memo } from 'react'
import { align } from '@/lib/domain/text/diff/align'
import { type TextChange, textChanges } from '@/lib/domain/text/diff/changes'

/** The words of a claim before and now, as one line. */
export const WordDiff = memo(function WordDiff({ old, now }: { old: string; now: string }) {
  return (
    <span className="word-diff" dir="auto">
      <ChangedText {...{ old, now }} changes={textChanges(align(old, now))} />
    </span>
  )
})

/** How words would change, as a paragraph of its own. */
export function WordChanges({
  before: old,
  after: now,
  language,
}: {
  before: string
  after: string
  language: string
}) {
  return (
    <p className="word-changes" lang={language} dir="auto">
      <ChangedText {...{ old, now }} changes={textChanges(align(old, now))} />
    </p>
  )
}

/**
 * Stretches of two texts as one, or one side of them. What was put in is underlined, what was cut is
 * struck through, and both are said, since a screen reader does not tell such marks.
 */
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
    const [cut, put] = [old.slice(was.start, was.end), now.slice(is.start, is.end)]
    if (what === 'same') return side === 'old' ? cut : put
    return (
      <span key={`${was.start} ${is.start} ${is.end}`} className="change" data-what={what}>
        {cut !== '' && side !== 'now' && <Changed as="del" label="cut" words={cut} />}
        {put !== '' && side !== 'old' && <Changed as="ins" label="put in" words={put} />}
      </span>
    )
  })
}

function Changed({ as: Mark, label, words }: { as: 'del' | 'ins'; label: string; words: string }) {
  return (
    <Mark>
      <span className="visually-hidden" lang="en" dir="ltr">
        {` [${label}: `}
      </span>
      {words}
      <span className="visually-hidden" dir="ltr">
        {'] '}
      </span>
    </Mark>
  )
}

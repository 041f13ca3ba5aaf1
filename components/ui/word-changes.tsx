import { align } from '@/lib/domain/text/diff/align'
import { textChanges } from '@/lib/domain/text/diff/changes'

/** How words would change, word by word: what is cut is struck through, what is put in is underlined. */
export function WordChanges({
  before,
  after,
  language,
}: {
  before: string
  after: string
  language: string
}) {
  return (
    <p className="word-changes" lang={language} dir="auto">
      {textChanges(align(before, after)).map(({ what, old, now }) => {
        const [cut, put] = [before.slice(old.start, old.end), after.slice(now.start, now.end)]
        const key = `${old.start} ${now.start} ${now.end}`
        if (what === 'same') return <span key={key}>{put}</span>
        return (
          <span key={key}>
            {cut !== '' && <Changed as="del" label="cut" words={cut} />}
            {put !== '' && <Changed as="ins" label="put in" words={put} />}
          </span>
        )
      })}
    </p>
  )
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

import { wordDifference } from '@/lib/domain/word-difference'

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
      {wordDifference(before, after).map(({ kind, text }, index) => {
        const key = `${index}${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Mark = kind === 'cut' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <span className="visually-hidden" lang="en">
              {kind === 'cut' ? ' [cut: ' : ' [put in: '}
            </span>
            {text}
            <span className="visually-hidden">] </span>
          </Mark>
        )
      })}
    </p>
  )
}

import { checkedInWords, inKinds, type ReadersBox } from '@/lib/domain/report/readers-box'
import { dayInFull } from '@/lib/domain/times/moments'
import { EscapedText } from '../ui/escaped-text'

/** What readers will see, as the HTML that is handed out says it. */
export function ReadersBoxPreview({
  box,
  timeZone,
  signedAt,
}: {
  box: ReadersBox
  timeZone: string
  /** null: nobody signed for it yet. */
  signedAt: string | null
}) {
  const { claims, sources, corrections, language, newsroom } = box
  return (
    <section className="readers-box" aria-label="What readers see">
      <p>
        <strong>How we know</strong>
      </p>
      <p>{checkedInWords(box)}</p>
      {claims.length === 0 ? (
        <p className="quiet">No claim is chosen.</p>
      ) : (
        <ul>
          {claims.map(({ words, said, found, sources: kinds }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: readers are told no number, and the words may be the same
            <li key={index}>
              <q lang={language} dir="auto">
                <EscapedText>{words}</EscapedText>
              </q>
              : {said && 'These words were said. '}
              {found}.{kinds.length > 0 && ` Checked against: ${inKinds(kinds)}.`}
            </li>
          ))}
        </ul>
      )}
      {sources.length > 0 && <p>What this rests on: {inKinds(sources)}.</p>}
      {corrections.length > 0 && (
        <>
          <p>
            <strong>Corrections</strong>
          </p>
          <ul>
            {corrections.map(({ notice, at }) => (
              <li key={at}>
                <time dateTime={at}>{dayInFull(new Date(at), timeZone)}</time>:{' '}
                <span lang={language} dir="auto">
                  <EscapedText>{notice}</EscapedText>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {signedAt
          ? `Signed for by the editors of ${newsroom} on ${dayInFull(new Date(signedAt), timeZone)}.`
          : 'Nobody has signed for this yet.'}
      </p>
    </section>
  )
}

import type { Capture } from '@/lib/db/captures/captures'
import type { Pointing } from '@/lib/db/captures/pointing'
import { claimNumber } from '@/lib/domain/vocabulary'
import { EscapedText } from '../../ui/escaped-text'
import { Link } from '../../ui/links/link'
import { Timestamp } from '../../ui/timestamp'
import { type Opened, PASSAGE_NOTE } from '../readers/opened'

/** What was kept, when and by whom, and what its passage is for. */
export function CaptureHead({
  capture: { title, way, address, byline, publisher, published, takenAt, source },
  takenBy,
  pointing,
  opened,
  back,
}: {
  capture: Capture
  takenBy: string
  pointing: Pointing | null
  opened: Opened | { problem: string } | null
  back: string
}) {
  const facts = [byline, publisher, published].filter(Boolean)
  return (
    <div className="page-head">
      <div>
        <p className="small">
          <Link href={back} aria-keyshortcuts="Escape">
            ← {pointing ? claimNumber(pointing.claim.number) : <bdi>{source.title}</bdi>}
          </Link>
        </p>
        <h1 dir="auto">{title || source.title}</h1>
        <p className="quiet capture-facts">
          {title && title !== source.title && <bdi>{source.title}</bdi>}
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
          <span>
            {way === 'page' ? 'Kept by' : 'Brought by'} {takenBy},{' '}
            <Timestamp at={takenAt.toISOString()} full />
          </span>
          {address && <EscapedText>{address}</EscapedText>}
        </p>
        {pointing && <PassageNote pointing={pointing} opened={opened} />}
      </div>
    </div>
  )
}

/** What the passage is for; or why none is shown. */
function PassageNote({
  pointing: { claim, article, evidence },
  opened,
}: {
  pointing: Pointing
  opened: Opened | { problem: string } | null
}) {
  const words = (
    <q lang={article.language} dir="auto">
      <EscapedText>{claim.words}</EscapedText>
    </q>
  )
  const number = claimNumber(claim.number)
  const passage = evidence?.passage
  return (
    <p id={PASSAGE_NOTE} className="passage-note">
      {passage ? (
        <>
          Passage for {number}, {words}: {evidence.locator}.
          {opened &&
            isMissing(opened) &&
            MISSING[opened.view === 'text' && passage.kind === 'text' ? 'words' : 'elsewhere']}
        </>
      ) : (
        <>
          Point at the passage for {number}, {words}.
        </>
      )}
    </p>
  )
}

const MISSING = {
  words: ' Its words do not stand in this copy as they did when they were pointed at.',
  elsewhere: ' It is not in what is opened here.',
}

function isMissing(opened: Opened | { problem: string }): opened is Opened {
  if ('problem' in opened) return false
  return opened.view === 'text' ? opened.place === null : opened.passage === null
}

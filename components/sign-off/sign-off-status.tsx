import type { Article } from '@/lib/db/articles/articles'
import type { Revision } from '@/lib/db/revisions/revisions'
import type { SignOffShown } from '@/lib/db/sign-off/sign-offs'
import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import { ARTICLE_STATES, ROLES } from '@/lib/domain/vocabulary'
import { Quoting } from '../ui/quoted-text'
import { ShowMore } from '../ui/show-more'
import { Timestamp } from '../ui/timestamp'

/** Whether a signature holds for the newest text, and whose; loud where it was published in an emergency. */
export function SignOffStatus({
  article,
  revision,
  standing,
  open,
}: {
  article: Pick<Article, 'state' | 'archivedAt'>
  revision: Pick<Revision, 'number' | 'sha256'>
  standing: SignOffShown | null
  /** What is open now and nobody accepted. */
  open: readonly OpenItem[]
}) {
  return (
    <div
      className="standing"
      data-signed={(standing && !standing.emergency) || undefined}
      data-emergency={standing?.emergency || undefined}
    >
      {standing ? <Held signOff={standing} open={open} /> : <Unsigned {...{ article, revision }} />}
      <p className="small quiet">
        {ARTICLE_STATES[article.state]} · revision {revision.number} · SHA-256{' '}
        <span className="hash">{revision.sha256}</span>
      </p>
    </div>
  )
}

function Held({ signOff, open }: { signOff: SignOffShown; open: readonly OpenItem[] }) {
  const { signedBy, role, signedAt, emergency, items } = signOff
  if (!emergency) {
    return (
      <p className="standing-line">
        Signed off by <b>{signedBy}</b>, {ROLES[role].toLowerCase()}, <Timestamp at={signedAt} />.
      </p>
    )
  }
  const now = new Set(open.map(({ key }) => key))
  const all = items.filter(({ accepted }) => accepted === null)
  const todo = all.toSorted((a, b) => Number(now.has(b.key)) - Number(now.has(a.key)))
  const left = todo.filter(({ key }) => now.has(key)).length
  return (
    <>
      <p className="standing-line">
        <b>Published in an emergency</b> by {signedBy}, {ROLES[role].toLowerCase()},{' '}
        <Timestamp at={signedAt} />, before the check was done.
      </p>
      <p>
        {left === 0
          ? 'All that was open then is settled. What is open now stands below; then sign off in full.'
          : `${left} of ${todo.length} open items still have to be done:`}
      </p>
      {todo.length > 0 && (
        <ShowMore className="todo">
          {todo.map(({ key, what }) => (
            <li key={key} data-done={!now.has(key) || undefined}>
              <span className="small quiet">{now.has(key) ? 'To do' : 'Settled'}</span>{' '}
              <Quoting>{what}</Quoting>
            </li>
          ))}
        </ShowMore>
      )}
    </>
  )
}

function Unsigned({
  article,
  revision,
}: {
  article: Pick<Article, 'state' | 'archivedAt'>
  revision: Pick<Revision, 'number'>
}) {
  if (article.state === 'withdrawn') {
    return <p className="standing-line">The article is withdrawn. Its record stays.</p>
  }
  if (article.archivedAt) {
    return <p className="standing-line">The article is in the archive. Restore it to go on.</p>
  }
  return (
    <p className="standing-line">
      {article.state === 'corrected'
        ? 'The corrected text is out and not signed yet.'
        : `No signature holds for revision ${revision.number}.`}
    </p>
  )
}

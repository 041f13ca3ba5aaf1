'use client'

import { useParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import {
  ageOf,
  type ItemFacts,
  type ItemVersion,
  type KnownItem,
} from '@/lib/domain/articles/item-version'
import { Link } from '../../ui/links/link'
import { Timestamp } from '../../ui/timestamp'

/**
 * Says of an item that was read whether the desk has it already, which of the two versions is newer, and offers it as a
 * new revision of the article that it was brought into.
 */
export function ItemNotice({
  item,
  own,
  onRevise,
}: {
  item: ItemFacts
  /** The article whose next text is being written, and the item that it was last read from. */
  own?: { id: string; item: ItemVersion | null }
  /** Makes it a new revision; answers why it cannot. */
  onRevise?: (known: KnownItem) => string
}) {
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const [known, setKnown] = useState<KnownItem | null>(null)
  const [message, setMessage] = useState('')
  const { kind, uri } = item

  useEffect(() => {
    let over = false
    setKnown(null)
    setMessage('')
    if (uri) findKnown(newsroom, kind, uri).then((found) => over || setKnown(found))
    return () => {
      over = true
    }
  }, [newsroom, kind, uri])

  if (!known) {
    const isOther = own?.item && uri && (own.item.uri !== uri || own.item.kind !== kind)
    return isOther ? (
      <p className="item-notice" role="status">
        This is another {kind === 'page' ? 'page' : 'item'} than the one that this article was read
        from, <code>{own.item?.uri}</code>.
      </p>
    ) : null
  }
  const { article, revision } = known
  const isOwn = article.id === own?.id
  const age = ageOf(item, known)
  const isNews = age === 'newer' || age === 'unknown'
  return (
    <div className="item-notice" data-age={age} role="status">
      <p>
        {isOwn ? (
          `Revision ${revision} of this article`
        ) : (
          <>
            The desk has this {kind === 'page' ? 'page' : 'item'} already: revision {revision} of{' '}
            <Link href={`/${newsroom}/articles/${article.slug}`}>
              <bdi>{article.headline}</bdi>
            </Link>
          </>
        )}{' '}
        was read from <Version of={known} isSame={age === 'same'} />. {AGES[age]}
      </p>
      {onRevise && !isOwn && article.canRevise && (
        <p className="item-offer">
          <button
            type="button"
            className={isNews ? 'button primary' : 'button'}
            onClick={() => setMessage(onRevise(known))}
          >
            {`Bring it as revision ${article.newest + 1} of that article`}
          </button>
          <span className="quiet small">or as another article</span>
        </p>
      )}
      {!isOwn && !article.canRevise && (
        <p className="quiet small">A new text cannot be brought into that article from here.</p>
      )}
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
    </div>
  )
}

const AGES: Record<ReturnType<typeof ageOf>, string> = {
  newer: 'This version is newer.',
  same: 'This is that version again.',
  older: 'This version is older.',
  unknown: 'Which of the two versions is newer, they do not say.',
}

function Version({ of, isSame }: { of: ItemVersion; isSame: boolean }) {
  if (isSame) return 'it'
  if (of.version) return `version ${of.version}`
  if (!of.versionCreated) return 'an earlier copy of it'
  return (
    <>
      its version of <Timestamp at={of.versionCreated} full />
    </>
  )
}

/** Null also where the server cannot be asked: then it is brought in as it would be without. */
async function findKnown(newsroom: string, kind: string, uri: string): Promise<KnownItem | null> {
  const asked = new URLSearchParams({ kind, uri })
  const answer = await fetch(`/${newsroom}/items?${asked}`).catch(() => null)
  return answer?.ok ? answer.json() : null
}

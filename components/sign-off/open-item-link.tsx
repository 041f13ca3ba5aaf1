import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import { Link } from '../ui/links/link'
import { Quoting } from '../ui/quoted-text'

/** What is open, as a link to where it can be done. */
export function ItemLine({
  item,
  address,
  hears,
  brief = false,
}: {
  item: OpenItem
  /** Whether it stands under the name of its kind, which says the rest. */
  brief?: boolean
  /** Of the article's own page. */
  address: string
  /** Whether its reader hears what those who check say among themselves. */
  hears: boolean
}) {
  return (
    <>
      <Link href={address + placeOf(item)}>
        <Quoting>{brief ? item.brief : item.what}</Quoting>
      </Link>
      {hears && item.note !== '' && (
        <span className="item-note" dir="auto">
          {item.note}
        </span>
      )}
    </>
  )
}

function placeOf({ claim, queryId, suggestionId, place, kind }: OpenItem): string {
  if (queryId ?? suggestionId) return `/queries#${queryId ?? suggestionId}`
  if (claim) return `?claim=${claim.number}`
  const view = kind === 'uncovered' ? 'view=coverage&' : ''
  return place ? `?${view}words=${place.start}-${place.end}` : ''
}

import type { ItemFacts as Facts } from '@/lib/domain/articles/item-version'
import { Timestamp } from '../../ui/timestamp'

/** What an item from elsewhere says of itself, and a warning where it is not to be printed. */
export function ItemFacts({ item }: { item: Facts }) {
  const { kind, byline, versionCreated, published, language, version, uri, status } = item
  const what = kind === 'page' ? 'The page' : 'The item'
  return (
    <>
      <p className="account-beside item-facts small">
        {what} says:{' '}
        {byline && (
          <>
            <bdi>{byline}</bdi>
            {' · '}
          </>
        )}
        {versionCreated ? <Timestamp at={versionCreated} full /> : published || 'no date'}
        {language && ` · ${language}`}
        {version && ` · version ${version}`}
        {' · '}
        {uri ? <code>{uri}</code> : 'no address of its own'}
      </p>
      {status && (
        <p className="form-message">
          Its status is “{status}”: whoever sent it does not mean it to be printed as it is.
        </p>
      )}
    </>
  )
}

import type { VersionOnFile } from '@/lib/db/articles/item-versions'
import { ITEM_KINDS, momentOf } from '@/lib/domain/articles/item-version'
import { parseAddress } from '@/lib/domain/web-address'
import { Timestamp } from '../ui/timestamp'

/** From what an article was last read that has an identity of its own, by which its next version is known. */
export function ItemOrigin({ item }: { item: VersionOnFile }) {
  const { kind, uri, version, versionCreated, byline, published, revision } = item
  // A day alone is no moment: it is told as it is written.
  const moment = /\dT\d/.test(published) ? momentOf(published) : ''
  return (
    <section className="section" aria-labelledby="origin">
      <h2 id="origin">Where it came from</h2>
      <dl className="item-origin">
        <dt>{ITEM_KINDS[kind]}</dt>
        <dd>
          {isPage(uri) ? (
            <a href={uri} target="_blank" rel="noreferrer">
              {uri}
            </a>
          ) : (
            <code>{uri}</code>
          )}
        </dd>
        <dt>Read as</dt>
        <dd>Revision {revision}</dd>
        {version && (
          <>
            <dt>Version</dt>
            <dd>{version}</dd>
          </>
        )}
        {versionCreated && (
          <>
            <dt>Dated</dt>
            <dd>
              <Timestamp at={versionCreated} full />
            </dd>
          </>
        )}
        {byline && (
          <>
            <dt>Byline</dt>
            <dd dir="auto">{byline}</dd>
          </>
        )}
        {published && (
          <>
            <dt>Published</dt>
            <dd dir="auto">{moment ? <Timestamp at={moment} full /> : published}</dd>
          </>
        )}
      </dl>
      <p className="quiet small">
        Its next version is known by this address, and offered as a new revision of this article.
      </p>
    </section>
  )
}

const isPage = (uri: string) => /^https?:$/.test(parseAddress(uri)?.protocol ?? '')

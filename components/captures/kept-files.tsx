import { counted } from '@/lib/domain/counting'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { CheckFiles } from './check-files'
import { sizeOf } from './file-size'
import { RoomForm } from './room-form'

interface Check {
  files: number
  gone: string[]
  altered: string[]
  unclaimed: string[]
  checkedAt: Date
}

interface Place {
  sha256: string
  name: string
  capture: { source: { id: string; title: string } }
}

/** How much room kept files take, how much they may, and whether they are all there as they were kept. */
export function KeptFiles({
  newsroom,
  room: { kept, quota },
  last,
  places,
}: {
  newsroom: string
  /** In bytes. */
  room: { kept: number; quota: number }
  last: Check | null
  /** Where the files stand that the last check found gone or altered. */
  places: readonly Place[]
}) {
  return (
    <section className="section kept-files" aria-labelledby="kept-files">
      <h2 id="kept-files">Kept files</h2>
      <p>
        {sizeOf(kept)} of {Math.round(quota / 1e9)} GB are used.
      </p>
      <RoomForm gigabytes={Math.round(quota / 1e9)} />
      <h3>Are they as they were kept?</h3>
      <p className="quiet">
        Every file is read and compared with its hash on record. It may take a while.
      </p>
      <CheckFiles newsroom={newsroom} />
      {last && (
        <div className="last-check">
          <p>
            Last checked <Timestamp at={last.checkedAt.toISOString()} />: {found(last)}
          </p>
          <Problems title="Gone" hashes={last.gone} places={places} newsroom={newsroom} />
          <Problems title="Altered" hashes={last.altered} places={places} newsroom={newsroom} />
          <Problems title="Unclaimed" hashes={last.unclaimed} places={[]} newsroom={newsroom} />
        </div>
      )}
    </section>
  )
}

function Problems({
  title,
  hashes,
  places,
  newsroom,
}: {
  title: string
  hashes: readonly string[]
  places: readonly Place[]
  newsroom: string
}) {
  if (hashes.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="bare small">
        {hashes.slice(0, MOST_SHOWN).map((sha256) => (
          <li key={sha256}>
            <code>{sha256.slice(0, 12)}…</code>
            {firstOfEach(places.filter((place) => place.sha256 === sha256)).map(
              ({ name, capture: { source } }, at) => (
                <span key={source.id}>
                  {at > 0 ? ', ' : ' '}
                  <bdi>{name}</bdi> of{' '}
                  <Link href={`/${newsroom}/sources/${source.id}`} dir="auto">
                    {source.title}
                  </Link>
                </span>
              ),
            )}
          </li>
        ))}
      </ul>
      {hashes.length > MOST_SHOWN && <p className="small">and {hashes.length - MOST_SHOWN} more</p>}
    </>
  )
}

const MOST_SHOWN = 100

/** A file is named once for each source, however many copies of it are kept there. */
const firstOfEach = (places: readonly Place[]) => [
  ...new Map([...places].reverse().map((place) => [place.capture.source.id, place])).values(),
]

function found({ files, gone, altered, unclaimed }: Check): string {
  const what = [
    gone.length > 0 && `${counted(gone.length)} gone`,
    altered.length > 0 && `${counted(altered.length)} altered`,
    unclaimed.length > 0 && `${counted(unclaimed.length)} that nothing on record names`,
  ].filter(Boolean)
  const read = files === 1 ? '1 file' : `${counted(files)} files`
  if (what.length > 0) return `${read} on record, ${what.join(', ')}.`
  return files === 0 ? 'no file is kept yet.' : `${read}, all as they were kept.`
}

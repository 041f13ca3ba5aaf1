import type { Capture } from '@/lib/db/captures/captures'
import type { TimeStamp } from '@/lib/db/captures/time-stamps'
import type { LookOfCopy } from '@/lib/db/watches/cited-pages'
import { CAPTURE_ROLES, mainPart } from '@/lib/domain/captures/capture'
import { FILE_PROBLEMS, type FileProblemKind } from '@/lib/domain/captures/file-problems'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { sizeOf } from './file-size'
import { LookNote } from './look-note'
import { TimeStamps } from './time-stamps'

/** What was kept of a source, newest first: when, by whom, in which files, under which hash. */
export function CaptureList({
  newsroom,
  captures,
  stamps,
  looks,
  canDate,
  names,
  problems,
}: {
  newsroom: string
  captures: readonly Capture[]
  /** The time stamps of all of them. */
  stamps: readonly TimeStamp[]
  /** What was found when the pages of some of them were looked at again. */
  looks: readonly LookOfCopy[]
  /** Whether the reader may have them dated, and there is an authority to ask. */
  canDate: boolean
  /** Of people, by their ids. */
  names: ReadonlyMap<string, string>
  /** What the last check of kept files found, by the captures' ids. */
  problems: ReadonlyMap<string, FileProblemKind>
}) {
  if (captures.length === 0) {
    return (
      <p className="quiet">
        Nothing is kept of it yet. What is only linked can change or go; keep a file of what was
        seen.
      </p>
    )
  }
  return (
    <ol className="bare captures">
      {captures.map((capture) => (
        <li key={capture.id} id={capture.id}>
          <Kept capture={capture} newsroom={newsroom} names={names} />
          <FileProblem problem={problems.get(capture.id)} />
          {looks
            .filter(({ keptId }) => keptId === capture.id)
            .slice(0, 1)
            .map((look) => (
              <LookNote key={look.keptId} newsroom={newsroom} {...look} />
            ))}
          <TimeStamps
            address={`/${newsroom}/captures/${capture.id}`}
            captureId={capture.id}
            stamps={stamps.filter(({ captureId }) => captureId === capture.id)}
            canAsk={canDate}
          />
        </li>
      ))}
    </ol>
  )
}

function FileProblem({ problem }: { problem: FileProblemKind | undefined }) {
  return problem ? <p className="file-problem small">{FILE_PROBLEMS[problem]}</p> : null
}

function Kept({
  capture,
  newsroom,
  names,
}: {
  capture: Capture
  newsroom: string
  names: ReadonlyMap<string, string>
}) {
  const { id, parts, takenAt, takenById, way, address, lacks, isOfLook } = capture
  const main = mainPart(parts)
  const at = `/${newsroom}/captures/${id}`
  return (
    <>
      <p>
        <Link href={at} dir="auto">
          {capture.title || main?.name || 'Kept copy'}
        </Link>{' '}
        <span className="quiet">
          {WAYS[isOfLook ? 'look' : way]} {names.get(takenById) ?? 'Somebody'},{' '}
          <Timestamp at={takenAt.toISOString()} />
        </span>
      </p>
      {address && (
        <p className="small quiet" dir="ltr">
          {address}
        </p>
      )}
      {lacks && <p className="small">{lacks}</p>}
      <ul className="bare small">
        {parts.map((part) => (
          <li key={part.role}>
            <a href={`${at}/files/${part.role}`} download>
              {CAPTURE_ROLES[part.role]}
            </a>{' '}
            <span className="quiet">
              {sizeOf(part.bytes)} · SHA-256 <span className="hash">{part.sha256}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const WAYS = {
  page: 'page kept by',
  upload: 'file brought by',
  look: 'page found changed, looked at again for',
} as const

import { Timestamp } from '../ui/timestamp'

/** That a source fell, and why; nothing where it stands. */
export function FallenNote({
  source: { fellAt, fellReason },
  by,
}: {
  source: { fellAt?: Date | string | null; fellReason?: string }
  /** Who said so, where there is room for it. */
  by?: string | undefined
}) {
  if (!fellAt) return null
  return (
    <p className="fallen">
      <strong>This source fell.</strong> <bdi>{fellReason}</bdi>{' '}
      <span className="quiet">
        {by && `${by}, `}
        <Timestamp at={new Date(fellAt).toISOString()} />
      </span>
    </p>
  )
}

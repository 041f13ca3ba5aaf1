import type { Job } from '@/lib/db/jobs/jobs'
import { aboutOf, type JobKind, type JobState } from '@/lib/domain/jobs/job'

/** A job as its line shows it. */
export interface ShownJob {
  id: string
  kind: JobKind
  about: string
  state: JobState
  progress: number
  says: string
  /** What came of it, where whoever looks asked for it. */
  output?: unknown
}

export function asShownJob({ id, kind, input, state, progress, says }: Job): ShownJob {
  return { id, kind, about: aboutOf(input), state, progress, says }
}

import { Suspense } from 'react'
import { CapturePartRow } from '@/components/captures/viewer/capture-facts'
import type { Capture } from '@/lib/db/captures/captures'
import type { CapturePart } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { openStore } from '@/lib/evidence/files/open-store'
import { stateOf } from '@/lib/evidence/keeping/kept-state'

/** The files of a capture, each with its hash, and whether it still has it. */
export function CaptureParts({ actor, capture }: { actor: Actor; capture: Capture }) {
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">Kept files</h2>
      <table className="table stacking capture-parts">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">SHA-256</th>
            <th scope="col">Now</th>
            <th scope="col">
              <span className="visually-hidden">Save</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {capture.parts.map((part) => (
            <CapturePartRow
              key={part.role}
              part={part}
              address={`/${actor.newsroomSlug}/captures/${capture.id}/files/${part.role}`}
            >
              <Suspense fallback={<span className="quiet">Looking…</span>}>
                <PartState actor={actor} part={part} />
              </Suspense>
            </CapturePartRow>
          ))}
        </tbody>
      </table>
    </section>
  )
}

async function PartState({ actor, part }: { actor: Actor; part: CapturePart }) {
  const { newsroomId } = actor
  const state = await stateOf(openStore(), { newsroomId, sha256: part.sha256, bytes: part.bytes })
  if (state.is === 'problem') return <strong className="file-problem">{state.says}</strong>
  return state.is === 'whole' ? 'As it was kept' : 'There; too long to be hashed for each look'
}

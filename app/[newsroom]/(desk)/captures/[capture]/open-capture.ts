import type { Opened } from '@/components/captures/readers/opened'
import type { Capture } from '@/lib/db/captures/captures'
import type { Pointing } from '@/lib/db/captures/pointing'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import type { CapturePart } from '@/lib/domain/captures/capture'
import { hasOwnLines, type Opening, standsIn } from '@/lib/domain/captures/view'
import type { Actor } from '@/lib/domain/policy'
import { FileProblem } from '@/lib/evidence/files/kept-file'
import { openStore } from '@/lib/evidence/files/open-store'
import { stateOf } from '@/lib/evidence/keeping/kept-state'
import { openText } from '@/lib/evidence/keeping/open-kept'

/** A file of a capture as it is opened, or why it cannot be: one that is gone or altered is not shown. */
export async function openCapture(
  actor: Actor,
  {
    capture,
    opening,
    evidence,
  }: { capture: Capture; opening: Opening<CapturePart>; evidence: Pointing['evidence'] },
): Promise<Opened | { problem: string }> {
  const { part, view } = opening
  const store = openStore()
  const { newsroomId } = actor
  const file = { newsroomId, sha256: part.sha256, bytes: part.bytes }
  const passage = evidence?.passage ?? null
  const language = spoken(capture.language)
  if (view === 'text') {
    try {
      const find = (text: string) => (passage?.kind === 'text' ? findAnchor(text, passage) : null)
      const lines = hasOwnLines(capture.parts)
      return { view, language, hasOwnLines: lines, ...(await openText(store, file, find)) }
    } catch (error) {
      if (error instanceof FileProblem) return { problem: error.message }
      throw error
    }
  }
  const state = await stateOf(store, file)
  if (state.is === 'problem') return { problem: state.says }
  return {
    ...{ view, language, name: part.name, bytes: part.bytes },
    role: part.role === 'screenshot' ? 'screenshot' : 'original',
    // A page or a time of another copy is no place in this one.
    passage:
      passage && evidence?.captureId === capture.id && standsIn(passage, opening) ? passage : null,
    address: `/${actor.newsroomSlug}/captures/${capture.id}/files/${part.role}?view=1`,
  }
}

/** The language of a copy, as it names it itself (BCP 47); English where that is no language. */
const spoken = (language: string) =>
  /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en'

import { Link } from '@/components/ui/links/link'
import { PageChanges } from '@/components/watches/page-changes'
import { type Capture, findCapture } from '@/lib/db/captures/captures'
import { findComparedCopy } from '@/lib/db/watches/cited-pages'
import type { Actor } from '@/lib/domain/policy'
import { FileProblem } from '@/lib/evidence/files/kept-file'
import { openStore } from '@/lib/evidence/files/open-store'
import { readKeptText } from '@/lib/evidence/keeping/kept-state'

/** In UTF-16 units: longer texts are not compared while somebody waits. */
const LONGEST_COMPARED = 2_000_000

/** What a page says otherwise than the copy that a person had kept of it; nothing where this is such a copy itself. */
export async function CaptureChanges({ actor, capture }: { actor: Actor; capture: Capture }) {
  const keptId = capture.isOfLook ? await findComparedCopy(actor, capture.id) : null
  const kept = keptId ? await findCapture(actor, keptId) : null
  if (!kept) return null
  const texts = await textsOf(actor, [kept, capture])
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes" tabIndex={-1}>
        What changed
      </h2>
      <p className="quiet small">
        Against{' '}
        <Link href={`/${actor.newsroomSlug}/captures/${kept.id}`}>
          the copy that was kept before
        </Link>
        . Only what reads otherwise is shown, not how it is set.
      </p>
      {typeof texts === 'string' ? (
        <p role="alert" className="form-message">
          {texts}
        </p>
      ) : (
        <PageChanges old={texts[0]} now={texts[1]} language={capture.language || 'en'} />
      )}
    </section>
  )
}

/** The readable texts of two copies, or why they cannot be compared, in a sentence. */
async function textsOf(
  { newsroomId }: Actor,
  [kept, now]: [Capture, Capture],
): Promise<[string, string] | string> {
  const store = openStore()
  const read = async ({ parts }: Capture) => {
    const text = parts.find(({ role }) => role === 'text')
    if (!text) return ''
    const { sha256, bytes } = text
    return readKeptText(store, { newsroomId, sha256, bytes })
  }
  try {
    const texts: [string, string] = [await read(kept), await read(now)]
    return texts.some(({ length }) => length > LONGEST_COMPARED)
      ? 'These texts are too long to be compared here. Save both to compare them.'
      : texts
  } catch (error) {
    if (error instanceof FileProblem) return error.message
    throw error
  }
}

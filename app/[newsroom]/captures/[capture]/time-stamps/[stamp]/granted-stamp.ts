import { findActor } from '@/lib/auth/current-actor'
import { findTimeStamp } from '@/lib/db/captures/time-stamps'
import { unstorable } from '@/lib/domain/text/blocks'

interface Address {
  newsroom: string
  capture: string
  stamp: string
}

/** The time stamp at an address, with who asks; null unless they may see it and it was granted. */
export async function grantedStamp({ newsroom, capture, stamp: id }: Address) {
  const actor = await findActor(newsroom)
  const stamp = actor && !unstorable(id) ? await findTimeStamp(actor, id) : null
  if (!actor || !stamp?.response || stamp.captureId !== capture) return null
  const { response, sha256, authority } = stamp
  const name = `${sha256.slice(0, 12)}-${stamp.id.slice(-6)}`
  return { actor, captureId: capture, response, sha256, anchors: authority.certificates, name }
}

/** A file to save, which no page can run. */
export function attachment(content: BodyInit, { type, name }: { type: string; name: string }) {
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

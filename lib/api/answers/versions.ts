/** The versions of articles and claims as entity tags (RFC 9110, 8.8.3 and 13.1.1). */

import { Problem } from './problems'

/** Names the version that an edit of this replaces. */
export const etagOf = (version: number) => `"${version}"`

/** What a command is given besides its body: the version that `If-Match` names, for those that replace one. */
export function withVersion(
  body: Record<string, unknown>,
  ifMatch: string | null,
  takesVersion: boolean,
): Record<string, unknown> {
  if (ifMatch === null) return body
  if (!takesVersion) {
    throw new Problem(
      'bad-request',
      'If-Match is for operations that take a version. Leave it out.',
    )
  }
  const [, version] = /^\s*"(\d{1,15})"\s*$/.exec(ifMatch) ?? []
  if (version === undefined) {
    throw new Problem('bad-request', 'If-Match takes one ETag as it was sent, such as "3".')
  }
  if (body.version !== undefined && String(body.version) !== version) {
    const detail = `If-Match names version ${version}. Leave one of the two out.`
    throw new Problem('invalid', detail, { fields: { version: detail } })
  }
  return { ...body, version: Number(version) }
}

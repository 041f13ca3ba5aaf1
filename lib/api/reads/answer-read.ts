import type { Bearer } from '@/lib/auth/bearer'
import { openCursor, sealCursor } from '@/lib/keys/cursor-seals'
import { Problem } from '../answers/problems'
import { etagOf } from '../answers/versions'
import { ARTICLE_READS } from './article-reads'
import { NEWSROOM_READS } from './newsroom-reads'
import type { ReadOperation } from './read'

export const READS: readonly ReadOperation[] = [...ARTICLE_READS, ...NEWSROOM_READS]

/** How many items a page has unless it is asked for fewer or more, and how many at most. */
export const USUAL_PAGE = 30
export const LONGEST_PAGE = 100

interface Found {
  operation: ReadOperation
  params: Record<string, string>
}

/** The read that a path names, and what stands in its places. */
export function findRead(path: string): Found | null {
  const parts = path.split('/')
  for (const operation of READS) {
    const pattern = operation.path.split('/')
    if (pattern.length !== parts.length) continue
    const isIt = pattern.every((part, at) => part.startsWith('{') || part === parts[at])
    if (!isIt) continue
    const places = pattern.flatMap((part, at) =>
      part.startsWith('{') ? [[part.slice(1, -1), parts[at] ?? '']] : [],
    )
    return { operation, params: Object.fromEntries(places) }
  }
  return null
}

/** Answers with what is read: a thing with its version as ETag, or a page of a list with the cursor of the next. */
export async function read(
  request: Request,
  bearer: Bearer,
  { operation, params }: Found,
): Promise<Response> {
  const { searchParams, pathname } = new URL(request.url)
  const { actor } = bearer
  const words = searchParams.get('words') ?? ''
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  assertAskable(operation, searchParams)

  if (operation.kind === 'one') {
    const found = await operation.find(actor, { params, words, after: '', take: 0 }, bearer)
    if (!found) throw notFound()
    if (found.version !== undefined) headers.etag = etagOf(found.version)
    return Response.json(found.value, { headers })
  }

  // A cursor is good for one list, as one person reads it.
  const list = JSON.stringify([actor.newsroomId, actor.userId, pathname, words])
  const after = placeIn(list, searchParams.get('cursor'))
  const take = lengthIn(searchParams.get('limit'))
  const page = await operation.find(actor, { params, words, after, take }, bearer)
  if (!page) throw notFound()
  const next = page.next === null ? null : sealCursor(list, page.next)
  return Response.json({ items: page.items, next }, { headers })
}

const notFound = () => new Problem('not-found', 'This is not here, or not for you to see.')

function assertAskable(operation: ReadOperation, given: URLSearchParams): void {
  const known = queryOf(operation)
  const unknown = [...given.keys()].filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new Problem('bad-request', `There is nothing here that is called ${unknown.join(', ')}.`)
}

/** What a read can be asked for behind its path. */
export function queryOf(operation: ReadOperation): string[] {
  if (operation.kind === 'one') return []
  return ['cursor', 'limit', ...(operation.takesWords ? ['words'] : [])]
}

function placeIn(list: string, cursor: string | null): string {
  if (cursor === null) return ''
  const place = openCursor(list, cursor)
  if (place !== null) return place
  throw new Problem('bad-cursor', 'Begin again without a cursor, or send `next` as it came.')
}

function lengthIn(limit: string | null): number {
  if (limit === null) return USUAL_PAGE
  const take = /^\d{1,6}$/.test(limit) ? Number(limit) : 0
  if (take >= 1 && take <= LONGEST_PAGE) return take
  throw new Problem('bad-request', `A limit is a number from 1 to ${LONGEST_PAGE}.`)
}

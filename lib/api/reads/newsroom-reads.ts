import { findNames, listMembers } from '@/lib/db/newsroom/members'
import { listSourceClaims, listSources } from '@/lib/db/sources/source-list'
import { findSource } from '@/lib/db/sources/sources'
import { type Actor, can } from '@/lib/domain/policy'
import { unstorable } from '@/lib/domain/text/blocks'
import { logPage } from './log-lines'
import { pageOf, type ReadOperation, type Wanted } from './read'

export const NEWSROOM_READS: readonly ReadOperation[] = [
  {
    ...{ name: 'findMe', path: '/me', room: 'newsroom', kind: 'one' },
    summary: 'Whoever the token speaks for, in which newsroom, and what it may do',
    async find({ userId, name, role, isProgram, newsroomName, newsroomSlug }, _, { token }) {
      const { scopes, expiresAt } = token
      const newsroom = { name: newsroomName, slug: newsroomSlug }
      const of = { name: token.name, scopes, expiresAt }
      return { value: { userId, name, role, isProgram, newsroom, token: of } }
    },
  },
  {
    ...{ name: 'listPeople', path: '/people', room: 'newsroom', kind: 'page' },
    summary: 'Whoever is in the newsroom, by name, with the ids that assignments take',
    async find(actor, wanted) {
      const present = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
      const people = present.map(({ userId, name, role }) => ({ id: userId, userId, name, role }))
      return pageOf(people, wanted)
    },
  },
  {
    ...{ name: 'listSources', path: '/sources', room: 'sources', kind: 'page', takesWords: true },
    summary: 'Sources that you see, by title',
    async find(actor, { words, after, take }) {
      const { sources, next } = await listSources(actor, { words, after, take })
      return { items: sources, next }
    },
  },
  {
    ...{ name: 'findSource', path: '/sources/{source}', room: 'sources', kind: 'one' },
    summary: 'One source',
    find: onSource(async (actor, source) => {
      const added = (await findNames(actor, [source.addedById])).get(source.addedById)
      return { value: { ...source, addedBy: added }, version: source.version }
    }),
  },
  {
    ...{ name: 'listSourceClaims', room: 'sources', kind: 'page' },
    path: '/sources/{source}/claims',
    summary: 'What a source says of which claims, of articles that you see',
    find: onSource(async (actor, { id }, { after, take }) => {
      const { evidence, next } = await listSourceClaims(actor, id, {
        after: after || undefined,
        take,
      })
      return { items: evidence, next }
    }),
  },
  {
    ...{ name: 'listLog', path: '/log', room: 'log', kind: 'page' },
    summary: 'Everything that was done in the newsroom, newest first',
    async find(actor, { after, take }) {
      return can(actor, 'newsroom.read-log', {}) ? logPage(actor, {}, { after, take }) : null
    },
  },
]

/** A read of a source that the actor sees. */
function onSource<Answer>(
  find: (
    actor: Actor,
    source: NonNullable<Awaited<ReturnType<typeof findSource>>>,
    wanted: Wanted,
  ) => Promise<Answer>,
) {
  return async (actor: Actor, wanted: Wanted): Promise<Answer | null> => {
    const { source: id = '' } = wanted.params
    const source = unstorable(id) ? null : await findSource(actor, id)
    return source && find(actor, source, wanted)
  }
}

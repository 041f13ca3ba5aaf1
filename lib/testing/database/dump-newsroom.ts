import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** All that is stored about a newsroom, to see that something left it as it was. */
export function everythingOf({ newsroomId }: Pick<Actor, 'newsroomId'>) {
  const oldestFirst = { orderBy: { id: 'asc' } } as const
  return db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    include: {
      memberships: {
        orderBy: { userId: 'asc' },
        include: { user: { include: { sessions: oldestFirst } } },
      },
      invitations: oldestFirst,
      apiTokens: oldestFirst,
      sources: oldestFirst,
      searchEntries: { orderBy: [{ kind: 'asc' }, { id: 'asc' }] },
      files: { orderBy: { sha256: 'asc' } },
      arrivedFiles: oldestFirst,
      captures: {
        ...oldestFirst,
        include: { parts: { orderBy: { role: 'asc' } }, stamps: oldestFirst, watches: oldestFirst },
      },
      jobs: oldestFirst,
      bundles: oldestFirst,
      authorities: oldestFirst,
      allowedHosts: oldestFirst,
      webhooks: { ...oldestFirst, include: { deliveries: oldestFirst } },
      savedViews: oldestFirst,
      facts: oldestFirst,
      factRulings: oldestFirst,
      ledgerDismissals: oldestFirst,
      earlierAnswers: oldestFirst,
      publishedChecks: oldestFirst,
      proposalTallies: { orderBy: { rule: 'asc' } },
      articles: {
        ...oldestFirst,
        include: {
          activity: true,
          people: { orderBy: [{ userId: 'asc' }, { part: 'asc' }] },
          revisions: {
            ...oldestFirst,
            include: {
              marks: oldestFirst,
              decisions: oldestFirst,
              queryPlaces: { orderBy: { queryId: 'asc' } },
              suggestionPlaces: { orderBy: { suggestionId: 'asc' } },
              itemVersion: true,
            },
          },
          claims: {
            ...oldestFirst,
            include: {
              anchors: oldestFirst,
              unplaced: oldestFirst,
              verdicts: oldestFirst,
              evidence: { ...oldestFirst, include: { comparisons: oldestFirst } },
              waivers: oldestFirst,
              comments: { ...oldestFirst, include: { mentions: { orderBy: { userId: 'asc' } } } },
            },
          },
          acceptances: oldestFirst,
          signOffs: { ...oldestFirst, include: { items: oldestFirst, end: true } },
          corrections: oldestFirst,
          queries: { ...oldestFirst, include: { entries: oldestFirst } },
          suggestions: {
            ...oldestFirst,
            include: { decisions: oldestFirst, dissents: oldestFirst },
          },
        },
      },
    },
  })
}

'use client'

import { useMemo } from 'react'
import type { QueryShown } from '@/lib/db/discussion/queries'
import { QueryPlace } from './query-excerpt'
import { QueryThread } from './query-thread'

/**
 * Queries of several articles as items of a list, open ones with the form for the answer. They come as JSON: a page
 * spends most of its time on walking through what it sends to its script.
 */
export function SentQueries({
  newsroom,
  me,
  sent,
}: {
  newsroom: string
  me: string
  /** `QueryShown[]` as JSON. */
  sent: string
}) {
  const queries: QueryShown[] = useMemo(() => JSON.parse(sent), [sent])
  return queries.map((query) => (
    <li key={query.id}>
      <QueryPlace newsroom={newsroom} query={query} named />
      <QueryThread me={me} query={query} answering={query.state === 'open'} />
    </li>
  ))
}

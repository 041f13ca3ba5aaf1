'use client'

import { useMemo } from 'react'
import { align } from '@/lib/domain/text/diff/align'
import { textChanges } from '@/lib/domain/text/diff/changes'
import { ChangedText } from './changed-text'

/** The words of a claim before and now, as one line. */
export function WordDiff({ old, now }: { old: string; now: string }) {
  const changes = useMemo(() => textChanges(align(old, now)), [old, now])
  return (
    <span className="word-diff" dir="auto">
      <ChangedText old={old} now={now} changes={changes} />
    </span>
  )
}

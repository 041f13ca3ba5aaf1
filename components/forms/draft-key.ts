import type { Desk } from '@/lib/db/workspace/find-desk'

type DraftKind =
  | 'claim'
  | 'details'
  | 'cut'
  | 'verdict'
  | 'waiver'
  | 'evidence'
  | 'detach'
  | 'compare-quote'
  | 'compare-figures'
  | 'calculate'
  | 'waive'
  | 'ask'
  | 'suggest'
  | 'comment'
  | 'keep'

/** The name under which a half-written form of this page is kept: by person, kind, and what it is about. */
export const draftOf = ({ me }: Desk, kind: DraftKind, ...about: (string | number)[]) =>
  [me, kind, ...about].join(':')

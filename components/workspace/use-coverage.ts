import { type RefObject, useEffect, useMemo } from 'react'
import { type Gap, gapsOf } from '@/lib/domain/gaps'
import { COVERAGE_KINDS, type CoverageKind } from '@/lib/domain/vocabulary'
import { wordsOf } from '@/lib/domain/words'
import { rangesOf } from './text-positions'
import type { Desk } from './types'

/** The gaps between what is accounted for; counted only while somebody looks at the coverage. */
export function useGaps({ revision, article, claims, marks }: Desk, looking: boolean): Gap[] {
  const words = useMemo(
    () => (looking ? wordsOf(revision.text, revision.blocks, article.language) : []),
    [looking, revision.text, revision.blocks, article.language],
  )
  return useMemo(() => {
    const live = claims.filter(({ status }) => status !== 'cut')
    return gapsOf(words, [...live, ...marks], revision.blocks)
  }, [words, claims, marks, revision.blocks])
}

const NAMES = ['gap', ...Object.keys(COVERAGE_KINDS)]

/** Shades the text by how its words are accounted for, with the CSS Custom Highlight API. */
export function useCoveragePaint(
  text: RefObject<HTMLElement | null>,
  { marks }: Desk,
  gaps: Gap[],
  looking: boolean,
): void {
  useEffect(() => {
    const container = text.current
    if (!looking || !container || !CSS.highlights) return
    const paint = (name: string, spans: Gap[] | Desk['marks']) =>
      CSS.highlights.set(name, new Highlight(...rangesOf(container, spans)))
    paint('gap', gaps)
    for (const kind of Object.keys(COVERAGE_KINDS) as CoverageKind[]) {
      paint(
        kind,
        marks.filter((mark) => mark.kind === kind),
      )
    }
    return () => {
      for (const name of NAMES) CSS.highlights.delete(name)
    }
  }, [text, marks, gaps, looking])
}

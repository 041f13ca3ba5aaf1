import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { type Gap, gapsOf } from '@/lib/domain/coverage/coverage'
import type { Span } from '@/lib/domain/text/blocks'
import { wordsOf } from '@/lib/domain/text/words'
import { COVERAGE_KINDS, type CoverageKind } from '@/lib/domain/vocabulary'
import { mapInChunks } from '../../browser/chunked-work'
import { rangesOf } from '../../browser/dom-offsets'

/** The gaps between what is accounted for; counted only while somebody looks at the coverage, null until then. */
export function useGaps(
  { revision, article, claims, marks }: Desk,
  looking: boolean,
): Gap[] | null {
  const words = useWords(revision, article.language, looking)
  return useMemo(() => {
    if (!words) return null
    const live = claims.filter(({ status }) => status !== 'cut')
    return gapsOf(words, [...live, ...marks], revision.blocks)
  }, [words, claims, marks, revision.blocks])
}

/** The words of the text, once they have been looked for, a block after the other. */
function useWords(revision: Desk['revision'], language: string, looking: boolean): Span[] | null {
  const [found, setFound] = useState<{ revision: Desk['revision']; words: Span[] } | null>(null)
  const known = found?.revision === revision ? found.words : null

  useEffect(() => {
    if (!looking || known) return
    let stale = false
    const { text, blocks } = revision
    mapInChunks(
      blocks,
      (block) => wordsOf(text, [block], language),
      () => stale,
    ).then((words) => words && setFound({ revision, words }))
    return () => {
      stale = true
    }
  }, [looking, known, revision, language])

  return looking ? known : null
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

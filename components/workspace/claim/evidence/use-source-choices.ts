import { useCallback, useEffect, useRef, useState } from 'react'
import type { SourceChoices } from '@/lib/db/sources/source-list'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { draftedValue } from '../../../forms/draft'

/** How long after the last letter the sources are asked for anew, in milliseconds. */
const PAUSE = 150

const NOTHING: SourceChoices = { choices: [], more: false }

/**
 * The sources that evidence can be attached from: those of the article and the newest, or those that hold some words, with
 * the one that is chosen. Null until they are there; none when they cannot be fetched, so that a new one can still be added.
 */
export function useSourceChoices(desk: Desk, draft: string, wanted: boolean) {
  const [found, setFound] = useState<SourceChoices | null>(wanted ? null : NOTHING)
  const [words, setWords] = useState('')
  const asked = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { newsroom } = desk
  const { slug } = desk.article

  const ask = useCallback(
    async (q: string, also: string) => {
      asked.current?.abort()
      const asking = new AbortController()
      asked.current = asking
      const query = new URLSearchParams({ q, article: slug, also })
      try {
        const answer = await fetch(`/${newsroom}/source-choices?${query}`, {
          signal: asking.signal,
        })
        setFound(answer.ok ? await answer.json() : NOTHING)
        setWords(q)
      } catch {
        if (!asking.signal.aborted) setFound((before) => before ?? NOTHING)
      }
    },
    [newsroom, slug],
  )

  useEffect(() => {
    if (wanted) void ask('', draftedValue(draft, 'sourceId') ?? '')
    return () => {
      clearTimeout(timer.current)
      asked.current?.abort()
    }
  }, [ask, draft, wanted])

  /** Asks for the sources that hold these words, once no more are typed. */
  function search(typed: string, chosen: string) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void ask(typed.trim(), chosen), PAUSE)
  }

  return { found, words, search }
}

import { useEffect, useState } from 'react'

/** An article to go to: how it stands is said as people say it. */
export interface ArticleChoice {
  slug: string
  headline: string
  state: string
}

/** How long after the last letter the articles are asked for anew, in milliseconds. */
const PAUSE = 150

const NONE: ArticleChoice[] = []

/** The articles whose headlines hold these words, a few; none until they are there, or where they cannot be fetched. */
export function useArticleChoices(home: string, words: string): ArticleChoice[] {
  const [found, setFound] = useState(NONE)
  useEffect(() => {
    const asking = new AbortController()
    const { signal } = asking
    const ask = async () => {
      const query = new URLSearchParams({ q: words.trim() })
      const answer = await fetch(`${home}/article-choices?${query}`, { signal }).catch(() => null)
      const choices = answer?.ok ? await answer.json().catch(() => NONE) : NONE
      if (!signal.aborted) setFound(choices)
    }
    const timer = setTimeout(() => void ask(), words ? PAUSE : 0)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [home, words])
  return found
}

'use client'

import { useParams, useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { searchAddress } from '@/lib/domain/search/search-query'
import { type Entry, isNamed, Palette } from '../keyboard/palette'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import { useArticleChoices } from './use-article-choices'

/** A page by its name. */
export type Page = readonly [label: string, address: string]

/** The ways to every page and article of the newsroom by their names, which Ctrl or Cmd with K opens. */
export function PagePalette({ home, pages }: { home: string; pages: readonly Page[] }) {
  const [seeking, setSeeking] = useState(false)
  const router = useRouter()
  const [single] = useSingleKeys()
  useKeys({ runs: {}, single, onPalette: () => setSeeking(true), onSearch: search })

  function search() {
    const field = document.getElementById('search-words')
    if (field instanceof HTMLInputElement) field.select()
    else router.push(`${home}/search`)
  }
  return (
    <>
      <button
        type="button"
        className="button small plain to-palette"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setSeeking(true)}
      >
        Go to… <kbd>Ctrl</kbd>
        <kbd>k</kbd>
      </button>
      {seeking && <OpenPalette home={home} pages={pages} onClose={() => setSeeking(false)} />}
    </>
  )
}

function OpenPalette({
  home,
  pages,
  onClose,
}: {
  home: string
  pages: readonly Page[]
  onClose: () => void
}) {
  const router = useRouter()
  const { article } = useParams<{ article?: string }>()
  const [sought, setSought] = useState('')
  const articles = useArticleChoices(home, sought)
  const entriesOf = useCallback(
    (words: string): Entry[] => {
      const here = article ? pagesOfArticle(`${home}/articles/${article}`) : []
      const named = [...here, ...pages]
        .map(([label, address]) => entryOf('Pages', label, address))
        .filter((entry) => isNamed(entry, words))
      const found = articles.map(({ headline, slug, state }) => ({
        ...entryOf('Articles', headline, `${home}/articles/${slug}`),
        note: state,
      }))
      const search = words.trim() && {
        ...entryOf(
          'Pages',
          `Search everything for “${words.trim()}”`,
          searchAddress(`${home}/search`, { typed: words }),
        ),
      }
      return [...named, ...found, ...(search ? [search] : [])]

      function entryOf(kind: 'Pages' | 'Articles', label: string, address: string): Entry {
        return { id: `${kind}-${address}`, kind, label, run: () => router.push(address) }
      }
    },
    [home, pages, article, articles, router],
  )
  return (
    <Palette
      label="Every page"
      lookFor="Look for a page or an article"
      {...{ sought, entriesOf, onClose }}
      onSought={setSought}
    />
  )
}

const pagesOfArticle = (here: string): Page[] => [
  ['Text and claims of this article', here],
  ['Sign-off of this article', `${here}/sign-off`],
  ['Queries and suggestions of this article', `${here}/queries`],
  ['Report of this article', `${here}/report`],
  ['History of this article', `${here}/history`],
]

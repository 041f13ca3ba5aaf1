'use client'

import { useEffect, useState } from 'react'

/**
 * A long document that was made as markup: its first screens come drawn, and the whole of it, as of one moment, is asked
 * for at `address` when the page stands, and again when the page has other first screens. `whole` is a page of its
 * own for whoever has no script.
 */
export function LongMarkup({
  beginning,
  address,
  whole,
}: {
  beginning: string
  address: string
  whole: string
}) {
  /** The whole, and the first screens that it was asked for with. */
  const [came, setCame] = useState<{ of: string; markup: string } | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const asked = new AbortController()
    const ask = async () => {
      setFailed(false)
      try {
        setCame({ of: beginning, markup: await markupAt(address, asked.signal) })
      } catch {
        if (!asked.signal.aborted) setFailed(true)
      }
    }
    ask()
    addEventListener('online', ask)
    return () => {
      asked.abort()
      removeEventListener('online', ask)
    }
  }, [address, beginning])

  const isWhole = came !== null
  useEffect(() => {
    // What the address leads to may have come only now.
    if (isWhole && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [isWhole])

  return (
    <>
      <div dangerouslySetInnerHTML={{ __html: came?.markup ?? beginning }} />
      {!isWhole && (
        <p className="rest-of-page" role={failed ? 'alert' : 'status'}>
          {failed ? 'The rest could not be loaded. ' : 'The rest is being loaded. '}
          <a href={whole}>Open all of it as one page</a>
        </p>
      )}
    </>
  )
}

async function markupAt(address: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(address, { signal, cache: 'no-store' })
  if (!answer.ok) throw new Error(`the markup answered ${answer.status}`)
  return answer.text()
}

/** A document that was made as markup and comes drawn as a whole. */
export function WholeMarkup({ markup }: { markup: string }) {
  return <div dangerouslySetInnerHTML={{ __html: markup }} />
}

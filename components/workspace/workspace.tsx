'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '@/lib/domain/text'
import { ClaimList } from './claim-list'
import { ClaimPanel } from './claim-panel'
import { filtered } from './filtered'
import { KeyHelp } from './key-help'
import { KeyStrip } from './key-strip'
import { NewClaim } from './new-claim'
import { SelectionBar } from './selection-bar'
import { TextColumn } from './text-column'
import type { Desk } from './types'
import { useAddress } from './use-address'
import { useCurrentMark } from './use-current-mark'
import { useKeptSpan } from './use-kept-span'
import { useKeys } from './use-keys'
import { useMargin } from './use-margin'
import { useTextCursor } from './use-text-cursor'
import { WorkspaceBar } from './workspace-bar'

/** The article with its claims beside it: where a checker spends the day. */
export function Workspace({ desk, person }: { desk: Desk; person: ReactNode }) {
  const { article, revision, claims, may } = desk
  const { claim: number, filter, openClaim, setFilter } = useAddress()
  const [helping, setHelping] = useState(false)
  const [listing, setListing] = useState(false)
  const [marking, setMarking] = useKeptSpan(article.id, revision.number)
  // A link to a claim opens with the focus there.
  const [focusing, setFocusing] = useState(number)
  const text = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const selection = useTextCursor(text, revision, article.language)

  const shown = useMemo(() => filtered(claims, filter, desk), [claims, filter, desk])
  const open = claims.find((claim) => claim.number === number) ?? null
  useCurrentMark(text, marking ? null : open, marking)
  useMargin(text, claims)

  const openAndFocus = useCallback(
    (next: number) => {
      setMarking(null)
      openClaim(next)
      setFocusing(next)
    },
    [openClaim, setMarking],
  )
  const close = useCallback(() => {
    const row = number === null ? null : document.getElementById(`claim-${number}`)
    setMarking(null)
    openClaim(null)
    row?.focus()
  }, [number, openClaim, setMarking])
  const mark = useCallback(
    (span: Span | null) => {
      if (!span || !may.mark) return
      setMarking(span)
      document.getSelection()?.removeAllRanges()
    },
    [may.mark, setMarking],
  )
  const step = (by: 1 | -1) => {
    const at = shown.findIndex((claim) => claim.number === number)
    const next = shown[at === -1 ? (by === 1 ? 0 : shown.length - 1) : at + by]
    if (next) openClaim(next.number)
  }

  useKeys({
    j: () => step(1),
    k: () => step(-1),
    c: () => mark(selection.now()),
    e: () => press(panel.current, 'attach'),
    v: () => press(panel.current, 'verdict'),
    '/': () => document.getElementById('filter-words')?.focus(),
    '?': () => setHelping(true),
    t: () => text.current?.focus(),
    escape: () => (number !== null || marking ? close() : selection.clear()),
  })

  // The claim is there only once the address and, for a new one, the page have changed.
  useEffect(() => {
    if (focusing === null || focusing !== number || marking) return
    panel.current?.querySelector<HTMLElement>('.claim h2')?.focus()
    setFocusing(null)
  }, [focusing, number, marking])

  const detailed = marking !== null || open !== null || number !== null
  return (
    <div
      className="workspace"
      data-detailed={detailed || undefined}
      data-listing={listing || undefined}
    >
      <a className="skip-link" href="#claims">
        Skip to the claims
      </a>
      <WorkspaceBar
        desk={desk}
        person={person}
        onList={() => setListing(!listing)}
        listing={listing}
      />
      <main className="text-side" id="main">
        <TextColumn ref={text} desk={desk} onOpen={openAndFocus} />
        {may.mark && !marking && <SelectionBar selection={selection} onMark={mark} />}
      </main>
      <section className="panel" id="claims" ref={panel} aria-label="Claims" tabIndex={-1}>
        <ClaimList
          desk={desk}
          shown={shown}
          filter={filter}
          onFilter={setFilter}
          current={number}
          onOpen={openAndFocus}
        />
        {marking ? (
          <NewClaim desk={desk} span={marking} onDone={openAndFocus} onCancel={close} />
        ) : open ? (
          <ClaimPanel key={open.id} desk={desk} claim={open} onClose={close} />
        ) : (
          number !== null && <NoSuchClaim number={number} onClose={close} />
        )}
      </section>
      <KeyStrip open={open !== null} choosing={selection.span !== null} may={may} />
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  )
}

function NoSuchClaim({ number, onClose }: { number: number; onClose: () => void }) {
  return (
    <div className="claim">
      <h2 tabIndex={-1}>There is no claim {number}</h2>
      <p className="quiet">The link may be mistyped. Every claim of this article is in the list.</p>
      <button type="button" className="button" onClick={onClose}>
        Back to the list
      </button>
    </div>
  )
}

function press(panel: HTMLElement | null, name: string): void {
  panel?.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click()
}

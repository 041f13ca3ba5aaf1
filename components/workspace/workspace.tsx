'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '@/lib/domain/text'
import { ClaimList } from './claim-list'
import { ClaimPanel } from './claim-panel'
import { CoverageBar } from './coverage-bar'
import { filtered } from './filtered'
import { KeyHelp } from './key-help'
import { KeyStrip } from './key-strip'
import { NewClaim } from './new-claim'
import { SelectionBar, type WordAction } from './selection-bar'
import { TextColumn } from './text-column'
import type { Desk } from './types'
import { useAddress } from './use-address'
import { useCoverageView } from './use-coverage-view'
import { useCurrentMark } from './use-current-mark'
import { useKeptSpan } from './use-kept-span'
import { useKeys } from './use-keys'
import { useMargin } from './use-margin'
import { useTextCursor } from './use-text-cursor'
import { WaiveWords } from './waive-words'
import { WorkspaceBar } from './workspace-bar'

/** The article with its claims beside it: where a checker spends the day. */
export function Workspace({ desk, person }: { desk: Desk; person: ReactNode }) {
  const { article, revision, claims, may } = desk
  const { claim: number, filter, covering, openClaim, setFilter, setCovering } = useAddress()
  const [helping, setHelping] = useState(false)
  const [listing, setListing] = useState(false)
  const [marking, setMarking] = useKeptSpan(article.id, revision.number)
  const [waiving, setWaiving] = useState<Span | null>(null)
  // A link to a claim opens with the focus there.
  const [focusing, setFocusing] = useState(number)
  const text = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const selection = useTextCursor(text, revision, article.language)
  const coverage = useCoverageView(desk, text, covering)

  const shown = useMemo(() => filtered(claims, filter, desk), [claims, filter, desk])
  const open = claims.find((claim) => claim.number === number) ?? null
  useCurrentMark(text, marking || waiving ? null : open, marking ?? waiving)
  useMargin(text, claims)

  const openAndFocus = useCallback(
    (next: number) => {
      setMarking(null)
      setWaiving(null)
      openClaim(next)
      setFocusing(next)
    },
    [openClaim, setMarking],
  )
  const close = useCallback(() => {
    const row = number === null ? null : document.getElementById(`claim-${number}`)
    setMarking(null)
    setWaiving(null)
    openClaim(null)
    row?.focus()
  }, [number, openClaim, setMarking])
  /** Does something with the chosen words, and lets them go. */
  const withChosen = (may: boolean, act: (span: Span) => void) => () => {
    const span = selection.now()
    if (!span || !may) return
    act(span)
    document.getSelection()?.removeAllRanges()
  }
  const markAs = (kind: 'opinion' | 'nothing_to_check') =>
    withChosen(may.mark, async (span) => {
      await coverage.mark([span], kind)
      if (covering) coverage.stepFrom(span, 1)
    })
  const wordActions: WordAction[] = [
    { key: 'c', label: 'Make claim', run: withChosen(may.mark, setMarking) },
    { key: 'o', label: 'Opinion', run: markAs('opinion') },
    { key: 'x', label: 'Nothing to check', run: markAs('nothing_to_check') },
    ...(may.waiveWords ? [{ key: 'w', label: 'Waive', run: withChosen(true, setWaiving) }] : []),
  ]
  const stepGap = (by: 1 | -1) => {
    if (covering) coverage.stepFrom(selection.now(), by)
    else setCovering(true)
  }
  const step = (by: 1 | -1) => {
    const at = shown.findIndex((claim) => claim.number === number)
    const next = shown[at === -1 ? (by === 1 ? 0 : shown.length - 1) : at + by]
    if (next) openClaim(next.number)
  }

  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => stepGap(1),
    'shift+n': () => stepGap(-1),
    g: () => setCovering(!covering),
    ...Object.fromEntries(wordActions.map(({ key, run }) => [key, run])),
    e: () => press(panel.current, 'attach'),
    v: () => press(panel.current, 'verdict'),
    '/': () => document.getElementById('filter-words')?.focus(),
    '?': () => setHelping(true),
    t: () => text.current?.focus(),
    escape: () => {
      if (number !== null || marking || waiving) close()
      else if (selection.now()) selection.clear()
      else if (covering) setCovering(false)
    },
  })

  // The claim is there only once the address and, for a new one, the page have changed.
  useEffect(() => {
    if (focusing === null || focusing !== number || marking) return
    panel.current?.querySelector<HTMLElement>('.claim h2')?.focus()
    setFocusing(null)
  }, [focusing, number, marking])

  const detailed = marking !== null || waiving !== null || open !== null || number !== null
  return (
    <div
      className="workspace"
      data-detailed={detailed || undefined}
      data-listing={listing || undefined}
      data-covering={covering || undefined}
    >
      <a className="skip-link" href="#claims">
        Skip to the claims
      </a>
      <WorkspaceBar
        desk={desk}
        person={person}
        onCoverage={() => setCovering(!covering)}
        covering={covering}
        onList={() => setListing(!listing)}
        listing={listing}
      />
      <main className="text-side" id="main">
        {covering && (
          <CoverageBar
            desk={desk}
            gaps={coverage.gaps}
            connecting={coverage.connecting.length}
            onStep={stepGap}
            onSweep={coverage.sweep}
            onClose={() => setCovering(false)}
          />
        )}
        <TextColumn ref={text} desk={desk} onOpen={openAndFocus} />
        {may.mark && !marking && !waiving && (
          <SelectionBar selection={selection} actions={wordActions} />
        )}
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
        {waiving ? (
          <WaiveWords desk={desk} span={waiving} onClose={close} />
        ) : marking ? (
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

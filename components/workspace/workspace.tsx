'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PanelKept } from '@/lib/domain/panel-width'
import type { Span } from '@/lib/domain/text'
import { announce } from '../ui/announce'
import { SaveState } from '../ui/save-state'
import type { Runs } from './actions'
import { ClaimList } from './claim-list'
import { ClaimPanel } from './claim-panel'
import { CommandPalette } from './command-palette'
import { CoverageBar } from './coverage-bar'
import { DeskWork } from './desk-work'
import { filtered } from './filtered'
import { KeyHelp } from './key-help'
import { KeyStrip } from './key-strip'
import { NewClaim } from './new-claim'
import { PanelEdge } from './panel-edge'
import { PrintedClaims } from './printed-claims'
import { ProposalsBar } from './proposals-bar'
import { SelectionBar } from './selection-bar'
import { TextColumn } from './text-column'
import type { Desk } from './types'
import { lostShown, UnplacedList } from './unplaced-list'
import { UnplacedPanel } from './unplaced-panel'
import { useAddress, type View } from './use-address'
import { useChosenClaims } from './use-chosen-claims'
import { useCoverageView } from './use-coverage-view'
import { useCurrentMark } from './use-current-mark'
import { useDossiers } from './use-dossier'
import { useKeptMarking } from './use-kept-marking'
import { useKeptPlace } from './use-kept-place'
import { useKeys } from './use-keys'
import { useKnownText } from './use-known-text'
import { useMargin } from './use-margin'
import { useNextClaim } from './use-next-claim'
import { usePanel } from './use-panel'
import { useProposals } from './use-proposals'
import { useQuickClaims } from './use-quick-claims'
import { useReturnFocus } from './use-return-focus'
import { useSettling } from './use-settling'
import { useSingleKeys } from './use-single-keys'
import { useTextCursor } from './use-text-cursor'
import { useWordActions } from './use-word-actions'
import { WaiveWords } from './waive-words'
import { type Speaking, WordsTalk } from './words-talk'
import { WorkspaceBar } from './workspace-bar'

/** The article with its claims beside it: where a checker spends the day. */
export function Workspace({
  desk: sent,
  person,
  panel: kept,
}: {
  desk: Desk
  person: ReactNode
  panel: PanelKept
}) {
  const { desk, quickly } = useQuickClaims(useKnownText(sent))
  const { article, revision, claims, may } = desk
  const { claim: number, filter, view, openClaim, setFilter, setView } = useAddress()
  const [helping, setHelping] = useState(false)
  const [plain, setPlain] = useState(false)
  const [single, toggleSingle] = useSingleKeys()
  /** What the palette is asked for first; null while it is closed. */
  const [seeking, setSeeking] = useState<string | null>(null)
  const [marking, setMarking] = useKeptMarking(article.id, revision.number)
  const [waiving, setWaiving] = useState<Span | null>(null)
  const [speaking, setSpeaking] = useState<Speaking | null>(null)
  // A link to a claim opens with the focus there.
  const [focusing, setFocusing] = useState(number)
  const text = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const selection = useTextCursor(text, revision, article.language)
  const coverage = useCoverageView(desk, text, view === 'coverage')
  const proposed = useProposals(desk, text, view === 'proposals')
  const dossiers = useDossiers(desk)

  const shown = useMemo(() => filtered(claims, filter, desk), [claims, filter, desk])
  const open = claims.find((claim) => claim.number === number) ?? null
  const lost = useMemo(() => lostShown(desk, filter), [desk, filter])
  const settling = useSettling(desk, number)
  const isGivenBack = useKeptPlace(text, desk)
  const chosen = marking ?? waiving ?? speaking?.span ?? null
  useCurrentMark(text, chosen ? null : open, chosen ?? settling.place, isGivenBack, claims)
  useMargin(text, claims)

  const openAndFocus = useCallback(
    (next: number) => {
      setMarking(null)
      setWaiving(null)
      setSpeaking(null)
      openClaim(next)
      setFocusing(next)
    },
    [openClaim, setMarking],
  )
  const opened = marking || waiving || speaking ? 'words' : number
  const leave = useReturnFocus(text, opened)
  const close = useCallback(() => {
    setMarking(null)
    setWaiving(null)
    setSpeaking(null)
    openClaim(null)
    leave(number)
  }, [number, openClaim, setMarking, leave])
  const beside = usePanel(panel, kept, opened, close)
  const words = useWordActions({
    ...{ may, selection, view, coverage, proposed },
    onMark: setMarking,
    onWaive: setWaiving,
    onSpeak: setSpeaking,
  })
  const look = (at: View) => setView(view === at ? null : at)
  const stepIn = (at: View, by: 1 | -1) => (view === at ? words.step(by) : setView(at))
  const step = (by: 1 | -1) => {
    const all = [...lost, ...shown]
    const at = all.findIndex((claim) => claim.number === number)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
    if (next) openClaim(next.number)
  }

  const goOn = useNextClaim({
    ...{ claims, shown, panel, onOpen: openAndFocus },
    current: marking || waiving ? null : number,
  })
  const work = useMemo(() => ({ quickly, goOn }), [quickly, goOn])
  const picked = useChosenClaims(shown, { current: number, onOpen: openClaim })

  const always = (run: () => void) => ({ run, ready: true })
  const onOpen = (name: string) => ({
    run: () => press(panel.current, name),
    ready: open !== null && open.status !== 'cut',
  })
  /** With words chosen it is about them, or else about the open claim. */
  const onWordsOrOpen = (name: 'ask' | 'suggest') => {
    const claim = onOpen(name)
    const chosen = words.runs[name]
    return {
      run: () => (selection.now() ? chosen?.run() : claim.ready && claim.run()),
      ready: claim.ready || (chosen?.ready ?? false),
    }
  }
  const runs: Runs = {
    next: always(() => step(1)),
    before: always(() => step(-1)),
    jump: always(() => setSeeking('C-')),
    filter: always(() => {
      beside.show()
      document.getElementById('filter-words')?.focus()
    }),
    ...(may.edit && {
      choose: always(picked.toggle),
      chooseNext: always(() => picked.extend(1)),
      chooseBefore: always(() => picked.extend(-1)),
      chooseAll: always(picked.all),
    }),
    ...(may.attach && { attach: onOpen('attach') }),
    ...(may.rate && { verdict: onOpen('verdict') }),
    text: always(() => text.current?.focus()),
    ...(may.comment && { comment: onOpen('comment') }),
    ...settling.runs(selection, (next) => openAndFocus(next)),
    ...words.runs,
    ...(may.ask && { ask: onWordsOrOpen('ask') }),
    ...(may.suggest && { suggest: onWordsOrOpen('suggest') }),
    coverage: always(() => look('coverage')),
    nextGap: always(() => stepIn('coverage', 1)),
    gapBefore: always(() => stepIn('coverage', -1)),
    ...(may.mark && {
      sweep: { run: coverage.sweep, ready: coverage.connecting.length > 0 },
      proposals: always(() => look('proposals')),
      nextProposal: always(() => stepIn('proposals', 1)),
      proposalBefore: always(() => stepIn('proposals', -1)),
    }),
    plain: always(() => {
      setPlain(!plain)
      announce(plain ? 'Marks are shown again' : 'Marks are hidden: h shows them again')
    }),
    panel: always(beside.toggle),
    keys: always(() => setHelping(true)),
    singleKeys: always(toggleSingle),
  }
  useKeys({
    ...{ runs, single },
    onPalette: () => setSeeking(''),
    onEscape: () => {
      if (opened !== null) close()
      else if (beside.unlist()) return
      else if (selection.now()) selection.clear()
      else if (picked.chosen.length > 0) picked.clear()
      else setView(null)
    },
  })

  // The claim is there only once the address and, for a new one, the page have changed.
  useEffect(() => {
    if (focusing === null || focusing !== number || marking) return
    panel.current?.querySelector<HTMLElement>('.claim h2')?.focus()
    setFocusing(null)
  }, [focusing, number, marking])

  return (
    <div
      className="workspace"
      style={beside.style}
      data-detailed={opened !== null || undefined}
      data-closed={beside.closed || undefined}
      data-listing={beside.listing || undefined}
      data-view={view ?? undefined}
      data-plain={plain || undefined}
      data-settling={settling.claim ? true : undefined}
    >
      <a className="skip-link" href="#claims">
        Skip to the claims
      </a>
      <WorkspaceBar
        desk={desk}
        person={person}
        view={view}
        onView={look}
        onOpen={openAndFocus}
        onList={beside.toggle}
        listing={beside.listing}
        closed={beside.closed}
      />
      <main className="text-side" id="main">
        {view === 'proposals' && (
          <ProposalsBar
            proposals={proposed.proposals}
            chosen={proposed.at(selection.span)}
            onStep={words.step}
            onClose={() => setView(null)}
          />
        )}
        {view === 'coverage' && (
          <CoverageBar
            desk={desk}
            gaps={coverage.gaps}
            connecting={coverage.connecting.length}
            onStep={words.step}
            onSweep={coverage.sweep}
            onClose={() => setView(null)}
          />
        )}
        <TextColumn ref={text} desk={desk} onOpen={openAndFocus} />
        {!chosen && (
          <SelectionBar selection={selection} runs={{ ...words.runs, placeHere: runs.placeHere }} />
        )}
      </main>
      <section className="panel" id="claims" ref={panel} aria-label="Claims" tabIndex={-1}>
        <PanelEdge width={kept.width} onWidth={beside.keepWidth} onClose={beside.toggle} />
        <DeskWork value={work}>
          <ClaimList
            desk={desk}
            shown={shown}
            filter={filter}
            onFilter={setFilter}
            current={number}
            onOpen={openAndFocus}
            picked={picked}
            above={lost.length}
          >
            <UnplacedList claims={lost} of={desk.unplaced} current={number} onOpen={openAndFocus} />
          </ClaimList>
          {speaking ? (
            <WordsTalk desk={desk} speaking={speaking} onClose={close} />
          ) : waiving ? (
            <WaiveWords desk={desk} span={waiving} onClose={close} />
          ) : marking ? (
            <NewClaim desk={desk} marking={marking} onDone={openAndFocus} onCancel={close} />
          ) : open ? (
            <ClaimPanel
              key={open.id}
              desk={desk}
              claim={open}
              dossiers={dossiers}
              onClose={close}
            />
          ) : settling.claim ? (
            <UnplacedPanel
              key={settling.claim.id}
              desk={desk}
              claim={settling.claim}
              dossiers={dossiers}
              settling={settling}
              accept={runs.accept}
              onClose={close}
            />
          ) : (
            number !== null && <NoSuchClaim number={number} onClose={close} />
          )}
        </DeskWork>
      </section>
      <PrintedClaims desk={desk} />
      <KeyStrip runs={runs} single={single}>
        <SaveState />
      </KeyStrip>
      {helping && (
        <KeyHelp single={single} onSingle={toggleSingle} onClose={() => setHelping(false)} />
      )}
      {seeking !== null && (
        <CommandPalette
          desk={desk}
          runs={runs}
          sought={seeking}
          selection={selection}
          onClaim={openAndFocus}
          onClose={() => setSeeking(null)}
        />
      )}
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

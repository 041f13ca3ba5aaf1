'use client'

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { fetchLater, later } from '../browser/later'
import { useHydrated } from '../browser/use-hydrated'
import { useWordSelection } from '../browser/use-word-selection'
import { KeyStrip } from '../keyboard/key-strip'
import type { ActionHandlers } from '../keyboard/shortcuts'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import { toast } from '../ui/toast'
import { ContradictionNotice } from './bar/contradiction-notice'
import { CorrectionNotice } from './bar/correction-notice'
import { PageNotice } from './bar/page-notice'
import { WorkspaceBar } from './bar/workspace-bar'
import { useSettling } from './claim/use-placing'
import {
  claimHandlers,
  discussionHandlers,
  listHandlers,
  viewHandlers,
} from './commands/action-handlers'
import { CommandPalette } from './commands/command-palette'
import { useCorrecting } from './commands/use-correcting'
import { useWordActions } from './commands/use-selection-actions'
import { useSince } from './commands/use-since'
import { useProposals } from './coverage/use-candidates'
import { useCoverageView } from './coverage/use-coverage-view'
import { GoOn, useDesk } from './desk/desk-context'
import { SaveState } from './desk/save-state'
import { useUrlState } from './desk/use-url-state'
import { ClaimList } from './list/claim-list'
import { filterClaims } from './list/filter-claims'
import { lostShown, UnplacedList } from './list/unplaced-list'
import { useMultiSelect } from './list/use-multi-select'
import { PanelContent } from './panel/panel-content'
import type { PanelKept } from './panel/panel-cookie'
import { PanelResizer } from './panel/panel-resizer'
import { useNextClaim } from './panel/use-next-claim'
import { usePanel } from './panel/use-panel'
import { usePanelContent } from './panel/use-panel-content'
import { PrintedClaims } from './text/print-claims'
import { SelectionBar } from './text/selection-toolbar'
import { TextColumn } from './text/text-column'
import { TextPlaces } from './text/text-places'

const KeyHelp = later(() => import('../keyboard/key-help').then(({ KeyHelp }) => KeyHelp))
const ProposalsBar = later(() =>
  import('./coverage/candidates-bar').then(({ ProposalsBar }) => ProposalsBar),
)
const LedgerDifferences = later(() =>
  import('./coverage/ledger-differences').then(({ LedgerDifferences }) => LedgerDifferences),
)
const CoverageBar = later(() =>
  import('./coverage/coverage-bar').then(({ CoverageBar }) => CoverageBar),
)

/** The article with its claims beside it: where a checker spends the day. */
export function Workspace({ person, panel: kept }: { person: ReactNode; panel: PanelKept }) {
  const desk = useDesk((state) => state.desk)
  const { article, revision, claims, may } = desk
  const { claim: number, filter, view, openClaim, setFilter, setView } = useUrlState()
  const [helping, setHelping] = useState(false)
  const [plain, setPlain] = useState(false)
  const [single, toggleSingle] = useSingleKeys()
  /** What the palette is asked for first; null while it is closed. */
  const [seeking, setSeeking] = useState<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const selection = useWordSelection(text, revision, article.language)
  const coverage = useCoverageView(desk, text, view === 'coverage')
  const proposed = useProposals(desk, text, view === 'proposals')

  const shown = useMemo(() => filterClaims(claims, filter, desk), [claims, filter, desk])
  const open = claims.find((claim) => claim.number === number) ?? null
  const lost = useMemo(() => lostShown(desk, filter), [desk, filter])
  const settling = useSettling(desk, number)
  const atHand = usePanelContent(desk, number, openClaim, { text, panel })
  const place = atHand.words ?? settling.place
  const isWhole = useHydrated()
  useEffect(fetchLater, [])

  const beside = usePanel(panel, kept, atHand.what, atHand.close)
  const words = useWordActions({
    ...{ desk, selection, view, coverage, proposed },
    ...atHand.onWords,
  })
  const step = (by: 1 | -1) => {
    const all = [...lost, ...shown]
    const at = all.findIndex((claim) => claim.number === number)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
    if (next) openClaim(next.number)
  }

  const goOn = useNextClaim({
    ...{ claims, shown, panel, onOpen: atHand.open },
    current: atHand.words ? null : number,
  })
  const picked = useMultiSelect(shown, { current: number, onOpen: openClaim })

  const goToFilter = () => {
    beside.show()
    document.getElementById('filter-words')?.focus()
  }
  const correcting = useCorrecting(desk, open, selection)
  const onClaim = claimHandlers(may, open, () => panel.current)
  const since = useSince(desk)
  const always = (run: () => void) => ({ run, ready: true })
  const runs: ActionHandlers = {
    ...listHandlers(may, { step, picked, jump: () => setSeeking('C-'), filter: goToFilter }),
    ...onClaim,
    text: always(() => text.current?.focus()),
    ...settling.runs(selection, atHand.open),
    ...words.runs,
    ...discussionHandlers(onClaim, words.runs, () => selection.now() !== null),
    ...correcting,
    ...viewHandlers(may, { view, setView, words, coverage }),
    ...since,
    plain: always(() => {
      setPlain(!plain)
      toast(plain ? 'Marks are shown again' : 'Marks are hidden: h shows them again')
    }),
    panel: always(beside.toggle),
    keys: always(() => setHelping(true)),
    singleKeys: always(toggleSingle),
  }
  useKeys({
    ...{ runs, single },
    onPalette: () => setSeeking(''),
    onEscape: () => {
      if (atHand.what !== null) atHand.close()
      else if (beside.unlist()) return
      else if (selection.now()) selection.clear()
      else if (picked.chosen.length > 0) picked.clear()
      else setView(null)
    },
  })

  return (
    <div
      className="workspace"
      style={beside.style}
      data-detailed={atHand.what !== null || undefined}
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
        onView={(at) => setView(view === at ? null : at)}
        onOpen={atHand.open}
        onList={beside.toggle}
        listing={beside.listing}
        closed={beside.closed}
      />
      <main className="text-side" id="main">
        {view === 'proposals' && (
          <ProposalsBar
            proposals={proposed.proposals}
            why={proposed.why}
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
        <CorrectionNotice desk={desk} />
        <PageNotice desk={desk} />
        {isWhole && (
          <LedgerDifferences
            {...{ desk, text }}
            onMark={may.mark ? words.runs.claim?.run : undefined}
          />
        )}
        <ContradictionNotice desk={desk} />
        <TextColumn ref={text} desk={desk} isWhole={isWhole} onOpen={atHand.open} />
        {isWhole && <TextPlaces {...{ text, desk, place }} open={atHand.words ? null : open} />}
        {!atHand.words && (
          <SelectionBar
            selection={selection}
            runs={{ ...words.runs, ...correcting, placeHere: runs.placeHere }}
          />
        )}
      </main>
      <section className="panel" id="claims" ref={panel} aria-label="Claims" tabIndex={-1}>
        <PanelResizer width={kept.width} onWidth={beside.keepWidth} onClose={beside.toggle} />
        <GoOn value={goOn}>
          <ClaimList
            desk={desk}
            shown={shown}
            filter={filter}
            onFilter={setFilter}
            current={number}
            onOpen={atHand.open}
            picked={picked}
            above={lost.length}
          >
            <UnplacedList claims={lost} of={desk.unplaced} current={number} onOpen={atHand.open} />
          </ClaimList>
          <PanelContent {...{ desk, atHand, settling }} claim={open} accept={runs.accept} />
        </GoOn>
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
          onClaim={atHand.open}
          onClose={() => setSeeking(null)}
        />
      )}
    </div>
  )
}

import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { SETTABLE_STATUSES } from '@/lib/domain/claims/status'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import type { useCoverageView } from '../coverage/use-coverage-view'
import type { View } from '../desk/use-url-state'
import type { useMultiSelect } from '../list/use-multi-select'
import type { useWordActions } from './use-selection-actions'

const always = (run: () => void) => ({ run, ready: true })

/** What this person can do with the open claim: each presses the control that stands in its panel. */
export function claimHandlers(
  may: Desk['may'],
  open: ClaimShown | null,
  panel: () => HTMLElement | null,
): ActionHandlers {
  const ready = open !== null && open.status !== 'cut'
  const on = (selector: string) => ({ run: () => press(panel(), selector), ready })
  const named = (name: string) => on(`[data-key="${name}"]`)
  const earlier = (name: string) => ({ run: () => pressEarlier(panel(), name), ready })
  return {
    earlier: { run: () => stepEarlier(panel()), ready },
    ...(may.attach && { attach: named('attach') }),
    ...(may.rate && {
      verdict: named('verdict'),
      sameVerdict: earlier('same-verdict'),
      hold: {
        run: () => press(panel(), '.frame-notice button'),
        ready: ready && open.frameAspects !== undefined,
      },
    }),
    ...(may.judgeOrigins && {
      sameOrigin: on('.same-words form:nth-of-type(1) button'),
      notSameOrigin: on('.same-words form:nth-of-type(2) button'),
    }),
    ...(may.comment && { comment: named('comment') }),
    ...(may.ask && { ask: named('ask') }),
    ...(may.suggest && { suggest: named('suggest') }),
    ...(may.edit && {
      earlierSame: earlier('same'),
      earlierRelated: earlier('related'),
      earlierNotSame: earlier('not_same'),
      details: named('details'),
      assign: on('.assignee select'),
      ...Object.fromEntries(
        SETTABLE_STATUSES.map((status) => [status, on(`[name="status"][value="${status}"]`)]),
      ),
    }),
  }
}

/** Asking and suggesting are about chosen words where there are some, or else about the open claim. */
export function discussionHandlers(
  claim: ActionHandlers,
  words: ActionHandlers,
  isChosen: () => boolean,
): ActionHandlers {
  const either = (name: 'ask' | 'suggest') => {
    const [onClaim, onWords] = [claim[name], words[name]]
    if (!onClaim) return {}
    return {
      [name]: {
        run: () => (isChosen() ? onWords?.run() : onClaim.ready && onClaim.run()),
        ready: onClaim.ready || (onWords?.ready ?? false),
      },
    }
  }
  return { ...either('ask'), ...either('suggest') }
}

/** The ways through the list of claims, and the choosing of several. */
export function listHandlers(
  may: Desk['may'],
  {
    step,
    jump,
    filter,
    picked,
  }: {
    step: (by: 1 | -1) => void
    jump: () => void
    filter: () => void
    picked: ReturnType<typeof useMultiSelect>
  },
): ActionHandlers {
  return {
    next: always(() => step(1)),
    before: always(() => step(-1)),
    jump: always(jump),
    filter: always(filter),
    ...(may.edit && {
      choose: always(picked.toggle),
      chooseNext: always(() => picked.extend(1)),
      chooseBefore: always(() => picked.extend(-1)),
      chooseAll: always(picked.all),
    }),
  }
}

/** Looking at the coverage or the proposals, and the ways through them. */
export function viewHandlers(
  may: Desk['may'],
  {
    view,
    setView,
    words,
    coverage,
  }: {
    view: View | null
    setView: (view: View | null) => void
    words: ReturnType<typeof useWordActions>
    coverage: ReturnType<typeof useCoverageView>
  },
): ActionHandlers {
  const look = (at: View) => always(() => setView(view === at ? null : at))
  const step = (at: View, by: 1 | -1) => always(() => (view === at ? words.step(by) : setView(at)))
  return {
    coverage: look('coverage'),
    nextGap: step('coverage', 1),
    gapBefore: step('coverage', -1),
    ...(may.mark && {
      sweep: { run: coverage.sweep, ready: coverage.connecting.length > 0 },
      proposals: look('proposals'),
      nextProposal: step('proposals', 1),
      proposalBefore: step('proposals', -1),
    }),
  }
}

function press(panel: HTMLElement | null, selector: string): void {
  const control = panel?.querySelector<HTMLElement>(selector)
  if (control instanceof HTMLSelectElement) control.focus()
  else control?.click()
}

/** Opens what was checked before, and then goes from one to the next. */
function stepEarlier(panel: HTMLElement | null): void {
  const box = panel?.querySelector<HTMLDetailsElement>('.checked-before')
  const summary = box?.querySelector('summary')
  if (!box?.open) {
    summary?.click()
    summary?.focus()
    return
  }
  const checks = [...box.querySelectorAll<HTMLElement>('.earlier-check')].filter(isShown)
  const at = checks.findIndex((check) => check.contains(document.activeElement))
  const next = checks[at + 1] ?? summary
  next?.focus()
}

/** Presses a button of the earlier check at which the keyboard is, or of the first one. */
function pressEarlier(panel: HTMLElement | null, name: string): void {
  const buttons = [
    ...(panel?.querySelectorAll<HTMLElement>(`.earlier-check [data-key="${name}"]`) ?? []),
  ].filter(isShown)
  const here = buttons.find((one) => one.closest('.earlier-check')?.matches(':focus-within'))
  const button = here ?? buttons[0]
  button?.click()
}

/** What is folded away has no size. */
const isShown = (element: HTMLElement) => element.getClientRects().length > 0

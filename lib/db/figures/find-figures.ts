import {
  caughtByDeskFigure,
  caughtFigure,
  correctionsFigure,
  DAYS_AHEAD,
  deadlinesFigure,
  durationsFigure,
  loadFigure,
  statesFigure,
  verdictsFigure,
} from '@/lib/domain/figures/draw'
import { errorsCaught } from '@/lib/domain/figures/error-causes'
import type { Figure } from '@/lib/domain/figures/figure'
import type { Period } from '@/lib/domain/figures/period'
import type { Actor } from '@/lib/domain/policy'
import { addDays, dayOf, startOfDay } from '@/lib/domain/times/days'
import { findNames } from '../newsroom/members'
import { countDurations, countVerdicts, listHiddenIn } from './checks'
import { countCorrectionsBy, listAppliedChanges, listChangedWords } from './errors'
import { countDeadlines, countLoad, countStates, type Load } from './now'
import { hasPersonFigures } from './settings'

/** The pictures of the work as it stands now, and of a period, as far as this person sees it. */
export async function findFigures(actor: Actor, period: Period, now: Date): Promise<Figure[]> {
  const today = dayOf(now, actor.timeZone)
  const until = startOfDay(addDays(today, DAYS_AHEAD), actor.timeZone)
  const [states, deadlines, load, names, byPerson, hidden] = await Promise.all([
    countStates(actor),
    countDeadlines(actor, { now, until }),
    countLoad(actor),
    findNames(actor),
    hasPersonFigures(actor),
    listHiddenIn(actor, period),
  ])
  const [durations, verdicts, changed, applied, corrections] = await Promise.all([
    countDurations(actor, period, hidden),
    countVerdicts(actor, period, hidden),
    listChangedWords(actor, period, hidden),
    listAppliedChanges(actor, period),
    countCorrectionsBy(actor, period),
  ])
  const caught = errorsCaught(changed, applied)
  const nameOf = (userId: string | null) =>
    userId ? (names.get(userId) ?? 'Somebody') : 'Nobody’s'
  return [
    statesFigure(states),
    deadlinesFigure(deadlines, today),
    loadFigure(
      byPerson ? load.map((one) => ({ ...one, name: nameOf(one.userId) })) : withoutNames(load),
    ),
    durationsFigure(durations),
    verdictsFigure(verdicts),
    caughtFigure(caught),
    ...(byPerson
      ? [caughtByDeskFigure(caught.map((one) => ({ ...one, desk: nameOf(one.editorId) })))]
      : []),
    correctionsFigure(corrections),
  ]
}

/** What somebody has, and what nobody has: how much each has is shown only where the newsroom wants it. */
function withoutNames(load: readonly Load[]) {
  const all = (name: string, some: readonly Load[]) => ({
    name,
    toCheck: some.reduce((sum, one) => sum + one.toCheck, 0),
    recheck: some.reduce((sum, one) => sum + one.recheck, 0),
    waiting: some.reduce((sum, one) => sum + one.waiting, 0),
  })
  return [
    all(
      'Somebody’s',
      load.filter(({ userId }) => userId !== null),
    ),
    all(
      'Nobody’s',
      load.filter(({ userId }) => userId === null),
    ),
  ]
}

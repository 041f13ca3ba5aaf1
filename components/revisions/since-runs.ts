import type { ActionHandlers } from '../keyboard/shortcuts'
import { toast } from '../ui/toast'

/** The keys that lead to what changed; where nothing did, they say so. */
export function sinceRuns(
  ways: Record<'sinceSeen' | 'sinceChecked', string | null>,
  go: (address: string) => void,
): ActionHandlers {
  const run = (way: string | null, nothing: string) => ({
    run: () => (way ? go(way) : toast(nothing)),
    ready: way !== null,
  })
  return {
    sinceSeen: run(ways.sinceSeen, 'Nothing changed since you last looked'),
    sinceChecked: run(ways.sinceChecked, 'Nothing changed since somebody last gave a verdict'),
  }
}

import { changes, notifyPresence } from './pg-notifications'
import { makePresence, type Presence } from './presence'

// Kept on `globalThis`: each route has its own copy of a module.
const kept = globalThis as { stetPresence?: Presence }

/** Who has an article of this house open, as far as the processes that share its database know. */
export function presence(): Presence {
  if (!kept.stetPresence) {
    const here = makePresence(notifyPresence)
    kept.stetPresence = here
    changes().on('here', here.hear).on('gap', here.greet)
  }
  return kept.stetPresence
}

import { cache } from 'react'
import { findWaiting } from '@/lib/db/workspace/inbox'

/** What waits for whoever asks: the number beside Questions and that page are made at once, and read it once. */
export const findWaitingOnce = cache(findWaiting)

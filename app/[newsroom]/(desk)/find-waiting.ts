import { cache } from 'react'
import { findKnownWaiting } from '@/lib/db/waiting/known-waiting'

/** What waits for whoever asks: the number in the bar and the first page are made at once, and read it once. */
export const findWaitingOnce = cache(findKnownWaiting)

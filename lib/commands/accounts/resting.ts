import { Refusal } from '@/lib/domain/refusal'

/** Says that there were too many wrong passwords, and how long none is looked at. */
export function resting(): Refusal {
  return new Refusal('not-allowed', 'Too many wrong passwords. Try again in a quarter of an hour.')
}

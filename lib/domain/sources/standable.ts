/** What says whether something may rest on a source. */
export interface Standable {
  /** When an editor said that it fell; null or left out for one that stands. */
  fellAt?: Date | null
}

/** Whether a source fell: nothing may rest on it alone. */
export function isFallen({ fellAt }: Standable): boolean {
  return fellAt !== null && fellAt !== undefined
}

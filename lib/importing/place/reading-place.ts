/** Where the reader of a file is, for whoever may have to stop it and say where. */

let teller: ((place: string) => void) | null = null
let told = 0

/** Hears from now on where a reader is: in which part it begins, and then how far it is, ten times a second at most. */
export function hearPlaces(hears: (place: string) => void): void {
  teller = hears
}

export function readingPart(name: string): void {
  teller?.(name)
}

export function readingNumber(what: string, number: number): void {
  if (!teller) return
  const now = performance.now()
  if (now - told < EVERY) return
  told = now
  teller(`${what} ${number.toLocaleString('en')}`)
}

/** In milliseconds. */
const EVERY = 100

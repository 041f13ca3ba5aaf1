/** Why nothing came out of a file, for whoever brought it. */
export const FAILURES = {
  'too-slow': 'This file takes too long to read. Save it in a simpler form, or in parts.',
  'too-much-memory': 'Reading this file takes more memory than Stet gives to one. Save it smaller.',
  crashed: 'This file broke the program that reads such files. Save it again in another form.',
  'not-readable':
    'This file could not be read. It may be damaged; save it again, or in another form.',
} as const

/** How a parser says among its errors where in the file it is. */
export const asPlace = (place: string) => `\u0001${place.replace(/\s+/g, ' ').slice(0, 120)}\n`

/** Why nothing came, and where reading stopped, if the parser had said where it was. */
export function sentenceFor(failure: Failure, errors: string): string {
  const place = errors.slice(errors.lastIndexOf('\u0001') + 1).split('\n')[0]
  const isKnown = errors.includes('\u0001') && place
  return isKnown ? `${FAILURES[failure]} Reading stopped in ${place}.` : FAILURES[failure]
}

export type Failure = keyof typeof FAILURES

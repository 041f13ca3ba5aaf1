/** Why nothing came out of a file, for whoever brought it. */
export const FAILURES = {
  'too-slow': 'This file takes too long to read. Save it in a simpler form, or in parts.',
  'too-much-memory': 'Reading this file takes more memory than Stet gives to one. Save it smaller.',
  crashed: 'This file broke the program that reads such files. Save it again in another form.',
  'not-readable':
    'This file could not be read. It may be damaged; save it again, or in another form.',
} as const

export type Failure = keyof typeof FAILURES

/** Where the pages of refusals are; each is named by its status. */
export const REFUSED = '/refused/'

/** How programs are answered (RFC 9457). */
export const PROBLEM = 'application/problem+json'

/** What each says (RFC 9110, 15.5). */
export const REFUSALS = {
  400: {
    title: 'This address cannot be read',
    why: 'It is cut off or mistyped: a part of it that begins with % stands for no character. Nothing was changed.',
  },
  403: {
    title: 'This form was sent from another site',
    why: 'Stet takes forms from its own pages alone. Nothing was changed.',
  },
  411: {
    title: 'The length of this was not said',
    why: 'Stet takes what is sent to it only when it is told beforehand how long it is. Nothing was changed.',
  },
  413: {
    title: 'This is too large',
    why: 'An article may have a million characters, and what is sent before logging in 64 kilobytes. Nothing was changed.',
  },
} as const

export type RefusedStatus = keyof typeof REFUSALS

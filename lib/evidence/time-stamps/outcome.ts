/** Why there is no time stamp, as a name to tell the cases apart. */
export type TimeStampFailure =
  | 'down'
  | 'not-a-time-stamp'
  | 'refused'
  | 'refused-policy'
  | 'other-hash'
  | 'other-nonce'
  | 'bad-signature'
  | 'wrong-certificate'
  | 'expired-certificate'
  | 'unknown-authority'

/** A time stamp that holds: this hash existed at this time, says this authority. */
export interface TimeStamp {
  outcome: 'granted'
  genTime: Date
  /** In hex. */
  serial: string
  /** The object identifier of the policy under which it was made. */
  policy: string
  /** The name on the signing certificate. */
  authority: string
  /** Until when that certificate is valid; what it signed before holds on, as long as nobody else had its key. */
  validUntil: Date
  /** The token (CMS) and the certificates that came in it, DER. */
  token: Uint8Array<ArrayBuffer>
  certificates: Uint8Array<ArrayBuffer>[]
}

/** That there is none, and why, in words for a person. */
export interface NoTimeStamp {
  outcome: 'failed'
  failure: TimeStampFailure
  message: string
}

const WORDS: Record<TimeStampFailure, string> = {
  down: 'The authority does not answer.',
  'not-a-time-stamp': 'What the authority answered is not a time stamp.',
  refused: 'The authority refused to give a time stamp.',
  'refused-policy': 'The authority refused: it does not stamp under this policy.',
  'other-hash': 'The time stamp is of another file: the hash in it is not the one that was sent.',
  'other-nonce': 'The time stamp answers another request: its nonce is not the one that was sent.',
  'bad-signature': 'The time stamp’s signature does not hold: it was altered, or is not complete.',
  'wrong-certificate': 'The time stamp was signed with a certificate that is not for time stamps.',
  'expired-certificate':
    'The time stamp was signed with a certificate that was not valid at that time: it had expired, or had not begun.',
  'unknown-authority':
    'The time stamp’s certificate leads back to none of the authorities that the newsroom trusts.',
}

/** A failure in its words, with what the other side said about it after them. */
export function failed(failure: TimeStampFailure, detail?: string): NoTimeStamp {
  const message = detail ? `${WORDS[failure]} ${detail}` : WORDS[failure]
  return { outcome: 'failed', failure, message }
}

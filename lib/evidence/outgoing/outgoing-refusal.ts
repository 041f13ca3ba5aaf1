import { type Reason, Refusal } from '../../domain/refusal'

/** Why nothing, or not all, was brought from outside. */
export type Why = keyof typeof SENTENCES

/** An address that Stet does not ask, or whose answer it could not bring in: in a sentence for the reader. */
export class OutgoingRefusal extends Refusal {
  /** @param detail what the sentence names: a port, a limit; @param ledTo the address that this one had led on to */
  constructor(
    readonly why: Why,
    readonly detail = '',
    readonly ledTo = '',
  ) {
    const sentence = SENTENCES[why](detail)
    const message = ledTo ? `It leads on to ${ledTo}. ${sentence}` : sentence
    super(REASONS[why] ?? 'unavailable', message, { address: message })
  }
}

const SENTENCES = {
  'not-an-address': () => 'This is no address of a page. One looks like https://example.org/page.',
  scheme: () => 'Stet goes to addresses that begin with http:// or https://, and to no others.',
  credentials: () => 'This address has a user name or password in it. Give it without them.',
  port: (port: string) =>
    `This address names port ${port}, and Stet does not ask there unless an admin has allowed it.`,
  'private-network': () => 'This address leads into a private network, and Stet does not go there.',
  'name-not-found': () => 'There is no site of this name, or it cannot be found at the moment.',
  unreachable: () => 'The site cannot be reached at the moment.',
  certificate: () =>
    'The site did not prove that it is the one in the address: its certificate does not hold.',
  dropped: () => 'The site broke the connection off before its answer was complete.',
  'bad-answer': () => 'The site answered with something that is no page and no file.',
  'too-many-redirects': (limit: string) => `This address leads on more than ${limit} times.`,
  'too-large': (limit: string) => `The answer is larger than ${limit}.`,
  'too-slow': (limit: string) => `The answer was not complete after ${limit}.`,
  silent: (limit: string) => `The site sent nothing for ${limit}.`,
  'too-many-requests': (limit: string) => `The page asked for more than ${limit} things.`,
  'called-off': () => 'This was called off.',
} satisfies Record<string, (detail: string) => string>

const REASONS: Partial<Record<Why, Reason>> = {
  'not-an-address': 'invalid',
  scheme: 'invalid',
  credentials: 'invalid',
  port: 'not-allowed',
  'private-network': 'not-allowed',
}

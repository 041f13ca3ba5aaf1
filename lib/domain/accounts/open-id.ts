import { z } from 'zod'
import { parseAddress } from '../web-address'

/** What is in the way of somebody who logs in by the OpenID provider of their house. */
export type OpenIdProblem = keyof typeof PROBLEMS

/** The same in the reader's words; null for what is no such problem. `name` is the provider's, as the button says it. */
export function openIdProblemInWords(problem: string, name: string): string | null {
  return Object.hasOwn(PROBLEMS, problem) ? PROBLEMS[problem as OpenIdProblem](name) : null
}

const PROBLEMS = {
  down: (name: string) =>
    `${name} does not answer, so nobody was logged in. Try again in a moment, or log in with your password.`,
  again: (name: string) =>
    `This log-in was begun elsewhere, was used already or took too long. Log in with ${name} once more.`,
  declined: (name: string) => `${name} did not confirm who you are, so nobody was logged in.`,
  untrusted: (name: string) =>
    `What ${name} answered cannot be trusted, so nobody was logged in. Tell whoever runs Stet; your password still opens.`,
  unverified: (name: string) =>
    `${name} does not say that your email address is verified. Have it verified there, or log in with your password.`,
  unknown: (name: string) =>
    `Nobody has an account here with the address that ${name} gives. Ask an admin of your newsroom to invite you under it.`,
  'not-allowed': (name: string) =>
    `Not every newsroom of yours lets its people log in with ${name}. Log in with your password, or ask an admin.`,
  other: (name: string) =>
    `This account was logged in before by another person’s entry at ${name}. Log in with your password, and tell an admin.`,
} satisfies Record<string, (name: string) => string>

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254),
  email_verified: z.literal(true),
})

/**
 * Who a provider says that somebody is (OpenID Connect Core 1.0, 5.1), with their address in lower case; null where it
 * does not say, as `true` and nothing like it, that the address is verified.
 */
export function verifiedPerson(said: unknown): { subject: string; email: string } | null {
  const parsed = claims.safeParse(said)
  return parsed.success
    ? { subject: parsed.data.sub, email: parsed.data.email.toLowerCase() }
    : null
}

/** Whether this can be the address of a provider: over TLS, except on this machine, and without a query. */
export function isIssuer(value: string): boolean {
  const address = parseAddress(value)
  if (!address || address.search || address.hash || address.username || address.password)
    return false
  return address.protocol === 'https:' || (address.protocol === 'http:' && isOnThisMachine(address))
}

/** Whether an address leads to this machine. */
export const isOnThisMachine = ({ hostname }: URL) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

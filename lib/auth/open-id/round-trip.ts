import { z } from 'zod'
import { type OpenIdProblem, verifiedPerson } from '@/lib/domain/accounts/open-id'
import { seal, unseal } from '@/lib/keys/sealed'
import { findOpenIdAccount } from './account'
import { askProvider, OpenIdRefusal, readAnswer } from './provider'
import type { OpenIdSettings } from './settings'

/** Where the provider sends people back to, which has to be registered there. */
export const answerAddress = () => new URL('/log-in/openid/answer', process.env.NEXTAUTH_URL).href

/** The cookie in which a browser keeps what the provider's answer is checked by, for ten minutes and these pages alone. */
export const QUESTION = { name: 'stet-openid', path: '/log-in/openid', maxAge: 600 }

/** The cookie with which a browser logs in after the provider's answer, for five minutes. */
export const TICKET = { name: 'stet-openid-ticket', path: '/', maxAge: 300 }

/** How such a cookie is set. Not strict: the answer comes from another site. */
export const cookieOptions = ({ path, maxAge }: { path: string; maxAge: number }) => ({
  ...{ httpOnly: true, sameSite: 'lax' as const, path, maxAge },
  secure: process.env.NEXTAUTH_URL?.startsWith('https:') ?? false,
})

/** Where to go now, with what goes into a cookie, or why nobody was logged in. */
export type Step =
  | { to: string; sealed: string }
  | { to: string; problem: OpenIdProblem; why: string }

/** Begins a log-in by the provider, which leads on to `to`, a page of ours. */
export async function beginOpenId(settings: OpenIdSettings, to: string): Promise<Step> {
  try {
    const { address, checks } = await askProvider(settings, answerAddress())
    return { to: address, sealed: sealed(QUESTION, { ...checks, to }) }
  } catch (error) {
    return problem(to, error)
  }
}

/** Takes the provider's answer from the browser that was sent there; the step leads on to the page that was asked for. */
export async function finishOpenId(
  settings: OpenIdSettings,
  search: string,
  kept: string | undefined,
): Promise<Step> {
  const asked = opened(QUESTION, question, kept)
  const answer = new URL(answerAddress())
  answer.search = search
  if (!asked || answer.searchParams.get('state') !== asked.state) {
    return { to: asked?.to ?? '/', problem: 'again', why: '' }
  }
  try {
    const person = verifiedPerson(await readAnswer(settings, answer, asked))
    if (!person) throw new OpenIdRefusal('unverified')
    const identity = { ...person, issuer: settings.issuer }
    const account = await findOpenIdAccount(identity)
    if ('problem' in account) throw new OpenIdRefusal(account.problem)
    return { to: asked.to, sealed: sealed(TICKET, identity) }
  } catch (error) {
    return problem(asked.to, error)
  }
}

/** Who the provider said that somebody is, as their browser keeps it; null where it keeps nothing that is ours and new. */
export const identityIn = (ticket: string | undefined) => opened(TICKET, identity, ticket)

const question = z.object({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() },
})
const identity = z.object({ issuer: z.string(), subject: z.string(), email: z.string() })

interface Kept {
  name: string
  maxAge: number
}

function sealed({ name, maxAge }: Kept, words: object): string {
  return seal(JSON.stringify({ ...words, until: Date.now() + maxAge * 1000 }), name)
}

/** The browser is not relied on to forget a cookie in time. */
function opened<Words extends z.ZodObject>(
  { name }: Kept,
  words: Words,
  kept: string | undefined,
): z.output<Words> | null {
  const said = kept ? unseal(kept, name) : null
  if (said === null) return null
  const found: { until: number } = JSON.parse(said)
  return found.until > Date.now() ? words.parse(found) : null
}

function problem(to: string, error: unknown): Step {
  if (!(error instanceof OpenIdRefusal)) throw error
  return { to, problem: error.problem, why: error.why }
}

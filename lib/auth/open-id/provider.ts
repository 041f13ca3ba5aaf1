import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { isOnThisMachine, type OpenIdProblem } from '@/lib/domain/accounts/open-id'
import type { OpenIdSettings } from './settings'

/** How long the provider may take for each answer, in seconds. */
const PATIENCE = 5

/** What has to come back with the answer, so that it is one to a question of this browser. */
export interface Checks {
  state: string
  nonce: string
  verifier: string
}

/** Nobody was logged in by the provider, for a reason that can be told. */
export class OpenIdRefusal extends Error {
  constructor(
    readonly problem: OpenIdProblem,
    /** For whoever runs Stet. */
    readonly why = '',
  ) {
    super(problem)
  }
}

/** The address at the provider where somebody shows who they are (code flow with PKCE, RFC 7636), and what to check its answer by. */
export async function askProvider(
  settings: OpenIdSettings,
  returnTo: string,
): Promise<{ address: string; checks: Checks }> {
  const config = await discover(settings)
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const address = buildAuthorizationUrl(config, {
    ...{ redirect_uri: returnTo, scope: 'openid email', response_type: 'code' },
    ...{ state: checks.state, nonce: checks.nonce, code_challenge_method: 'S256' },
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
  })
  return { address: address.href, checks }
}

/**
 * What the provider says of whoever came back: its claims, once its issuer, its signature, the audience, the time, the
 * state and the nonce are right (OpenID Connect Core 1.0, 3.1.3.7).
 */
export async function readAnswer(
  settings: OpenIdSettings,
  answer: URL,
  { state, nonce, verifier }: Checks,
): Promise<Record<string, unknown>> {
  const config = await discover(settings)
  return explained(async () => {
    const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
    const tokens = await authorizationCodeGrant(config, answer, expected)
    const claims = tokens.claims()
    if (!claims) throw new OpenIdRefusal('untrusted', 'no ID token')
    // Many providers keep the address for those who ask.
    if (claims.email !== undefined || !config.serverMetadata().userinfo_endpoint) return claims
    return { ...claims, ...(await fetchUserInfo(config, tokens.access_token, claims.sub)) }
  })
}

/**
 * The provider as it describes itself now. It is asked at each log-in, and so are its keys: of both there are few, and
 * keys that were changed a moment ago are never missed.
 */
function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  const address = new URL(issuer)
  const plain = isOnThisMachine(address) ? [allowInsecureRequests] : []
  return explained(() =>
    discovery(address, clientId, clientSecret, undefined, {
      timeout: PATIENCE,
      execute: [enableNonRepudiationChecks, ...plain],
    }),
  )
}

async function explained<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw error instanceof OpenIdRefusal ? error : new OpenIdRefusal(...problemOf(error))
  }
}

/** Of an error only its kind is told on: the rest may hold tokens. */
function problemOf(error: unknown): [OpenIdProblem, string] {
  const { name, message, code, cause } = Object(error)
  if (error instanceof AuthorizationResponseError) return [refused(error.error), error.error]
  if (error instanceof ResponseBodyError) {
    return [error.error === 'invalid_grant' ? 'again' : refused(error.error), error.error]
  }
  const { status } = Object(cause)
  const isAway = AWAY.includes(code ?? cause?.code) || name === 'TypeError' || status >= 500
  return [isAway ? 'down' : 'untrusted', `${code ?? name}: ${message}`]
}

const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'ECONNREFUSED', 'ENOTFOUND']

const refused = (error: string): OpenIdProblem =>
  error === 'access_denied'
    ? 'declined'
    : /^(server_error|temporarily_unavailable)$/.test(error)
      ? 'down'
      : 'untrusted'

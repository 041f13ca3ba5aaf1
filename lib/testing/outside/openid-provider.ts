import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const CLIENT = { id: 'stet', secret: 'what Stet shows the provider' }

/** An OpenID provider on this machine, whose log-in page takes everybody at their word. */
export interface TestOpenIdProvider {
  /** The settings by which Stet finds it. */
  settings: { issuer: string; clientId: string; clientSecret: string; name: string }
  /** Knows Stet at its address, with new keys; `issuer` is who it says that it is. */
  serve: (stet: string, issuer?: string) => void
  /** Gives out other keys than those that it signs with, until it serves anew. */
  showOtherKeys: () => void
  stop: () => void
}

/** What the provider says of somebody, by their `sub`. */
export type Entries = Record<string, { email?: string; email_verified?: unknown }>

export async function startOpenIdProvider(entries: Entries): Promise<TestOpenIdProvider> {
  let answer: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    settings: {
      ...{ issuer: address, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: 'The House' },
    },
    serve: (stet, issuer = address) => {
      answer = listener(new Provider(issuer, configuration(stet, entries)), Object.keys(entries))
    },
    showOtherKeys: () => {
      const own = answer
      answer = (request, response) => {
        if (request.url !== '/jwks') return own(request, response)
        const { kty, n, e, use, alg } = newKey()
        response.setHeader('content-type', 'application/jwk-set+json')
        response.end(JSON.stringify({ keys: [{ kty, n, e, use, alg }] }))
      }
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const configuration = (stet: string, entries: Entries) => ({
  clients: [
    {
      ...{ client_id: CLIENT.id, client_secret: CLIENT.secret },
      redirect_uris: [new URL('/log-in/openid/answer', stet).href],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: [randomUUID()] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  jwks: { keys: [newKey()] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60 },
  findAccount: (_: unknown, sub: string) => ({
    accountId: sub,
    claims: () => ({ sub, ...entries[sub] }),
  }),
  // Nobody is asked whether Stet may know their address.
  async loadExistingGrant({ oidc }: import('oidc-provider').Context) {
    const of = { accountId: oidc.session.accountId, clientId: oidc.client.clientId }
    const grant = new oidc.provider.Grant(of)
    grant.addOIDCScope('openid email')
    await grant.save()
    return grant
  },
})

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

/** The provider's own answers, and the page on which somebody says who they are. */
function listener(provider: Provider, people: readonly string[]): RequestListener {
  const own = provider.callback()
  return async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return own(request, response)
    if (request.method === 'POST') {
      const sub = new URLSearchParams(await textOf(request)).get('sub')
      const refused = { error: 'access_denied', error_description: 'They said no.' }
      const result = sub ? { login: { accountId: sub } } : refused
      return provider.interactionFinished(request, response, result)
    }
    const buttons = people.map((sub) => `<button name="sub" value="${sub}">${sub}</button>`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>The House</title><form method="post">${buttons.join('')}<button>No</button></form></html>`,
    )
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** Goes to the provider as a browser does, says who one is there (nobody: says no), and answers with the address one is sent back to. */
export async function visitProvider(address: string, sub?: string): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (to: string, body?: URLSearchParams) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const method = body ? 'POST' : 'GET'
    const asked = await fetch(to, { method, body, headers: { cookie }, redirect: 'manual' })
    for (const set of asked.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const next = asked.headers.get('location')
    if (!next) throw new Error(`${asked.status} at ${to}: ${await asked.text()}`)
    return new URL(next, to).href
  }
  const form = await ask(address)
  return ask(await ask(form, new URLSearchParams(sub && { sub })))
}

import { z } from 'zod'
import {
  insertAllowedHost,
  listAllowedHosts,
  updateAllowedHostRemoved,
} from '@/lib/db/captures/allowed-hosts'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, needed } from '../fields'

const host = needed('Name the host.')
  .transform(hostOf)
  .refine((name) => name !== '', {
    message:
      'This is no name of a host, such as archive.newsroom.example or 10.0.4.2. Leave out the scheme and the path.',
  })

const port = z
  .string()
  .trim()
  .default('')
  .refine(
    (text) => /^\d{0,5}$/.test(text) && Number(text) < 65_536,
    'A port is a number up to 65535.',
  )
  .transform(Number)

/** Lets Stet ask a host inside the house's own network, which it otherwise never does; on one port, or on the usual two. */
export const allowHost = command('allowHost', {
  permission: 'newsroom.manage',
  input: z.object({ host, port }),
  subject: async () => ({}),

  async run({ actor, input, record }) {
    const known = await listAllowedHosts(actor)
    if (known.some((one) => one.host === input.host && (one.port ?? 0) === input.port)) {
      const message = 'This host is allowed already.'
      throw new Refusal('invalid', message, { host: message })
    }
    await insertAllowedHost(actor, input)
    record({ type: 'host.allowed', ...input })
  },
})

/** Has Stet ask a host no more that was allowed. */
export const forbidHost = command('forbidHost', {
  permission: 'newsroom.manage',
  input: z.object({ hostId: id }),
  async subject(actor, { hostId }) {
    return (await listAllowedHosts(actor)).find((one) => one.id === hostId) ?? null
  },

  async run({ actor, subject: { id: hostId, host: name, port: number = 0 }, record }) {
    await updateAllowedHostRemoved(actor, hostId)
    record({ type: 'host.forbidden', host: name, port: number })
  },
})

/** A host as a URL writes it (WHATWG URL, host parsing), an IPv6 address without brackets; empty for what is none. */
function hostOf(typed: string): string {
  const text = /^[\da-f.]*:[\da-f:.]*:[\da-f:.]*$/i.test(typed) ? `[${typed}]` : typed
  try {
    const url = new URL(`http://${text}`)
    const isBare = url.pathname === '/' && !url.port && !url.username && !/[/?#@]/.test(text)
    return isBare ? url.hostname.replace(/^\[|\]$/g, '') : ''
  } catch {
    return ''
  }
}

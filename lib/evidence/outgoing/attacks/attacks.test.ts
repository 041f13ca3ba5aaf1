import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { parseAddress } from '@/lib/domain/web-address'
import { divertDials } from '../../../testing/outside/dials'
import { askProxy } from '../../../testing/outside/proxy-client'
import { type Outside, serve, serveRaw } from '../../../testing/outside/serve'
import { destinationOf, readAuthority } from '../destination'
import { fetchOutside } from '../fetch-outside'
import { startOutgoingProxy } from '../proxy/outgoing-proxy'
import { attacks, GLOBAL } from './attacks'
import { SPECIAL_IPV4, SPECIAL_IPV6 } from './special-samples'

const PORT = 8080
const ALL = attacks(PORT)
const PRIVATE = { why: 'private-network' }

test('the table is long, and a browser would open every address in it', () => {
  expect(new Set(ALL.map(({ address }) => address)).size).toBeGreaterThan(500)
  expect(ALL.filter(({ address }) => !parseAddress(address))).toEqual([])
})

describe('no attack reaches anything of ours', () => {
  test('directly', async () => {
    const { canary } = await besieged()
    for (const { how, address, answers } of ALL) {
      const asked = fetchOutside(address, { ports: [PORT], resolve: async () => answers })
      await expect(asked, how).rejects.toMatchObject(PRIVATE)
    }
    expect(canary.connections).toBe(0)
  })

  test('by a redirect', async () => {
    const { canary, ours } = await besieged()
    let to = ''
    const site = await serveRaw((socket) => {
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${to}\r\n\r\n`)
    })
    ours.add(site.port)
    for (const { how, address, answers } of ALL) {
      to = onOneLine(address)
      const asked = fetchOutside(`http://site.example:${site.port}/`, {
        ports: [PORT],
        allowed: [{ host: 'site.example', port: site.port }],
        resolve: async (name) => (name === 'site.example' ? ['127.0.0.1'] : answers),
      })
      const ledTo = new URL(address).href
      await expect(asked, how).rejects.toMatchObject({ ...PRIVATE, ledTo })
    }
    expect(site.connections).toBe(ALL.length)
    expect(canary.connections).toBe(0)
  })

  test('through the proxy', async () => {
    const { canary, ours } = await besieged()
    const answers = new Map(ALL.map((attack) => [hostOf(attack.address), attack.answers]))
    const proxy = await startOutgoingProxy({
      ports: [PORT],
      resolve: async (name) => answers.get(name) ?? [],
    })
    ours.add(Number(new URL(proxy.server).port))
    const told = await askProxy(proxy, ...ALL.map(({ address }) => `GET ${inAscii(address)}`))
    expect(told.match(/^HTTP\/1\.1 403 [\s\S]+?private network/gm)).toHaveLength(ALL.length)
    for (const { how, address } of ALL) {
      const tunnel = await askProxy(proxy, `CONNECT ${authorityOf(address)}`)
      expect(tunnel, how).toContain('leads into a private network')
    }
    expect(proxy.traffic.refused).toHaveLength(2 * ALL.length)
    await proxy.close()
    expect(canary.connections).toBe(0)
  })

  test('by a name that is public first, and private when it is looked up again', async () => {
    const { canary, world } = await besieged()
    const site = await serve((_, answer) => {
      answer.writeHead(302, { location: '/again' }).end()
    })
    world.set(GLOBAL, site)
    for (const inside of [...SPECIAL_IPV4, ...SPECIAL_IPV6]) {
      const answers = [[GLOBAL], [inside]]
      const asked = fetchOutside(`http://turning.example:${PORT}/`, {
        ports: [PORT],
        resolve: async () => answers.shift() ?? [],
      })
      await expect(asked, inside).rejects.toMatchObject(PRIVATE)
    }
    expect(site.connections).toBe(SPECIAL_IPV4.length + SPECIAL_IPV6.length)
    expect(canary.connections).toBe(0)
  })
})

test('every one would reach the canary if the check let it through', async () => {
  const { canary } = await besieged()
  for (const { how, address, answers } of ALL) {
    const { body } = await fetchOutside(address, {
      resolve: async () => answers,
      allowed: [{ host: hostOf(address), port: PORT }],
    })
    expect(await text(body), how).toBe('canary')
  }
  expect(canary.connections).toBe(ALL.length)
})

/** Every connection of this process leads to the canary, but for those to ours and to the world. */
async function besieged() {
  const canary = await serve((_, answer) => answer.end('canary'))
  const ours = new Set<number>()
  const world = new Map<string, Outside>()
  divertDials((dial) => {
    if (ours.has(dial.port)) return dial
    return { host: '127.0.0.1', port: (world.get(dial.host) ?? canary).port }
  })
  return { canary, ours, world }
}

const hostOf = (address: string) => destinationOf(new URL(address)).host

/** As a header can have it, in UTF-8; without its two slashes an address would belong to the site that sends on. */
const onOneLine = (address: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no header can have
  /[\u0000-\u0020]|^http:(?![/\\]{2})/.test(address) ? new URL(address).href : address

/** As a request's first line can have it. */
const inAscii = (address: string) =>
  /^http:\/\/\w[!"$-[\]-~]+$/i.test(address) ? address : new URL(address).href.replace(/#.*/, '')

function authorityOf(address: string): string {
  const [, written = ''] = /^http:\/\/([!-~]+?:\d+)[/?#]/.exec(address) ?? []
  try {
    readAuthority(written)
    return written
  } catch {
    return new URL(address).host
  }
}

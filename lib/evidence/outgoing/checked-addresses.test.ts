import { expect, test } from 'vitest'
import { type AllowedHost, checkedAddresses } from './checked-addresses'

const WORLD = '93.184.215.14'

const addressesOf = (host: string, port: number, answers: string[], allowed: AllowedHost[] = []) =>
  checkedAddresses({ host, port }, { resolve: async () => answers, allowed })

test('a public name gives all its addresses, in their order', async () => {
  const answers = [WORLD, '2606:2800:21f:cb07::1']
  expect(await addressesOf('site.example', 443, answers)).toEqual(answers)
})

test.each([['127.0.0.1'], ['2130706433'], ['localhost'], ['::1'], ['']])(
  'a name with %s among its answers is refused',
  async (inside) => {
    const refused = addressesOf('site.example', 443, [WORLD, inside])
    await expect(refused).rejects.toMatchObject({
      why: 'private-network',
      reason: 'not-allowed',
      fields: { address: expect.stringContaining('private network') },
    })
  },
)

test.each([22, 25, 6379, 8080, 0, 65535])('port %s of a public host is closed', async (port) => {
  await expect(addressesOf('site.example', port, [WORLD])).rejects.toMatchObject({ why: 'port' })
})

test.each<[string, AllowedHost, string, number]>([
  ['by its name', { host: 'wiki.example' }, 'wiki.example', 443],
  ['however it is written', { host: 'WIKI.example.' }, 'wiki.example', 80],
  ['with a dot after', { host: 'wiki.example' }, 'wiki.example.', 80],
  ['in its own letters', { host: 'bücher.example' }, 'xn--bcher-kva.example', 80],
  ['on a port of its own', { host: 'wiki.example', port: 8080 }, 'wiki.example', 8080],
  ['by its address', { host: '10.1.2.3' }, '10.1.2.3', 80],
  ['by its IPv6 address', { host: 'fd00::0:3' }, 'fd00::3', 80],
])('an internal host is open %s', async (_, allowed, host, port) => {
  expect(await addressesOf(host, port, ['10.1.2.3'], [allowed])).toHaveLength(1)
})

test.each<[string, AllowedHost, string, number]>([
  ['another host', { host: 'wiki.example' }, 'files.example', 80],
  ['a name below', { host: 'wiki.example' }, 'a.wiki.example', 80],
  ['a name above', { host: 'wiki.example' }, 'example', 80],
  ['the address of the name', { host: 'wiki.example' }, '10.1.2.3', 80],
  ['another port', { host: 'wiki.example', port: 8080 }, 'wiki.example', 80],
  ['a closed port', { host: 'wiki.example' }, 'wiki.example', 8080],
  ['an empty line', { host: '' }, '10.1.2.3', 80],
])('it does not open %s', async (_, allowed, host, port) => {
  const refused = addressesOf(host, port, ['10.1.2.3'], [allowed])
  await expect(refused).rejects.toMatchObject({ why: 'private-network' })
})

test('by itself a name is looked up as the system does, its hosts file included', async () => {
  const refused = checkedAddresses({ host: 'localhost', port: 80 }, {})
  await expect(refused).rejects.toMatchObject({ why: 'private-network' })
})

test('an allowed name connects to addresses only, so that nothing is looked up again', async () => {
  const allowed = [{ host: 'wiki.example' }]
  expect(await addressesOf('wiki.example', 80, ['localhost', '10.1.2.3'], allowed)).toEqual([
    '10.1.2.3',
  ])
})

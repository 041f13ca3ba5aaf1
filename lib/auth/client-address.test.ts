import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { CLIENT_ADDRESS, clientAddress, networkOf, noteClientAddresses } from './client-address'

const STET_URL = 'https://stet.example.org'

test.each([
  ['without a proxy nobody is believed', '127.0.0.1', '198.51.100.9', {}, '127.0.0.1'],
  [
    'the proxy on this machine is',
    '::ffff:127.0.0.1',
    '198.51.100.9',
    { STET_URL },
    '198.51.100.9',
  ],
  ['what the client sent the proxy is not', '::1', 'forged, 192.0.2.4', { STET_URL }, '192.0.2.4'],
  ['others are not', '203.0.113.5', '198.51.100.9', { STET_URL }, '203.0.113.5'],
  ['the proxy that is named is', '10.0.0.2', '192.0.2.4', { STET_PROXY: '10.0.0.2' }, '192.0.2.4'],
  [
    'and no other then',
    '127.0.0.1',
    '192.0.2.4',
    { STET_URL, STET_PROXY: '10.0.0.2' },
    '127.0.0.1',
  ],
  ['a proxy that says nothing', '127.0.0.1', undefined, { STET_URL }, '127.0.0.1'],
])('%s', (_, socket, forwarded, env, expected) => {
  expect(clientAddress(socket, forwarded, { NODE_ENV: 'test', ...env })).toBe(expected)
})

test.each([
  ['192.0.2.4', '192.0.2.4'],
  ['2001:db8:0:2::9', '2001:db8:0:2'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4'],
  ['', ''],
])('the network of %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('the header with the address is the server’s own, whatever the client sends', async () => {
  noteClientAddresses()
  const server = createServer((request, response) => {
    response.end(String(request.headers[CLIENT_ADDRESS]))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const said = await new Promise<string>((resolve) => {
    ask({ port, host: '127.0.0.1', headers: { [CLIENT_ADDRESS]: 'forged' } }, (answer) => {
      answer.setEncoding('utf8').on('data', resolve)
    }).end()
  })
  server.close()
  expect(said).toBe('127.0.0.1')
})

import { expect, test } from 'vitest'
import { isOwnNetwork } from './own-network'

const MACHINE = {
  lo: [{ address: '127.0.0.1' }, { address: '::1' }],
  eth0: [
    { address: '93.184.215.14' },
    { address: '2606:2800:21f:cb07::14' },
    { address: 'fe80::1%eth0' },
  ],
}

test.each([
  ['93.184.215.14', true],
  ['93.184.215.15', false],
  ['93.184.215.13', false],
  ['2606:2800:21f:cb07::14', true],
  ['2606:2800:21f:cb07:ffff::1', true],
  ['2606:2800:21f:cb08::14', false],
  ['::5', true],
])('a machine with public addresses has %s in its own network: %s', (address, own) => {
  expect(isOwnNetwork(address, MACHINE)).toBe(own)
})

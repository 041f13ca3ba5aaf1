import { expect, test } from 'vitest'
import { SPECIAL_IPV4, SPECIAL_IPV6 } from './attacks/special-samples'
import { embeddingsOf } from './attacks/spellings'
import { isGlobalAddress } from './global-address'

test.each([...SPECIAL_IPV4, ...SPECIAL_IPV6])('%s is special', (address) => {
  expect(isGlobalAddress(address)).toBe(false)
})

test.each(embeddingsOf('93.184.215.14'))(
  'even a public address is not reached %s: %s',
  (_, inside) => {
    expect(isGlobalAddress(inside)).toBe(false)
  },
)

test.each([
  ['0.0.0.0/8', '1.0.0.0'],
  ['10.0.0.0/8', '9.255.255.255', '11.0.0.0'],
  ['100.64.0.0/10', '100.63.255.255', '100.128.0.0'],
  ['127.0.0.0/8', '126.255.255.255', '128.0.0.0'],
  ['168.63.129.16', '168.63.129.15', '168.63.129.17'],
  ['169.254.0.0/16', '169.253.255.255', '169.255.0.0'],
  ['172.16.0.0/12', '172.15.255.255', '172.32.0.0'],
  ['192.0.0.0/24', '191.255.255.255', '192.0.1.0'],
  ['192.0.2.0/24', '192.0.1.255', '192.0.3.0'],
  ['192.31.196.0/24', '192.31.195.255', '192.31.197.0'],
  ['192.52.193.0/24', '192.52.192.255', '192.52.194.0'],
  ['192.88.99.0/24', '192.88.98.255', '192.88.100.0'],
  ['192.168.0.0/16', '192.167.255.255', '192.169.0.0'],
  ['192.175.48.0/24', '192.175.47.255', '192.175.49.0'],
  ['198.18.0.0/15', '198.17.255.255', '198.20.0.0'],
  ['198.51.100.0/24', '198.51.99.255', '198.51.101.0'],
  ['203.0.113.0/24', '203.0.112.255', '203.0.114.0'],
  ['224.0.0.0/4', '223.255.255.255'],
  ['2000::/3', '2000::', '3ffd:ffff::'],
  ['2001::/23', '2000:ffff:ffff::', '2001:200::'],
  ['2001:db8::/32', '2001:db7:ffff::', '2001:db9::'],
  ['2002::/16', '2001:ffff::', '2003::'],
  ['2620:4f:8000::/48', '2620:4f:7fff::1', '2620:4f:8001::1'],
  ['3fff::/20', '3fff:1000::'],
])('just outside %s hosts are public: %s %s', (_, ...outside) => {
  expect(outside.filter((address) => address && !isGlobalAddress(address))).toEqual([])
})

test.each(['', 'localhost', '8.8.8', '0x8.8.8.8', '08.8.8.8', '134744072', ' 8.8.8.8', '8.8.8.8.'])(
  'what is no canonical address is not global: "%s"',
  (address) => expect(isGlobalAddress(address)).toBe(false),
)

test.each(['2606::1%eth0', '[2606::1]', '2606::1/64', '2606:::1'])('nor is %s', (address) => {
  expect(isGlobalAddress(address)).toBe(false)
})

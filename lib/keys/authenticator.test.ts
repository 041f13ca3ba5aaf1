import { expect, test } from 'vitest'
import { authenticatorAddress, authenticatorCode, stepsAway } from './authenticator'
import { seal, unseal } from './sealed'

/** The ASCII secret of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %d the code is the one of RFC 6238', (second, code) => {
  const at = new Date(second * 1000)
  expect(authenticatorCode(SECRET, at)).toBe(code)
  expect(stepsAway(SECRET, code, at)).toBe(0)
})

test('a code tells by how many steps it is off, up to a quarter of an hour', () => {
  const at = new Date('2026-12-01T12:00:10Z')
  const off = (steps: number) =>
    stepsAway(SECRET, authenticatorCode(SECRET, new Date(at.getTime() + steps * 30_000)), at)
  for (const steps of [-30, -20, -1, 0, 1, 20, 30]) expect(off(steps)).toBe(steps)
  expect(off(31)).toBeNull()
})

test('an app reads issuer, person and secret', () => {
  const address = new URL(authenticatorAddress(SECRET, 'nora+desk@example.org'))
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('secret')).toBe(SECRET)
  expect(address.searchParams.get('issuer')).toBe('Stet')
  expect(decodeURIComponent(address.pathname)).toContain('nora+desk@example.org')
})

test('what is sealed opens for what it is about alone, and not once a letter is changed', () => {
  const sealed = seal(SECRET, 'nora')
  expect(sealed).not.toContain(SECRET)
  expect(unseal(sealed, 'nora')).toBe(SECRET)
  expect(unseal(sealed, 'tom')).toBeNull()
  expect(unseal(`${sealed.slice(0, -2)}xx`, 'nora')).toBeNull()
  expect(unseal('', 'nora')).toBeNull()
})

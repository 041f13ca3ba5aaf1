import { expect, test } from 'vitest'
import { isIssuer, openIdProblemInWords, verifiedPerson } from './open-id'

const NORA = { sub: '7', email: 'Nora@Example.org', email_verified: true }

test('a verified address is taken, in lower case', () => {
  expect(verifiedPerson(NORA)).toEqual({ subject: '7', email: 'nora@example.org' })
})

test.each([
  ['is not verified', { ...NORA, email_verified: false }],
  ['is not said to be verified', { sub: '7', email: NORA.email }],
  ['is verified in other words', { ...NORA, email_verified: 'true' }],
  ['is verified as a number', { ...NORA, email_verified: 1 }],
  ['is none', { ...NORA, email: 'nora' }],
  ['is missing', { sub: '7', email_verified: true }],
  ['is several', { ...NORA, email: [NORA.email, 'ada@example.org'] }],
  ['is nobody’s', { ...NORA, sub: '' }],
])('an address that %s is not', (_what, said) => {
  expect(verifiedPerson(said)).toBeNull()
})

test.each<[address: string, is: boolean]>([
  ['https://id.example.org', true],
  ['https://id.example.org/realms/desk', true],
  ['http://localhost:8080/realms/desk', true],
  ['http://127.0.0.1:8080', true],
  ['http://id.example.org', false],
  ['https://id.example.org/?realm=desk', false],
  ['https://desk:secret@id.example.org', false],
  ['id.example.org', false],
  ['http://localhost.example.org', false],
])('%s is an address of a provider: %s', (address, is) => {
  expect(isIssuer(address)).toBe(is)
})

test('a problem that nobody knows is told in no words', () => {
  expect(openIdProblemInWords('down', 'The House')).toContain('The House does not answer')
  expect(openIdProblemInWords('toString', 'The House')).toBeNull()
})

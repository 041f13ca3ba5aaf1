import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DataFolder } from './data-folder'
import { keepSigningKey, makeSigningKey } from './secrets'

let folder: DataFolder

beforeEach(() => {
  const at = mkdtempSync(path.join(tmpdir(), 'stet-secrets-'))
  folder = { path: at, postgres: { folder: at, owner: null, durable: false } }
  vi.stubEnv('STET_SIGNING_KEY', undefined)
})

afterEach(() => {
  rmSync(folder.path, { recursive: true })
  vi.unstubAllEnvs()
})

test('the signing key is made once, and only its owner can read it', async () => {
  const made = await keepSigningKey(folder)
  expect(made).toMatch(/^-----BEGIN PRIVATE KEY-----/)
  expect(await keepSigningKey(folder)).toBe(made)
  expect(statSync(path.join(folder.path, 'signing-key.pem')).mode & 0o777).toBe(0o600)
})

test('of several processes that start at once, all have the same key', async () => {
  const kept = await Promise.all(Array.from({ length: 8 }, () => keepSigningKey(folder)))
  expect(new Set(kept).size).toBe(1)
  expect(readdirSync(folder.path)).toEqual(['signing-key.pem'])
})

test('a key that is given, or the file of one, is used and none is made', async () => {
  const mine = makeSigningKey()
  const file = path.join(folder.path, 'mine.pem')
  writeFileSync(file, mine)
  for (const given of [mine, file]) {
    vi.stubEnv('STET_SIGNING_KEY', given)
    expect(await keepSigningKey(folder)).toBe(mine)
  }
  expect(readdirSync(folder.path)).toEqual(['mine.pem'])
})

test('what is no such key is refused, by its name', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const wrong = rsa.export({ type: 'pkcs8', format: 'pem' }).toString()
  for (const [given, why] of [
    [wrong, 'STET_SIGNING_KEY holds no Ed25519 private key'],
    ['-----BEGIN nothing', 'STET_SIGNING_KEY holds no Ed25519 private key'],
    ['/nowhere/key.pem', 'no file that can be read: /nowhere/key.pem'],
  ]) {
    vi.stubEnv('STET_SIGNING_KEY', given)
    await expect(keepSigningKey(folder)).rejects.toThrow(why)
  }
  vi.stubEnv('STET_SIGNING_KEY', undefined)
  const file = path.join(folder.path, 'signing-key.pem')
  writeFileSync(file, 'half a')
  await expect(keepSigningKey(folder)).rejects.toThrow(`${file} holds no Ed25519 private key`)
})

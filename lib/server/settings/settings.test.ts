import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSettings, SETTINGS } from './settings'

const MAIL_SERVER = 'smtps://desk:secret@mail.example.org'
const ISSUER = 'https://id.example.org/realms/desk'
const POSTGRES = 'postgres://stet:secret@db/stet'

test.each<[what: string, env: Record<string, string>, says: string]>([
  ['a port', { PORT: '80000' }, 'PORT is not a port number: 80000'],
  ['half a port', { PORT: '80a' }, 'PORT is not a port number'],
  ['an address without its scheme', { STET_URL: 'stet.example.org' }, 'STET_URL is no address'],
  ['an address of a page', { STET_URL: 'https://example.org/stet' }, 'STET_URL is no address'],
  ['a proxy by its name', { STET_PROXY: 'proxy' }, 'STET_PROXY is no network address'],
  ['another kind of database', { DATABASE_URL: 'mysql://a:secret@b/c' }, 'DATABASE_URL is no'],
  ['an owner of no database', { MIGRATION_DATABASE_URL: POSTGRES }, 'no use without DATABASE_URL'],
  ['a short secret', { NEXTAUTH_SECRET: 'secret' }, 'NEXTAUTH_SECRET is shorter than 32'],
  ['a short token', { STET_METRICS_TOKEN: 'secret' }, 'STET_METRICS_TOKEN is shorter than 16'],
  ['a browser that is none', { CHROMIUM_PATH: '/nowhere/chromium' }, 'CHROMIUM_PATH is no program'],
  [
    'a mail server on the web',
    { STET_SMTP_URL: 'https://a:secret@b' },
    'STET_SMTP_URL is no address',
  ],
  ['half of a password', { STET_SMTP_URL: 'smtp://secret@b' }, 'STET_SMTP_URL is no address'],
  ['mail from nobody', { STET_SMTP_URL: MAIL_SERVER }, 'no use without STET_MAIL_FROM'],
  ['a sender without a server', { STET_MAIL_FROM: 'a@b.example' }, 'no use without STET_SMTP_URL'],
  [
    'a sender who is nobody',
    { STET_SMTP_URL: MAIL_SERVER, STET_MAIL_FROM: 'Stet' },
    'STET_MAIL_FROM is no sender of mail, such as Stet <desk@example.org>: Stet',
  ],
  ['a provider without TLS', { STET_OIDC_ISSUER: 'http://id.example.org' }, 'is no address of an'],
  [
    'a provider that knows no client',
    { STET_OIDC_ISSUER: ISSUER, STET_OIDC_CLIENT_ID: 'stet' },
    'STET_OIDC_ISSUER is of no use without STET_OIDC_CLIENT_SECRET',
  ],
  ['a name of no provider', { STET_OIDC_NAME: 'House' }, 'no use without STET_OIDC_ISSUER'],
  ['a sandbox that is half off', { STET_BROWSER_SANDBOX: 'no' }, 'is neither on nor off: no'],
  [
    'a name misspelt',
    { STET_SINGING_KEY: 'x' },
    'STET_SINGING_KEY is no setting of Stet; STET_SIGNING_KEY is',
  ],
  ['a name that nobody knows', { STET_COLOUR: 'red' }, 'STET_COLOUR is no setting of Stet'],
  ['what Stet makes itself', { NEXTAUTH_URL: 'https://a.example' }, 'STET_URL is'],
])('%s is refused by its name', (_what, env, says) => {
  expect(() => checkSettings(env)).toThrow(says)
  expect(() => checkSettings(env)).not.toThrow(/secret/)
})

test('all that is wrong is told at once', () => {
  const env = { PORT: 'x', STET_COLOUR: 'red' }
  expect(() => checkSettings(env)).toThrow(/PORT[\s\S]*STET_COLOUR/)
})

test('what is right, empty or none of its business is taken', () => {
  checkSettings({})
  checkSettings({
    ...{ PORT: '3001', STET_HOST: '0.0.0.0', STET_URL: 'https://stet.example.org/' },
    ...{ DATABASE_URL: POSTGRES, MIGRATION_DATABASE_URL: POSTGRES, STET_PROXY: '::1' },
    ...{ CHROMIUM_PATH: process.execPath, STET_BROWSER_SANDBOX: 'off', STET_DATA: '' },
    ...{ STET_SMTP_URL: MAIL_SERVER, STET_MAIL_FROM: 'Stet <desk@example.org>' },
    ...{ STET_OIDC_ISSUER: ISSUER, STET_OIDC_CLIENT_ID: 'stet', STET_OIDC_CLIENT_SECRET: 'x' },
    ...{ NEXTAUTH_URL: '', HOME: '/root', NODE_OPTIONS: '' },
  })
})

test('the table of settings names each of them, and no other', () => {
  const told = readFileSync('docs/settings.md', 'utf8').match(/^\| `\w+`/gm) ?? []
  expect(told.map((cell) => cell.slice(3, -1))).toEqual(SETTINGS.map(({ name }) => name))
})

test('it is what stops a start, before anything is opened', () => {
  const env = {
    ...process.env,
    NEXTAUTH_URL: '',
    STET_SINGING_KEY: 'x',
    STET_DATA: '/nowhere/at/all',
  }
  const args = ['--import', 'tsx', 'lib/server/launch/main.ts', 'start']
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout + stderr).toContain('STET_SINGING_KEY is no setting of Stet; STET_SIGNING_KEY is')
})

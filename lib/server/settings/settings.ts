import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { isIssuer } from '@/lib/domain/accounts/open-id'
import { parseMailServer, parseSender } from '@/lib/domain/mail/addresses'
import { Refusal } from '@/lib/domain/refusal'
import { parseAddress } from '@/lib/domain/web-address'

/** Something that whoever runs Stet can set in its environment. */
export interface Setting {
  name: string
  /** What is wrong with a value, as the end of a sentence that begins with the setting's name. */
  problem?: (value: string, env: Environment) => string | false
}

type Environment = Readonly<Record<string, string | undefined>>

/** All of them, in the order of `docs/settings.md`. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', problem: (value) => !isPort(value) && `is not a port number: ${value}` },
  { name: 'STET_HOST', problem: (value) => /[\s/]/.test(value) && `is no host name: ${value}` },
  { name: 'STET_URL', problem: (value) => !isSite(value) && `is no address of a site: ${value}` },
  {
    name: 'STET_PROXY',
    problem: (value) => isIP(value) === 0 && `is no network address: ${value}`,
  },
  { name: 'DATABASE_URL', problem: postgresProblem },
  {
    name: 'MIGRATION_DATABASE_URL',
    problem: (value, env) =>
      env.DATABASE_URL ? postgresProblem(value) : 'is of no use without DATABASE_URL',
  },
  { name: 'STET_DATA' },
  {
    name: 'NEXTAUTH_SECRET',
    problem: (value) => value.length < 32 && 'is shorter than 32 characters',
  },
  { name: 'STET_SIGNING_KEY' },
  {
    name: 'STET_METRICS_TOKEN',
    problem: (value) => value.length < 16 && 'is shorter than 16 characters',
  },
  ...['ENDPOINT', 'BUCKET', 'REGION', 'KEY', 'SECRET'].map((part) => ({
    name: `STET_S3_${part}`,
  })),
  { name: 'STET_SMTP_URL', problem: mailServerProblem },
  { name: 'STET_MAIL_FROM', problem: senderProblem },
  { name: 'STET_OIDC_ISSUER', problem: issuerProblem },
  { name: 'STET_OIDC_CLIENT_ID', problem: withoutIssuer },
  { name: 'STET_OIDC_CLIENT_SECRET', problem: withoutIssuer },
  { name: 'STET_OIDC_NAME', problem: withoutIssuer },
  { name: 'CHROMIUM_PATH', problem: (value) => !isProgram(value) && `is no program: ${value}` },
  {
    name: 'STET_BROWSER_SANDBOX',
    problem: (value) => value !== 'off' && value !== 'on' && `is neither on nor off: ${value}`,
  },
]

/** What the launcher tells the processes that it starts, and nobody else sets. */
const OWN = ['STET_DEMO_ACCOUNTS', 'STET_DEMO_DRAFT', 'STET_SCHEMA']

/**
 * Refuses an environment in which a setting is wrong, or stands under a name that Stet does not know: all of them at
 * once, a line each, without the value of anything secret. What is empty counts as not given.
 */
export function checkSettings(env: Environment): void {
  const problems = [...wrong(env), ...unknown(env)]
  if (problems.length === 0) return
  throw new Refusal('invalid', [...problems, 'See docs/settings.md.'].join('\n'))
}

function wrong(env: Environment): string[] {
  return SETTINGS.flatMap(({ name, problem }) => {
    const value = env[name]
    const said = value && problem?.(value, env)
    return said ? [`${name} ${said}`] : []
  })
}

function unknown(env: Environment): string[] {
  const known = [...SETTINGS.map(({ name }) => name), ...OWN]
  const names = Object.keys(env).filter((name) => /^STET_/.test(name) && !known.includes(name))
  const said = names.map((name) => {
    const near = known.find((one) => distance(one, name) <= 2)
    return `${name} is no setting of Stet${near ? `; ${near} is` : ''}`
  })
  // It is made of STET_URL, and would be taken for a setting that has no effect.
  const { NEXTAUTH_URL, STET_URL } = env
  return NEXTAUTH_URL && NEXTAUTH_URL !== STET_URL
    ? [...said, 'NEXTAUTH_URL is no setting of Stet; STET_URL is']
    : said
}

function isPort(value: string): boolean {
  const port = Number(value)
  return Number.isInteger(port) && port > 0 && port < 65_536
}

function isSite(value: string): boolean {
  const address = parseAddress(value)
  return (
    address !== null && /^https?:$/.test(address.protocol) && ['', '/'].includes(address.pathname)
  )
}

/** The address is not repeated: a password may stand in it. */
function postgresProblem(value: string): string | false {
  const address = parseAddress(value)
  return !/^postgres(ql)?:$/.test(address?.protocol ?? '') && 'is no address of a PostgreSQL'
}

/** Nor is this one, for the same reason. */
function mailServerProblem(value: string, { STET_MAIL_FROM }: Environment): string | false {
  if (!parseMailServer(value)) {
    return 'is no address of a mail server, such as smtps://user:password@mail.example.org'
  }
  return !STET_MAIL_FROM && 'is of no use without STET_MAIL_FROM'
}

function senderProblem(value: string, { STET_SMTP_URL }: Environment): string | false {
  if (!parseSender(value)) return `is no sender of mail, such as Stet <desk@example.org>: ${value}`
  return !STET_SMTP_URL && 'is of no use without STET_SMTP_URL'
}

function issuerProblem(value: string, env: Environment): string | false {
  if (!isIssuer(value)) {
    return 'is no address of an OpenID provider, such as https://id.example.org'
  }
  const missing = ['STET_OIDC_CLIENT_ID', 'STET_OIDC_CLIENT_SECRET'].find((name) => !env[name])
  return missing ? `is of no use without ${missing}` : false
}

function withoutIssuer(_: string, { STET_OIDC_ISSUER }: Environment): string | false {
  return !STET_OIDC_ISSUER && 'is of no use without STET_OIDC_ISSUER'
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** How many letters have to be put in, taken out or replaced to make one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, its] of [...other].entries()) {
      const replaced = (row[index] ?? 0) + (letter === its ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

import { type Import, importsOf, withoutComments } from './imports'

/** Which part of the house may use which. A part may always use itself. */
const MAY_USE: Record<string, string[]> = {
  'lib/domain': [],
  'lib/keys': ['lib/domain'],
  'lib/db': ['lib/domain', 'lib/keys'],
  'lib/auth': ['lib/domain', 'lib/db', 'lib/keys'],
  'lib/auth/passwords': [],
  'lib/auth/second-factor': ['lib/domain', 'lib/db', 'lib/keys'],
  'lib/importing': ['lib/domain'],
  'lib/importing/encoding': [],
  'lib/evidence': ['lib/domain', 'lib/importing', 'lib/importing/encoding'],
  // A document is handed back with what is on file put into it, and so it is read first.
  'lib/reports': ['lib/domain', 'lib/importing'],
  'lib/live': ['lib/domain'],
  'lib/mail': ['lib/domain'],
  'lib/mail/settings': ['lib/domain'],
  'lib/commands': [
    'lib/domain',
    'lib/db',
    'lib/auth/passwords',
    'lib/auth/second-factor',
    'lib/keys',
    'lib/mail/settings',
  ],
  'lib/jobs': [
    'lib/domain',
    'lib/db',
    'lib/auth',
    'lib/commands',
    'lib/evidence',
    'lib/reports',
    'lib/keys',
    'lib/mail',
    'lib/mail/settings',
  ],
  'lib/server': ['lib/domain'],
  'lib/backup': ['lib/domain', 'lib/evidence', 'lib/server'],
  'lib/cli': [
    'lib/domain',
    'lib/db',
    'lib/auth',
    'lib/commands',
    'lib/jobs',
    'lib/importing',
    'lib/importing/encoding',
    'lib/evidence',
    'lib/reports',
    'lib/server',
    'lib/backup',
  ],
  'lib/api': [
    'lib/domain',
    'lib/db',
    'lib/auth',
    'lib/commands',
    'lib/reports',
    'lib/live',
    'lib/keys',
  ],
  'lib/forms': ['lib/domain', 'lib/auth'],
  'lib/actions': ['lib/commands', 'lib/forms'],
  components: [
    'lib/domain',
    'lib/db',
    'lib/importing',
    'lib/importing/encoding',
    'lib/forms',
    'lib/actions',
  ],
  app: [
    'components',
    'lib/domain',
    'lib/db',
    'lib/auth',
    'lib/live',
    'lib/evidence',
    'lib/importing',
    'lib/reports',
    'lib/keys',
    'lib/mail/settings',
    'lib/forms',
    'lib/actions',
    'lib/commands',
    'lib/api',
  ],
  prisma: ['lib/domain', 'lib/db', 'lib/auth', 'lib/commands', 'lib/evidence', 'lib/server'],
  instrumentation: ['lib/auth', 'lib/live', 'lib/forms'],
  proxy: [],
}

/** What this file does that its part of the house may not, a sentence each. */
export function violations(file: string, code: string, commands: readonly string[] = []): string[] {
  const part = partOf(file.replace(/\.tsx?$/, ''))
  if (!part) return ['stands in no part of the house']
  const imports = importsOf(file, code)
  return [
    ...imports.flatMap((one) => [...importProblems(file, part, one)]),
    ...commandsCalled(part, imports, commands),
    ...networkReached(file, imports),
    ...lawsBroken(file, part, withoutComments(code)),
    ...(part === 'lib/db' ? actorless(file, withoutComments(code)) : []),
  ]
}

/** The names of the commands in a file of `lib/commands`. */
export function commandsIn(file: string, code: string): string[] {
  const exported = file.endsWith('/onboarding.ts')
    ? /export async function (\w+)\(raw: unknown\)/g
    : /export const (\w+) = command\(/g
  return [...code.matchAll(exported)].map(([, name = '']) => name)
}

function partOf(path: string): string | undefined {
  const parts = Object.keys(MAY_USE).filter((one) => path === one || path.startsWith(`${one}/`))
  return parts.sort((a, b) => b.length - a.length)[0]
}

function* importProblems(file: string, part: string, one: Import): Generator<string> {
  if (one.isPackage) {
    if (!mayHavePackage(part, one.from)) yield `may not use the package ${one.from}`
    return
  }
  const used = partOf(one.from)
  const allowed = MAY_USE[part] ?? []
  const own = used === part || used?.startsWith(`${part}/`) || part.startsWith(`${used}/`)
  if (!own && (!used || !allowed.includes(used))) yield `may not use ${one.from}`
  if (part === 'app' && used === 'lib/commands' && !/\/route\.tsx?$/.test(file)) {
    yield `may not use ${one.from} outside a route handler`
  }
  if (used === 'lib/db' && part !== 'lib/db') yield* databaseProblems(part, one)
}

function* databaseProblems(part: string, { from, values }: Import): Generator<string> {
  if (part === 'components' && values.length > 0) {
    yield `draws ${values.join(', ')} from ${from}, and not only types`
  }
  if (from.startsWith('lib/db/generated')) yield `may not use ${from}`
  if (values.includes('*')) yield `imports everything of ${from}`
  if (values.includes('db')) yield 'asks the database past lib/db'
  if (part === 'lib/commands') return

  const writes = values.filter((name) => WRITES.test(name))
  const mayWrite = WRITES_OF[part] ?? (() => false)
  const forbidden = writes.filter((name) => !mayWrite(name))
  if (forbidden.length > 0) yield `writes with ${forbidden.join(', ')}, and is no command`
}

const WRITES = /^(insert|update|delete|append|lock)[A-Z]/
/** What else but commands may write: a log-in, the codes for it and by whose entry at a provider it is, that a token is used, the row of a job or delivery that is being done, and what somebody has read. */
const WRITES_OF: Record<string, (name: string) => boolean> = {
  'lib/auth': (name) =>
    /Session|LoginFailure|TokenUsed|SecondFactor(Used|Told)|RecoveryCodeUsed|OpenIdLink/.test(name),
  'lib/auth/second-factor': (name) => /SecondFactor(Used|Told)|RecoveryCodeUsed/.test(name),
  // What somebody has read is theirs alone.
  app: (name) => name === 'updateReadLines',
  'lib/jobs': (name) =>
    /^updateJobs?(Running|Progress|HandedOver|Done|Failed|Waiting|LeftRunning)$/.test(name) ||
    /^(update(All)?Deliver(y|iesWoken)|deleteOldDeliveries)$/.test(name),
}

function mayHavePackage(part: string, name: string): boolean {
  if (part === 'lib/domain') return ['zod', 'node:crypto'].includes(name)
  if (!/^(\.)?@?prisma(\/|$)/.test(name)) return true
  if (part === 'lib/server') return ENGINE.some((one) => name === one || name.startsWith(`${one}/`))
  return part === 'lib/db'
}

/** With these `lib/server` migrates; none of them reads or writes rows. */
const ENGINE = ['@prisma/schema-engine-wasm', '@prisma/adapter-pg', '@prisma/driver-adapter-utils']

function commandsCalled(
  part: string,
  imports: readonly Import[],
  commands: readonly string[],
): string[] {
  if (part !== 'lib/commands') return []
  return imports
    .filter(({ from }) => partOf(from) === 'lib/commands')
    .flatMap(({ values }) => values.filter((name) => commands.includes(name) || name === '*'))
    .map((name) => `is a command that uses another: ${name}`)
}

/**
 * Whether this could ask the outside world, which only `lib/evidence/outgoing` does. Mail goes another way: to the one
 * server that whoever runs Stet has set, which may well stand in their own network, and from one file alone. So do
 * log-ins by OpenID Connect.
 */
function networkReached(file: string, imports: readonly Import[]): string[] {
  if (imports.some(({ from }) => MAIL_PACKAGE.test(from)) && file !== 'lib/mail/send-mail.ts') {
    return [PAST_THE_WAY_OF_MAIL]
  }
  if (
    imports.some(({ from }) => OPENID_PACKAGE.test(from)) &&
    file !== 'lib/auth/open-id/provider.ts'
  ) {
    return [PAST_THE_PROVIDER]
  }
  if (file.startsWith('lib/evidence/outgoing/')) return []
  const harmless = file === 'lib/server/os/port.ts' ? [...NAMES_ONLY, 'createServer'] : NAMES_ONLY
  return imports.some(
    ({ from, values }) =>
      NETWORK_PACKAGE.test(from) && values.some((name) => !harmless.includes(name)),
  )
    ? [PAST_THE_WAY_OUT]
    : []
}

const NETWORK_PACKAGE =
  /^(?:(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)|undici|axios|got|node-fetch|ws)$/
const MAIL_PACKAGE = /^(?:nodemailer|smtp-server|smtp-connection)(?:\/|$)/
const OPENID_PACKAGE = /^(?:openid-client|oauth4webapi)(?:\/|$)/
const PAST_THE_PROVIDER = 'speaks to an OpenID provider, which lib/auth/open-id/provider alone does'
const PAST_THE_WAY_OF_MAIL = 'speaks to a mail server, which lib/mail/send-mail alone does'
const NAMES_ONLY = ['isIP', 'isIPv4', 'isIPv6']
const PAST_THE_WAY_OUT = 'reaches the network past lib/evidence/outgoing'

const ROLE = `['"](admin|editor|checker|writer|auditor)['"]`

/** Patterns that are allowed in one place only, and why not elsewhere. */
const LAWS: { pattern: RegExp; only: (file: string, part: string) => boolean; wrong: string }[] = [
  {
    pattern: /\bas\s+Actor\b|[=(,:?]\s*<Actor>/,
    only: (_, part) => part.startsWith('lib/auth'),
    wrong: 'makes its own actors',
  },
  {
    pattern: new RegExp(`\\brole\\s*[!=]==?\\s*${ROLE}|${ROLE}\\s*[!=]==?\\s*[\\w.]*\\brole\\b`),
    only: (file) => file === 'lib/domain/policy.ts',
    wrong: 'compares roles',
  },
  {
    pattern: new RegExp(`\\[[^\\]]*${ROLE}[^\\]]*\\]\\s*\\.\\s*(includes|some|indexOf|find)\\(`),
    only: (file) => file === 'lib/domain/policy.ts',
    wrong: 'compares roles',
  },
  {
    pattern: /^\s*['"]use server['"]/m,
    only: (file) => file === 'lib/actions.ts',
    wrong: 'opens an endpoint to browsers outside lib/actions',
  },
  {
    pattern: /\b(queryRaw|executeRaw)Unsafe\b/,
    only: () => false,
    wrong: 'puts words into SQL',
  },
  {
    pattern: /\bURL\.canParse\b/,
    only: () => false,
    wrong: 'asks URL.canParse, which denies addresses that are some: use lib/domain/web-address',
  },
  {
    // In a browser it asks our own server, and nothing else (connect-src in proxy.ts).
    pattern: /(?<![\w.])fetch\(|\b(?:globalThis|global)\s*(?:\.\s*fetch|\[\s*['"]fetch)\b/,
    only: (file, part) => part === 'components' || file === 'lib/server/launch/web-server.ts',
    wrong: PAST_THE_WAY_OUT,
  },
]

function lawsBroken(file: string, part: string, code: string): string[] {
  return LAWS.filter(({ pattern, only }) => pattern.test(code) && !only(file, part)).map(
    ({ wrong }) => wrong,
  )
}

/** Files of `lib/db` for what stands before there is an actor. */
const WITHOUT_ACTOR =
  /\/(client|retry|onboarding|sessions|second-factors|open-id|queue|installation)\.ts$/

function* actorless(file: string, code: string): Generator<string> {
  if (WITHOUT_ACTOR.test(file)) return
  const functions = code.matchAll(
    /^export (?:async )?(?:function\*? (\w+)[^(]*|const (\w+) = (?:async )?)\(([\s\S]*?)^\}/gm,
  )
  for (const [, name = '', constant = '', rest = ''] of functions) {
    const asks = /^(find|list|count|has|is)[A-Z]/.test(name + constant) || /\bdb\(\)/.test(rest)
    const writes = WRITES.test(name + constant)
    if ((asks || writes) && !/^\s*(actor|\{[^}]*\}): (Pick<)?(Actor|EventAuthor)\b/.test(rest)) {
      yield `${name}${constant} asks for no actor`
    }
  }
}

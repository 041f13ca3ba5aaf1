import { expect, onTestFinished, test } from 'vitest'
import { parseMailServer } from '@/lib/domain/mail/addresses'
import { invitationLetter } from '@/lib/domain/mail/letters'
import {
  goesAlongUntil,
  startMailServer,
  startOddMailServer,
} from '@/lib/testing/outside/mail-server'
import { type Mail, type SendOptions, sendMail } from './send-mail'

const FROM = { name: 'Stet, The Day', address: 'desk@example.org' }
const MAIL: Mail = {
  ...{
    to: 'tom@example.org',
    id: 'job-1',
    subject: 'A link',
    text: 'Here: https://stet.example.org/a',
  },
}

test('a mail arrives as it was written, from whom it is, and no machine need answer it', async () => {
  const server = await aServer()
  const told: string[] = []
  const handingOver = async () => void told.push('told')
  expect(await send(server.url, MAIL, { handingOver })).toEqual({ outcome: 'accepted' })
  expect(told).toEqual(['told'])
  const [mail] = server.mails
  expect(mail).toMatchObject({ to: ['tom@example.org'], from: 'desk@example.org' })
  expect(mail?.read).toMatchObject({
    ...{ from: FROM, to: [{ name: '', address: 'tom@example.org' }], subject: 'A link' },
    ...{ messageId: '<job-1@example.org>', text: 'Here: https://stet.example.org/a\n' },
  })
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(mail?.read.html).toBeUndefined()
})

test.each([
  ['with line ends', 'The Day\r\nBcc: all@example.org\r\n\r\nHello'],
  ['long', 'The Day of the Valley '.repeat(60).trim()],
  ['from right to left', 'صحيفة اليوم للوادي '.repeat(20).trim()],
  ['of emoji', '📰'.repeat(100)],
])('a newsroom’s name %s stays within its header', async (_, newsroom) => {
  const server = await aServer()
  const link = 'https://stet.example.org/invitation/x'
  const letter = invitationLetter({ newsroom, role: 'writer', link })
  await send(server.url, { ...MAIL, ...letter })
  const [mail] = server.mails
  expect(mail?.read.subject?.replace(/\s+/g, ' ')).toBe(letter.subject)
  expect(mail?.read.text).toContain(`${link}\n`)
  expect(mail?.to).toEqual(['tom@example.org'])
  const head = mail?.raw.split('\r\n\r\n')[0] ?? ''
  expect(head).not.toMatch(/^Bcc:/im)
  expect(Math.max(...head.split('\r\n').map(({ length }) => length))).toBeLessThan(998)
})

test('an address that is several, or more than an address, goes nowhere else', async () => {
  const server = await aServer()
  for (const to of ['a@example.org, b@example.org', 'a@example.org\r\nRCPT TO:<b@example.org>']) {
    expect(await send(server.url, { ...MAIL, to })).toMatchObject({ outcome: 'refused' })
  }
  expect(server.mails).toEqual([])
})

test('a user and password are shown to the server, and a wrong one is told', async () => {
  const server = await aServer({
    onAuth: ({ username, password }, _, done) =>
      username === 'desk' && password === 'p:w'
        ? done(null, { user: 'desk' })
        : done(new Error('Invalid')),
  })
  const as = (who: string) => server.url.replace('//', `//${who}@`)
  expect(await send(as('desk:p%3Aw'))).toEqual({ outcome: 'accepted' })
  expect(await send(as('desk:other'))).toEqual({
    ...{ outcome: 'refused', mayPass: false },
    says: 'The mail server did not take the user and password of STET_SMTP_URL.',
  })
  expect(server.mails).toHaveLength(1)
})

test.each([
  ['without TLS', ['STARTTLS']],
  ['with a certificate that anybody can make', []],
])('a password is not sent to another machine %s', async (_, disabledCommands) => {
  const users: unknown[] = []
  const server = await aServer({
    disabledCommands,
    onAuth: (auth, _, done) => done(null, { user: users.push(auth) }),
  })
  const settings = parseMailServer(server.url.replace('//', '//desk:secret@'))
  if (!settings) throw new Error('no mail server')
  const told = await sendMail(MAIL, options({ ...settings, needsTls: true }))
  expect(told).toMatchObject({ mayPass: false, says: expect.stringContaining('(TLS)') })
  expect(users).toEqual([])
})

test.each([
  ['for good', 550, false],
  ['for now', 451, true],
])('a server that refuses somebody %s is quoted', async (_, responseCode, mayPass) => {
  const server = await aServer({
    onRcptTo: (_, __, done) => done(Object.assign(new Error('No such person'), { responseCode })),
  })
  const handingOver = () => Promise.reject(new Error('told though nothing went out'))
  expect(await send(server.url, MAIL, { handingOver })).toEqual({
    ...{ outcome: 'refused', mayPass },
    says: `The mail server did not take it: “${responseCode} No such person”.`,
  })
})

test('a server that refuses the words, when it has them all, has refused the mail', async () => {
  const url = await anOddServer(goesAlongUntil('.', (socket) => socket.write('554 Spam\r\n')))
  expect(await send(url)).toMatchObject({ outcome: 'refused', mayPass: false })
})

test.each([
  ['hangs', () => undefined],
  ['drops', (socket: { destroy: () => void }) => socket.destroy()],
])('of a server that %s when it has all the words, nobody knows', async (_, then) => {
  expect(await send(await anOddServer(goesAlongUntil('.', then)))).toEqual({
    ...{ outcome: 'unknown' },
    says: expect.stringContaining('it may or may not have been sent'),
  })
})

test.each([
  ['greets nobody', () => undefined, ''],
  ['hangs at once', () => undefined, '220 odd'],
  ['hangs before the words', goesAlongUntil('RCPT', () => undefined), '220 odd'],
  ['drops before the words', goesAlongUntil('MAIL', (socket) => socket.destroy()), '220 odd'],
])('of a server that %s, it is known that it sent nothing', async (_, answer, greeting) => {
  const handingOver = () => Promise.reject(new Error('told though nothing went out'))
  const url = await anOddServer(answer, greeting)
  expect(await send(url, MAIL, { handingOver })).toEqual({
    ...{ outcome: 'refused', mayPass: true },
    says: 'The mail server cannot be reached, or does not answer.',
  })
})

test('a server that is not there may be there later', async () => {
  const { url, stop } = await startOddMailServer(() => undefined)
  stop()
  expect(await send(url)).toMatchObject({ outcome: 'refused', mayPass: true })
})

test('a server that answers a little at a time is left when the time is over', async () => {
  const url = await anOddServer((line, socket) => {
    if (/^EHLO/.test(line))
      for (let n = 0; n < 40; n++) setTimeout(() => socket.write('250-a\r\n'), n * 50)
  })
  const begun = Date.now()
  expect(await send(url)).toMatchObject({ outcome: 'refused', mayPass: true })
  expect(Date.now() - begun).toBeLessThan(1_500)
})

test('a mail that is called off is left at once', async () => {
  const url = await anOddServer(() => undefined)
  const off = new AbortController()
  const sending = send(url, MAIL, { signal: off.signal })
  off.abort(new Error('called off'))
  await expect(sending).rejects.toThrow('called off')
})

async function aServer(of: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(of)
  onTestFinished(server.stop)
  return server
}

async function anOddServer(...of: Parameters<typeof startOddMailServer>) {
  const { url, stop } = await startOddMailServer(...of)
  onTestFinished(stop)
  return url
}

function send(url: string, mail = MAIL, more: Partial<SendOptions> = {}) {
  const server = parseMailServer(url)
  if (!server) throw new Error(`no mail server: ${url}`)
  return sendMail(mail, { ...options(server), ...more })
}

const options = (server: SendOptions['server']): SendOptions => ({
  ...{
    server,
    from: FROM,
    signal: new AbortController().signal,
    handingOver: async () => undefined,
  },
  limits: { connect: 300, silence: 300, total: 1_000 },
})

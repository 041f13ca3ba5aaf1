import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail server on this machine. */
export interface TestMailServer {
  /** As STET_SMTP_URL names it. */
  url: string
  /** Every mail that it took, as it arrived and as it reads. */
  mails: { raw: string; to: string[]; from: string; read: Email }[]
  stop: () => void
}

/** Takes mail, unless what is told otherwise refuses it. */
export async function startMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<TestMailServer> {
  const mails: TestMailServer['mails'] = []
  const server = new SMTPServer({
    ...{
      authOptional: true,
      disabledCommands: options.onAuth ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    },
    ...{ allowInsecureAuth: true, logger: false, closeTimeout: 100 },
    async onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part)
      const raw = Buffer.concat(parts)
      const { mailFrom, rcptTo } = envelope
      mails.push({
        ...{ raw: raw.toString('utf8'), to: rcptTo.map(({ address }) => address) },
        ...{ from: mailFrom ? mailFrom.address : '', read: await PostalMime.parse(raw) },
      })
      done()
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const at = (server.server.address() as AddressInfo).port
  return { url: `smtp://127.0.0.1:${at}`, mails, stop: () => server.close() }
}

/** A server that answers each line as it is told, for what no proper one does. */
export async function startOddMailServer(
  answer: (line: string, socket: Socket) => void,
  greeting = '220 odd ESMTP',
): Promise<{ url: string; stop: () => void }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    if (greeting) socket.write(`${greeting}\r\n`)
    let rest = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) answer(line, socket)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

/** Goes along as far as a line that begins so, and then does this. */
export function goesAlongUntil(begin: string, then: (socket: Socket) => void) {
  return (line: string, socket: Socket) => {
    if (line.startsWith(begin)) return then(socket)
    if (/^EHLO/.test(line)) socket.write('250 odd\r\n')
    else if (/^(MAIL|RCPT|RSET)/.test(line)) socket.write('250 OK\r\n')
    else if (/^DATA/.test(line)) socket.write('354 Go on\r\n')
    else if (line === '.') socket.write('250 Taken\r\n')
    else if (/^QUIT/.test(line)) socket.end('221 Bye\r\n')
  }
}

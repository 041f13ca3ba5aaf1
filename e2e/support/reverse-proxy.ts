import { once } from 'node:events'
import { createServer } from 'node:http'
import { createProxyServer } from 'httpxy'
import { freePort } from '@/lib/server/os/port'

/** A reverse proxy that sends each request to the next of its servers, whoever asks; one that does not answer is a 502. */
export async function startReverseProxy() {
  const servers: string[] = []
  const proxy = createProxyServer({ xfwd: true })
  let turn = 0
  const server = createServer((request, response) => {
    const target = servers[turn++ % servers.length]
    proxy.web(request, response, { target }).catch(() => {
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
  })
  const port = await freePort()
  server.listen(port, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${port}`,
    servers,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Where this process opens a connection to. */
export interface Dial {
  host: string
  port: number
}

/**
 * Until the test is over, says of every connection that this process opens where it leads, before a packet is sent, and
 * has it led to where `divert` says: so a test can have an outside world, with addresses of its own.
 */
export function divertDials(divert: (dial: Dial) => Dial): void {
  const led = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.connect = (options: unknown) => {
      const [dial] = [options].flat() as [Dial]
      Reflect.apply(Socket.prototype.connect, socket, [divert(dial)])
      return socket
    }
  }
  subscribe('net.client.socket', led)
  onTestFinished(() => void unsubscribe('net.client.socket', led))
}

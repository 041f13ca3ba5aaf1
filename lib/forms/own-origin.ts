import { parseAddress } from '@/lib/domain/web-address'

/**
 * Whether a form was sent from the address that Stet is set to (STET_URL), as the browser says in `Origin`. What a proxy or
 * a client says of the host counts for nothing. The names that a machine has for itself are one.
 */
export function isOwnOrigin(origin: string | null, configured: string | undefined): boolean {
  const [from, ours] = [origin, configured].map((one) => (one ? parseAddress(one) : null))
  return from && ours ? comparable(from) === comparable(ours) : false
}

function comparable({ protocol, hostname, port }: URL): string {
  return [protocol, OF_ITSELF.includes(hostname) ? 'localhost' : hostname, port].join(' ')
}

const OF_ITSELF = ['127.0.0.1', '[::1]']

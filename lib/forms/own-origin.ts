/**
 * Whether a form was sent from the address that Stet is set to (STET_URL), as the browser says in `Origin`. What a proxy or
 * a client says of the host counts for nothing. The names that a machine has for itself are one.
 */
export function isOwnOrigin(origin: string | null, configured: string | undefined): boolean {
  if (!origin || !configured || !URL.canParse(origin)) return false
  return comparable(origin) === comparable(configured)
}

function comparable(address: string): string {
  const { protocol, hostname, port } = new URL(address)
  return [protocol, OF_ITSELF.includes(hostname) ? 'localhost' : hostname, port].join(' ')
}

const OF_ITSELF = ['127.0.0.1', '[::1]']

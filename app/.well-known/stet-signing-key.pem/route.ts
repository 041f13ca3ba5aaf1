import { signingKey } from '@/lib/keys/signing-key'

export const dynamic = 'force-dynamic'

/** The public key that checkpoints of logs are signed with, and its fingerprint; anybody may read it. */
export function GET() {
  const { pem, fingerprint } = signingKey()
  const text = `Stet signs checkpoints of its logs with this key.\nSHA-256 (SPKI): ${fingerprint}\n\n${pem}`
  return new Response(text, { headers: { 'content-type': 'application/x-pem-file' } })
}

/** The provider by which people may log in, as whoever runs Stet set it. */
export interface OpenIdSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** What people know it by. */
  name: string
}

/** What was set for OpenID Connect (STET_OIDC_…); null where people log in with their passwords alone. */
export function findOpenIdSettings(): OpenIdSettings | null {
  const { STET_OIDC_ISSUER: issuer, STET_OIDC_NAME } = process.env
  const { STET_OIDC_CLIENT_ID: clientId, STET_OIDC_CLIENT_SECRET: clientSecret } = process.env
  if (!issuer || !clientId || !clientSecret) return null
  return { issuer, clientId, clientSecret, name: STET_OIDC_NAME || new URL(issuer).host }
}

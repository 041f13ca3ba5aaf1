import { randomBytes } from 'node:crypto'
import { startThrowawayPostgres } from '@/lib/server/databases/throwaway-postgres'
import { makeSigningKey } from '@/lib/server/launch/secrets'
import { generateIfStale } from '@/lib/server/schema/generate-client'

/** A database server for this run alone, whatever DATABASE_URL says outside. */
export async function setup() {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64url')
  process.env.STET_SIGNING_KEY ??= makeSigningKey()
  process.env.NEXTAUTH_URL ??= 'http://localhost:3000'
  await generateIfStale()
  const server = await startThrowawayPostgres()
  try {
    const { app, owner } = await server.ready('stet')
    Object.assign(process.env, { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner })
  } catch (error) {
    await server.stop()
    throw error
  }
  return server.stop
}

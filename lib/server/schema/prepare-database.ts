import { applyGrants, type DatabaseUrls } from './grants'
import { applyMigrations } from './migrations'

/** Makes a database ready to serve: the newest schema, then what the app may do in it. Gives the migrations it needed. */
export async function prepareDatabase(urls: DatabaseUrls): Promise<string[]> {
  const applied = await applyMigrations(urls.owner)
  await applyGrants(urls)
  return applied
}

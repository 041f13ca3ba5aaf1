import { applyGrants, type DatabaseUrls } from './grants'
import { prepareQueue } from './job-queue'
import { applyMigrations } from './migrations'

/** Makes a database ready to serve: the newest schema, the queue of jobs, then what the app may do in them. Gives the migrations it needed. */
export async function prepareDatabase(urls: DatabaseUrls): Promise<string[]> {
  const applied = await applyMigrations(urls.owner)
  await prepareQueue(urls.owner)
  await applyGrants(urls)
  return applied
}

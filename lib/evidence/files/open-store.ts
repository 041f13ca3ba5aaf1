import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { parseAddress } from '@/lib/domain/web-address'
import type { FileStore } from './file-store'
import { folderStore } from './folder-store'
import { s3Store } from './s3-store'

/**
 * The store that the environment names: one that speaks S3 if STET_S3_ENDPOINT, _BUCKET, _REGION, _KEY and _SECRET are
 * given, else a folder of STET_DATA. Refuses half a configuration, by name.
 */
export function openStore(env: NodeJS.ProcessEnv = process.env): FileStore {
  const { STET_S3_ENDPOINT, STET_S3_BUCKET, STET_S3_REGION, STET_S3_KEY, STET_S3_SECRET } = env
  const given = { STET_S3_ENDPOINT, STET_S3_BUCKET, STET_S3_REGION, STET_S3_KEY, STET_S3_SECRET }
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length === Object.keys(given).length) return folderStore(filesFolder(env))

  if (missing.length > 0) {
    throw new Refusal('invalid', `To keep files in an S3 store, give ${missing.join(', ')} too.`)
  }
  if (!/^https?:$/.test(parseAddress(STET_S3_ENDPOINT ?? '')?.protocol ?? '')) {
    throw new Refusal(
      'invalid',
      `STET_S3_ENDPOINT is no http or https address: ${STET_S3_ENDPOINT}`,
    )
  }
  return s3Store({
    endpoint: STET_S3_ENDPOINT ?? '',
    bucket: STET_S3_BUCKET ?? '',
    region: STET_S3_REGION ?? '',
    key: STET_S3_KEY ?? '',
    secret: STET_S3_SECRET ?? '',
    incoming: filesFolder(env),
  })
}

/** Where files are kept on our own disk, or wait to be sent to another store. */
export function filesFolder({ STET_DATA } = process.env): string {
  if (!STET_DATA) throw new Error('STET_DATA is missing; whatever starts the app has to give it')
  return path.join(STET_DATA, 'files')
}

import { z } from 'zod'
import { invalid, type OpenZip } from './zip-file'

const PACKAGE = 'datapackage.json'
const DIGEST = 'datapackage-digest.json'
const MOST_BYTES = 5_000_000

const resource = z.object({ path: z.string(), hash: z.string() })
const dataPackage = z.object({ resources: z.array(resource), mainPageUrl: z.string().optional() })

/**
 * Holds every file of a web archive against its digest (WACZ 1.1.1 §5), and the list of digests against its own. Gives
 * the address of the main page where the archive names one. Refuses, by name, a file that is missing or was altered.
 */
export async function checkDigests(zip: OpenZip): Promise<{ mainPage: string | null }> {
  const names = new Set(zip.names)
  if (!names.has(PACKAGE)) throw invalid(`This is no web archive: it has no ${PACKAGE}.`)
  if (names.has(DIGEST)) {
    const said = z
      .object({ hash: z.string() })
      .safeParse(json(await zip.readText(DIGEST, MOST_BYTES)))
    await check(zip, PACKAGE, said.data?.hash ?? '')
  }
  const list = dataPackage.safeParse(json(await zip.readText(PACKAGE, MOST_BYTES)))
  if (!list.success)
    throw invalid(`The list of digests in this web archive (${PACKAGE}) cannot be read.`)
  for (const { path, hash } of list.data.resources) {
    if (!names.has(path)) throw invalid(`The file ${path} is missing from this web archive.`)
    await check(zip, path, hash)
  }
  return { mainPage: list.data.mainPageUrl ?? null }
}

async function check(zip: OpenZip, path: string, hash: string): Promise<void> {
  const [, algorithm, digest = ''] = /^(sha256|md5):([0-9a-f]+)$/i.exec(hash) ?? []
  if (algorithm !== 'sha256' && algorithm !== 'md5') {
    throw invalid(`The digest of ${path} in this web archive is of a kind that is not known.`)
  }
  if ((await zip.digest(path, algorithm)) !== digest.toLowerCase()) {
    throw invalid(`The file ${path} in this web archive was altered: it does not have its digest.`)
  }
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

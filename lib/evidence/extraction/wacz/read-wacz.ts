import { z } from 'zod'
import { readHtmlFile } from '../files/read-text-file'
import type { KeptText } from '../kept-text'
import { checkDigests, json } from './check-digests'
import { mainRecord } from './main-record'
import { invalid, OpenZip } from './zip-file'

const PAGES = 'pages/pages.jsonl'
const MOST_BYTES = 20_000_000

const page = z.object({
  url: z.url({ protocol: /^https?$/ }),
  ts: z.string().optional(),
  title: z.string().optional(),
})

/**
 * Reads a web archive (WACZ 1.1.1): the article of its main page, and when and how the server answered. Every file is held
 * against its digest first. Refuses an archive that was cut or altered, one that would unpack to far more than it holds,
 * and one without the page that it names, each by the name of what is wrong.
 */
export async function readWacz(path: string): Promise<KeptText> {
  const zip = await OpenZip.open(path)
  try {
    const { mainPage } = await checkDigests(zip)
    const pages = await pagesOf(zip)
    const main = pages.find(({ url }) => url === mainPage) ?? pages[0]
    if (!main) throw invalid('This web archive names no page.')
    const { content, at, status, headers, url } = await mainRecord(zip, main.url)
    const kept = readHtmlFile(content, { url })
    return {
      ...kept,
      title: kept.title ?? main.title ?? null,
      capture: { at: at ?? main.ts ?? null, status, headers },
    }
  } finally {
    zip.close()
  }
}

async function pagesOf(zip: OpenZip): Promise<z.infer<typeof page>[]> {
  if (!zip.names.includes(PAGES)) throw invalid(`This web archive has no list of pages (${PAGES}).`)
  const lines = (await zip.readText(PAGES, MOST_BYTES)).split('\n')
  return lines.flatMap((line) => page.safeParse(json(line)).data ?? [])
}

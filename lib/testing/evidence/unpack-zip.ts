import { PassThrough, type Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** The files of a ZIP by their path in its one folder, as a program unpacks it that is not ours. */
export async function unpackZip(file: string): Promise<Map<string, Buffer>> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(file, {
    lazyEntries: true,
  })
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip))
  const files = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve)
    zip.on('entry', async (entry: yauzl.Entry) => {
      // The library's own stream never says that it is closed, and so would be waited for in vain.
      const content = (await open(entry)).pipe(new PassThrough())
      files.set(entry.fileName.replace(/^[^/]+\//, ''), await buffer(content))
      zip.readEntry()
    })
    zip.readEntry()
  })
  return files
}

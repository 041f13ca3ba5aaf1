import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** The files of an archive (APPNOTE.TXT 4.3.12), on disk or as it is, by their names; of one that is true and not large. */
export function unzip(file: string | Uint8Array): Record<string, Buffer> {
  const zip = typeof file === 'string' ? readFileSync(file) : Buffer.from(file)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const found: Record<string, Buffer> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [named, extra, said] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const name = zip.toString('utf8', at + 46, at + 46 + Number(named))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    found[name] = method === 0 ? packed : inflateRawSync(packed)
    at += 46 + Number(named) + Number(extra) + Number(said)
  }
  return found
}

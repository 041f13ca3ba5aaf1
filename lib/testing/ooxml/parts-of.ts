import { PackageParts } from '@/lib/importing/word/markup/package-parts'
import { readXml, type XmlElement } from '@/lib/importing/word/markup/xml'

/** The parts of an Office document in their order, unpacked. */
export async function partsOf(file: Buffer): Promise<Map<string, Buffer>> {
  const parts = await PackageParts.open(file)
  const all: [string, Buffer][] = []
  for (const name of parts.names) all.push([name, await parts.bytes(name)])
  return new Map(all)
}

export async function rootOf(file: Buffer, part: string): Promise<XmlElement> {
  const parts = await PackageParts.open(file)
  return readXml(part, await parts.text(part))
}

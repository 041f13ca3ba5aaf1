import { Refusal } from '@/lib/domain/refusal'
import { LARGEST_SHEET, type ReadSheet } from '@/lib/domain/sheets/sheet'
import type { SheetWishes } from '@/lib/importing/sheets/sheet-wishes'

/** How a sheet is to be read; what is left out is found out. */
export type SheetReading = Omit<SheetWishes, 'name'>

/** A file as it was chosen. */
export interface SheetFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A chosen file's bytes. Refuses one by its size alone, before it is read. */
export async function chosenFile(file: File): Promise<SheetFile> {
  if (file.size > LARGEST_SHEET) {
    throw new Refusal(
      'invalid',
      `This file has ${(file.size / 1_000_000).toFixed(1)} MB; a sheet of checks may have 5. Save it without its pictures, or bring it in parts.`,
    )
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Has the newsroom read a sheet, which keeps nothing of it. Refuses what cannot be read, in words. */
export async function readSheet(
  newsroom: string,
  { name, bytes }: SheetFile,
  wishes: SheetReading,
): Promise<ReadSheet> {
  const asked = Object.entries({ name, ...wishes }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  const answer = await fetch(`/${newsroom}/sheets?${new URLSearchParams(asked)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  }).catch(() => null)
  if (answer?.ok) return answer.json()
  const { message } = (await answer?.json().catch(() => null)) ?? {}
  throw new Refusal('unavailable', message ?? UNREACHED)
}

const UNREACHED = 'The sheet could not be read, because the newsroom was not reached. Try it again.'

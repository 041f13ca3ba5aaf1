import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { receiveFile } from '@/lib/commands/captures/files'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import type { Passage } from '@/lib/domain/captures/passage'
import type { Actor } from '@/lib/domain/policy'
import { openStore } from '@/lib/evidence/files/open-store'
import { type Arrived, keepText, lookAt } from '@/lib/evidence/keeping/what-arrived'

const FILES = { statement: 'statement.html', notes: 'air-defence-notes.txt' } as const

interface ShippedFile extends Arrived {
  name: string
  bytes: Buffer
}

/** What the demonstration's people bring as evidence, as it was found to be when it was looked at. */
export type Shipped = Record<keyof typeof FILES, ShippedFile>

/** Looks at the files that ship with the demonstration as at any that arrives, which takes a second or two. */
export async function readShipped(): Promise<Shipped> {
  const [statement, notes] = await Promise.all([read(FILES.statement), read(FILES.notes)])
  return { statement, notes }
}

async function read(name: string): Promise<ShippedFile> {
  const file = path.join(import.meta.dirname, 'files', name)
  return { ...(await lookAt(file, { name, mediaType: '' })), name, bytes: await readFile(file) }
}

/** Brings a file as somebody does in a browser, and gives what a form then names it by. */
export async function bringFile(
  actor: Actor,
  { name, bytes, text, mediaType, facts, warnings }: ShippedFile,
): Promise<string> {
  const store = openStore()
  const { sha256 } = await store.put(Readable.from([bytes]), { newsroomId: actor.newsroomId })
  const { arrivalId } = await receiveFile(actor, {
    file: { sha256, bytes: bytes.length },
    text: await keepText(store, actor.newsroomId, text),
    ...{ mediaType, name, facts, warnings: warnings.map(({ sentence }) => sentence) },
  })
  return arrivalId
}

/** The place of these words in the readable text of a file. */
export function passageIn({ name, text }: ShippedFile, words: string): Passage {
  const start = text?.indexOf(words) ?? -1
  if (text === null || start === -1) throw new Error(`“${words}” is not in ${name}`)
  return { kind: 'text', ...anchorAt(text, { start, end: start + words.length }) }
}

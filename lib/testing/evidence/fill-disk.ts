/**
 * Puts more on a disk, at the folder that is named, than it holds, or than it lets one file hold; says what was refused
 * and what is left. The numbers are the bytes of an upload that has room, and of one that has not.
 */

import path from 'node:path'
import { Readable } from 'node:stream'
import { folderStore } from '@/lib/evidence/files/folder-store'
import { appendUpload, beginUpload, cancelUpload } from '@/lib/evidence/files/uploads'
import { filesUnder } from './files-under'

const [, , folder = '', small, large] = process.argv
process.env.STET_DATA = path.dirname(folder)
const ada = { newsroomId: 'herald', userId: 'ada' }
const WORDS = Buffer.alloc(2_000_000, 'words ')

const put = await refusal(folderStore(folder).put(Readable.from([WORDS]), ada))
const [first, second] = [await begin(Number(small)), await begin(Number(large))]
await send(first, Number(small))
const upload = await refusal(send(second, Number(large)))
await cancelUpload(ada, first)
console.log(JSON.stringify({ put, upload, left: filesUnder(folder) }))

async function begin(bytes: number) {
  const { id } = await beginUpload(ada, { name: 'a.txt', mediaType: '', bytes }, () => {})
  return id
}

function send(id: string, bytes: number) {
  return appendUpload(ada, id, { offset: 0, stream: Readable.from([WORDS.subarray(0, bytes)]) })
}

async function refusal(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'nothing',
    (error) => String(error),
  )
}

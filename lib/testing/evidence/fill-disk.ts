/** Puts more on a small disk, mounted at the folder that is named, than it holds; says what was refused and what is left. */

import path from 'node:path'
import { Readable } from 'node:stream'
import { folderStore } from '@/lib/evidence/files/folder-store'
import { appendUpload, beginUpload, cancelUpload } from '@/lib/evidence/files/uploads'
import { filesUnder } from './files-under'

const [, , folder = ''] = process.argv
process.env.STET_DATA = path.dirname(folder)
const ada = { newsroomId: 'herald', userId: 'ada' }
const MEGABYTE = Buffer.alloc(1_000_000, 'words ')

const put = await refusal(folderStore(folder).put(Readable.from([MEGABYTE, MEGABYTE]), ada))
const announced = { name: 'a.txt', mediaType: '', bytes: 900_000 }
const ids = [await begin(), await begin()]
await send(ids[0] ?? '')
const upload = await refusal(send(ids[1] ?? ''))
await cancelUpload(ada, ids[0] ?? '')
console.log(JSON.stringify({ put, upload, left: filesUnder(folder) }))

async function begin() {
  const { id } = await beginUpload(ada, announced, () => {})
  return id
}

function send(id: string) {
  return appendUpload(ada, id, {
    offset: 0,
    stream: Readable.from([MEGABYTE.subarray(0, 900_000)]),
  })
}

async function refusal(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'nothing',
    (error) => String(error),
  )
}

/* Reads a ZIP (PKWARE APPNOTE 6.3.9, with ZIP64) strictly: every byte of it belongs to a file that is named. */

const NO_ZIP = 'This is not a whole ZIP file: its list of contents is missing or damaged.'

/** The files in a ZIP by path. `zip` has its `size`, and `stream(from, to)` gives bytes in pieces. */
async function filesInZip(zip) {
  const list = await listOf(zip)
  const entries = entriesIn(await bytesOf(zip.stream(list.start, list.end)), list.count)
  const files = new Map()
  let place = 0
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    const start = await dataStart(zip, entry)
    // Behind a file may stand up to 24 bytes that repeat its sizes.
    const spare = entry.offset - place
    if (spare < 0 || spare > (place === 0 ? 0 : 24)) throw hiddenBytes(entry.path)
    place = start + entry.packed
    if (files.has(entry.path)) throw new Broken(`The ZIP holds ${printable(entry.path)} twice.`)
    if (!entry.path.endsWith('/')) {
      files.set(entry.path, { size: entry.size, bytes: () => unpacked(zip, { ...entry, start }) })
    } else if (entry.size > 0) throw hiddenBytes(entry.path)
  }
  if (list.start < place || list.start - place > 24) throw hiddenBytes('the list of contents')
  return files
}

function hiddenBytes(path) {
  return new Broken(`The ZIP was altered: around ${printable(path)} stands what is no file of it.`)
}

async function listOf(zip) {
  const from = Math.max(0, zip.size - 22 - 65_535)
  const tail = await bytesOf(zip.stream(from, zip.size))
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length)
  let at = tail.length - 22
  while (at >= 0 && view.getUint32(at, true) !== 0x06054b50) at--
  if (at < 0) throw new Unreadable(NO_ZIP)
  const [count, length, start] = [
    view.getUint16(at + 10, true),
    view.getUint32(at + 12, true),
    view.getUint32(at + 16, true),
  ]
  if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) {
    return { count, start, end: start + length }
  }
  const place = Number(view.getBigUint64(at - 12, true))
  if (place + 56 > zip.size) throw new Unreadable(NO_ZIP)
  const bytes = await bytesOf(zip.stream(place, place + 56))
  const long = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (long.getUint32(0, true) !== 0x06064b50) throw new Unreadable(NO_ZIP)
  const begin = Number(long.getBigUint64(48, true))
  return {
    count: Number(long.getBigUint64(32, true)),
    start: begin,
    end: begin + Number(long.getBigUint64(40, true)),
  }
}

function entriesIn(bytes, count) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = []
  let at = 0
  while (at < bytes.length) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw new Unreadable(NO_ZIP)
    }
    const [name, extra, note] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const end = at + 46 + name + extra + note
    if (end > bytes.length) throw new Unreadable(NO_ZIP)
    const entry = {
      path: textOf(bytes.subarray(at + 46, at + 46 + name)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push(withLongNumbers(entry, bytes.subarray(at + 46 + name, at + 46 + name + extra)))
    at = end
  }
  if (entries.length !== count) throw new Unreadable(NO_ZIP)
  return entries
}

function withLongNumbers(entry, extra) {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let place = at + 4
    for (const name of ['size', 'packed', 'offset']) {
      if (entry[name] !== 0xffffffff || place + 8 > extra.length) continue
      entry[name] = Number(view.getBigUint64(place, true))
      place += 8
    }
  }
  return entry
}

/** Where a file's content begins, behind a header that has to say the same as the list. */
async function dataStart(zip, entry) {
  const end = Math.min(zip.size, entry.offset + 30)
  const head = await bytesOf(zip.stream(Math.min(entry.offset, end), end))
  if (head.length < 30) throw new Unreadable(NO_ZIP)
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + entry.packed > zip.size) throw new Unreadable(NO_ZIP)
  const nameEnd = entry.offset + 30 + view.getUint16(26, true)
  const name = textOf(await bytesOf(zip.stream(entry.offset + 30, nameEnd)))
  const isSame =
    view.getUint32(0, true) === 0x04034b50 &&
    view.getUint16(8, true) === entry.method &&
    name === entry.path
  if (!isSame)
    throw new Broken(`The ZIP was altered: it names ${printable(entry.path)} in two ways.`)
  return start
}

function unpacked(zip, { start, packed, method, isLocked, path }) {
  if (isLocked || (method !== 0 && method !== 8)) {
    throw new Unreadable(`${printable(path)} is packed in a way that this program does not read.`)
  }
  const packedBytes = zip.stream(start, start + packed)
  return method === 0 ? packedBytes : inflated(packedBytes)
}

async function* inflated(pieces) {
  const iterator = pieces[Symbol.asyncIterator]()
  const source = new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  yield* piecesOf(source.pipeThrough(new DecompressionStream('deflate-raw')))
}

/** A stream's pieces, one after the other, in browsers too that cannot walk over one. */
async function* piecesOf(stream) {
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value
}

async function bytesOf(pieces) {
  let all = new Uint8Array(0)
  for await (const piece of pieces) all = all.length > 0 ? joined(all, piece) : piece
  return all
}

/* What an evidence bundle has to be: a bag (RFC 8493) whose files, log, signature and time stamps agree. */

const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const MANIFEST = 'manifest-sha256.txt'
const SEAL = 'signature.json'
const LONGEST_NOTE = 64 * 1024 * 1024

/** What systems leave in a folder that somebody looked at. */
const LEFT_BEHIND = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//

/**
 * Checks a bundle, says line by line what holds and what does not, and answers 0 if all holds, 1 if not, 2 if it cannot
 * be read. `given` holds its files by path, each with `size` and `bytes()`; `key` is the fingerprint to expect, if known.
 */
async function checkBundle(given, { say, onProgress = () => {}, key }) {
  const good = []
  const problems = []
  try {
    const files = inBase(await given())
    const hashes = await hashAll(files, onProgress)
    const header = await checkLog(files, { good, problems, key })
    await checkSeal(files, { hashes, header, good, problems, key })
    await checkLists(files, { hashes, good, problems })
    await checkCaptures(hashes, { good, problems })
    await checkTimeStamps(files, { hashes, good, problems })
  } catch (error) {
    if (error instanceof Broken) problems.push(error.message)
    else {
      say(`CANNOT BE READ. ${error instanceof Unreadable ? error.message : printable(error)}`)
      return 2
    }
  }
  say(
    problems.length > 0
      ? 'BROKEN. This bundle is not as it was made.'
      : 'WHOLE. All that this bundle says of itself holds.',
  )
  for (const line of problems) say(`✗ ${line}`)
  for (const line of good) say(`✓ ${line}`)
  return problems.length > 0 ? 1 : 0
}

/** The files without the folder that all of them are in. */
function inBase(files) {
  if (files.has('bagit.txt')) return files
  const marks = [...files.keys()].filter((path) => /^[^/]+\/bagit\.txt$/.test(path))
  if (marks.length !== 1) {
    throw new Unreadable('This is no evidence bundle: there is no bagit.txt in it.')
  }
  const base = marks[0].slice(0, -'bagit.txt'.length)
  return new Map(
    [...files].map(([path, file]) => [
      path.startsWith(base) ? path.slice(base.length) : `../${path}`,
      file,
    ]),
  )
}

async function hashAll(files, onProgress) {
  const hashes = new Map()
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const [path, file] of files) {
    const hash = newSha256()
    let size = 0
    for await (const piece of file.bytes()) {
      hash.update(piece)
      size += piece.length
      done += piece.length
      onProgress(done, total)
    }
    hashes.set(path, { sha256: hash.hex(), size })
  }
  return hashes
}

async function checkLog(files, { good, problems, key }) {
  const log = files.get('data/log.jsonl')
  if (!log) return checkWithoutLog(files, { good, problems, key })
  const checkpoints = (await noteOf(files, 'data/checkpoints.txt')).split(/\r?\n/).filter(Boolean)
  const said = []
  const keys = key ? [key] : []
  const code = await verifyLog({
    log: log.bytes(),
    checkpoints,
    keys,
    say: (line) => said.push(line),
  })
  if (code !== 0) problems.push(`The log: ${said.join(' ')}`)
  else good.push(...said.filter((line) => !/--/.test(line)).map((line) => `The log: ${line}`))
  const [first = ''] = (await noteOf(files, 'data/log.jsonl', 1024 * 1024)).split('\n')
  return parsed(first)
}

/** A bundle whose maker may not read the log says so and names the key, under the same signature as all the rest. */
async function checkWithoutLog(files, { good, problems, key }) {
  const left = parsed(await noteOf(files, 'data/log-left-out.json'))
  if (typeof left?.key !== 'string' || typeof left.why !== 'string') {
    problems.push('There is no log in it (data/log.jsonl).')
    return null
  }
  good.push(`The newsroom’s log is not in it, and was not when it was made. ${printable(left.why)}`)
  try {
    const ring = await readKeys(left, key ? [key] : [])
    const lines = (await noteOf(files, 'data/checkpoints.txt')).split(/\r?\n/).filter(Boolean)
    for (const line of lines) {
      const value = readCheckpoint(line)
      await checkSigned('A checkpoint', { value, by: value.key, ring })
    }
    good.push(
      `Signed checkpoints of that log: ${lines.length}. They verify it, once somebody exports it.`,
    )
    if (!key) good.push('Compare the fingerprint of the key with one you have from elsewhere.')
  } catch (error) {
    problems.push(`The checkpoints: ${printable(error instanceof Error ? error.message : error)}`)
  }
  return left
}

/** The signature over the list of lists, and so over everything, by the key that signed the log. */
async function checkSeal(files, { hashes, header, good, problems, key }) {
  const seal = parsed(await noteOf(files, SEAL))
  const names = Object.keys(seal ?? {})
    .sort()
    .join(' ')
  if (
    seal?.format !== 'stet-bundle/1' ||
    names !== 'format generatedAt key signature tagManifest'
  ) {
    problems.push(`The bundle’s signature (${SEAL}) is missing or damaged.`)
    return
  }
  try {
    const ring = await readKeys(header ?? {}, key ? [key] : [])
    await checkSigned('The bundle', { value: seal, by: seal.key, ring })
  } catch (error) {
    problems.push(
      error instanceof Broken ? error.message : `${SEAL} cannot be checked: ${printable(error)}`,
    )
    return
  }
  if (hashes.get(TAG_MANIFEST)?.sha256 === seal.tagManifest) {
    good.push(
      `Everything in it is as it was signed on ${printable(seal.generatedAt)} with the key ${seal.key}.`,
    )
  } else problems.push(`${TAG_MANIFEST} is not the list that was signed.`)
}

async function checkLists(files, { hashes, good, problems }) {
  const listed = new Set([TAG_MANIFEST, SEAL])
  const payload = await listIn(files, MANIFEST, problems)
  const tags = await listIn(files, TAG_MANIFEST, problems)
  for (const [path, sha256] of [...payload, ...tags]) {
    listed.add(path)
    const found = hashes.get(path)
    if (!found) problems.push(`${printable(path)} is missing.`)
    else if (found.sha256 !== sha256)
      problems.push(`${printable(path)} was altered: its hash is not the one in the list.`)
  }
  for (const path of hashes.keys()) {
    if (listed.has(path)) continue
    if (!LEFT_BEHIND.test(path))
      problems.push(`${printable(path)} is an extra file: it is in no list.`)
  }
  const sizes = [...hashes].filter(([path]) => path.startsWith('data/') && listed.has(path))
  const bytes = sizes.reduce((sum, [, { size }]) => sum + size, 0)
  const oxum = /^Payload-Oxum: (\d+\.\d+)$/m.exec(await noteOf(files, 'bag-info.txt'))
  if (oxum?.[1] !== `${bytes}.${sizes.length}`) {
    problems.push('The number and size of the files are not those in bag-info.txt.')
  }
  if (problems.length === 0)
    good.push(`${sizes.length} files, ${bytes} bytes: none missing, none extra, none altered.`)
}

async function listIn(files, name, problems) {
  const list = new Map()
  const lines = (await noteOf(files, name)).split('\n')
  if (lines.pop() !== '' || lines.length === 0)
    problems.push(`The list ${name} is missing or was cut short.`)
  for (const line of lines) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (!path) problems.push(`The list ${name} is damaged: ${printable(line.slice(0, 80))}`)
    else list.set(path.replace(/%(0A|0D|25)/g, decodeURIComponent), sha256)
  }
  return list
}

async function checkCaptures(hashes, { good, problems }) {
  let count = 0
  for (const [path, { sha256 }] of hashes) {
    const named = /^data\/captures\/([^/]*)\//.exec(path)?.[1]
    if (named === undefined) continue
    count += 1
    if (named !== sha256) problems.push(`${printable(path)} is not the capture that its name says.`)
  }
  if (problems.length === 0) good.push(`Captures that are what their hashes say: ${count}.`)
}

async function checkTimeStamps(files, { hashes, good, problems }) {
  const kept = new Set(
    [...hashes]
      .filter(([path]) => /^data\/(?!time-stamps\/)/.test(path))
      .map(([, { sha256 }]) => sha256),
  )
  for (const path of files.keys()) {
    if (!path.startsWith('data/time-stamps/')) continue
    const named = /^data\/time-stamps\/([0-9a-f]{64})(?:-\d+)?\.tsr$/.exec(path)?.[1]
    const stamp = stampIn(await bytesOf(files.get(path).bytes()))
    if (!named || !stamp) problems.push(`${printable(path)} is no time stamp.`)
    else if (stamp.sha256 !== named)
      problems.push(`The time stamp ${path} is of another hash than its name says.`)
    else if (!kept.has(named))
      problems.push(`The time stamp ${path} is of a file that is not in the bundle.`)
    else
      good.push(
        `Time stamp of ${stamp.time} for ${named}. Whether the authority signed it, openssl says: openssl ts -verify -digest ${named} -in ${path} -CAfile (the authority’s certificates)`,
      )
  }
}

/** The hash and the time in a time-stamp response (RFC 3161), or null. */
function stampIn(der) {
  try {
    const [, token] = partsOf(der)
    const signed = partsOf(partsOf(partsOf(token)[1])[0])
    const [octets] = partsOf(partsOf(signed[2])[1])
    const info = partsOf(octetsOf(octets))
    const [algorithm, hash] = partsOf(info[2])
    if (hexOf(partsOf(algorithm)[0]) !== '0609608648016503040201') return null
    const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(
      textOf(contentOf(info[4]).bytes),
    )
    return { sha256: hexOf(contentOf(hash, 4).bytes), time: `${y}-${mo}-${d} ${h}:${mi}:${s} UTC` }
  } catch {
    return null
  }
}

/** What stands in a DER value, one after the other. */
function partsOf(der) {
  const { bytes } = contentOf(der)
  const parts = []
  for (let at = 0; at < bytes.length; ) {
    const part = contentOf(bytes.subarray(at))
    parts.push(bytes.subarray(at, at + part.end))
    at += part.end
  }
  return parts
}

/** The bytes of an octet string, which may be written in pieces. */
function octetsOf(der) {
  return der[0] === 0x24 ? partsOf(der).map(octetsOf).reduce(joined) : contentOf(der, 4).bytes
}

function contentOf(der, tag = der[0]) {
  if (der[0] !== tag || der.length < 2) throw new Error('another value')
  let [start, length] = [2, der[1]]
  if (length > 0x80) {
    start = 2 + (length & 0x7f)
    length = der.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  const end = start + length
  if (end > der.length) throw new Error('cut short')
  return { bytes: der.subarray(start, end), end }
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A small file as text, at most so many bytes of it; a missing one is empty. */
async function noteOf(files, path, most = LONGEST_NOTE) {
  let all = new Uint8Array(0)
  const file = files.get(path)
  if (!file) return ''
  for await (const piece of file.bytes()) {
    all = joined(all, piece)
    if (all.length >= most) break
  }
  return new TextDecoder().decode(all.subarray(0, most))
}

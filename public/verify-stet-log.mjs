#!/usr/bin/env node
/*
 * verify-stet-log: says whether a log that was exported from Stet is whole.
 *
 *   node verify-stet-log.mjs LOG.jsonl [--checkpoint FILE|TEXT]… [--key FILE|FINGERPRINT]…
 *
 *   LOG.jsonl      the exported log: a header, then one entry to a line
 *   --checkpoint   a checkpoint that was kept elsewhere, such as the one printed in a report: a file with it, its line,
 *                  or only COUNT:HASH, the number of entries and the hash, as they can be typed off paper
 *   --key          the public key the checkpoints have to be signed with: a PEM file, or the fingerprint to expect of
 *                  the key in the log; without it, the key in the log is taken and its fingerprint shown
 *
 * It ends with 0 if the log is whole and agrees with every checkpoint, 1 if not, 2 if something cannot be read.
 *
 * It needs Node 20 or later and nothing else, asks no network, and shares no code with Stet. An entry's hash is the
 * SHA-256 of the hash before it, a line feed, and the entry's canonical JSON (RFC 8785) without `previous` and `hash`;
 * before the first entry stand 64 zeros. The header and a checkpoint are signed with Ed25519 (RFC 8032) over their
 * canonical JSON without `signature`; a key's fingerprint is the SHA-256 of its SPKI form (DER).
 *
 * Part of Stet, under the MIT licence.
 */

import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/* The rules. The verifiers in an evidence bundle are made with them, in a browser too: they hold nothing of Node. */

const GENESIS = '0'.repeat(64)
const HASH = /^[0-9a-f]{64}$/
const SIGNATURE = /^[\w-]{86}$/
const LONGEST_LINE = 64 * 1024 * 1024
const ENTRY = 'actorId articleId at claimId data hash newsroomId previous seq type'.split(' ')
const UNSEALED = ['hash', 'previous']
const CHECKPOINT = 'at entries format head key newsroom signature'.split(' ')

/** Something that is not as it was sealed, in words. */
class Broken extends Error {}

/** Something that cannot be read, in words. */
class Unreadable extends Error {}

/**
 * Verifies an exported log and answers with an exit code, having said everything to `say`.
 * `log` gives its bytes in pieces; checkpoints and keys are texts.
 *
 * @param {{
 *   log: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
 *   checkpoints?: string[],
 *   keys?: string[],
 *   say?: (line: string) => void,
 * }} what
 */
export async function verifyLog({ log, checkpoints = [], keys = [], say = console.log }) {
  try {
    const given = checkpoints.map(readCheckpoint)
    const found = await readLog(log, new Set(given.map(({ entries }) => entries)))
    const ring = await readKeys(found.header, keys)
    await checkHeader(found, ring)
    for (const checkpoint of given) await checkKept(checkpoint, { ...found, ring })
    for (const line of goodNews(found, { given, keys })) say(line)
    return 0
  } catch (error) {
    if (error instanceof Broken || error instanceof RangeError) {
      say(`BROKEN. ${error instanceof Broken ? error.message : 'A line is nested too deeply.'}`)
      return 1
    }
    if (error instanceof Unreadable || isAboutFiles(error)) {
      say(`CANNOT BE READ. ${error.message}`)
      return 2
    }
    throw error
  }
}

/** JSON with sorted keys and without white space (RFC 8785). */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = []
  for (const key of Object.keys(value).sort()) {
    parts.push(`${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  }
  return `{${parts.join(',')}}`
}

async function readLog(log, wanted) {
  const hashes = new Map([[0, GENESIS]])
  let header
  let count = 0
  let head = GENESIS
  let last
  for await (const bytes of linesOf(log)) {
    if (!header) {
      header = readHeader(bytes)
      continue
    }
    count += 1
    const entry = readEntry(bytes, { count, head, header })
    head = entry.hash
    last = entry.at
    if (wanted.has(count)) hashes.set(count, head)
  }
  if (!header) throw new Unreadable('The file is empty.')
  if (count !== header.entries || head !== header.head) {
    throw new Broken(
      count < header.entries
        ? `The log ends after entry ${count}, but it says of itself that it has ${header.entries}: entries are missing at the end.`
        : `The log does not end as it says of itself: ${header.entries} entries up to ${header.head}, but there are ${count} up to ${head}.`,
    )
  }
  return { header, count, head, last, hashes }
}

function readHeader(bytes) {
  const line = textOf(bytes)
  const header = parsed(line)
  if (header?.format !== 'stet-log/1') {
    throw new Unreadable('This is not a log that Stet exported (stet-log/1).')
  }
  const { entries, head, newsroom, checkpoint, signature } = header
  if (
    !Number.isSafeInteger(entries) ||
    !HASH.test(head) ||
    typeof newsroom?.id !== 'string' ||
    !SIGNATURE.test(signature)
  ) {
    throw new Broken('The header of the log is damaged.')
  }
  if (canonicalJson(header) !== line) throw new Broken('The header of the log was altered.')
  if (!isCheckpoint(checkpoint)) throw new Broken('The checkpoint in the header is damaged.')
  return header
}

function readEntry(bytes, { count, head, header }) {
  const line = textOf(bytes)
  const entry = parsed(line)
  if (!entry || Object.keys(entry).sort().join() !== ENTRY.join()) {
    throw new Broken(`Line ${count + 1} is no entry: entry ${count} was cut short or altered.`)
  }
  if (entry.seq !== count) {
    throw new Broken(
      `Where entry ${count} belongs stands entry ${printable(JSON.stringify(entry.seq))}: one is missing, was put in, or changed its place.`,
    )
  }
  if (entry.newsroomId !== header.newsroom.id) {
    throw new Broken(`Entry ${count} is of another newsroom.`)
  }
  if (entry.previous !== head) {
    throw new Broken(
      `Entry ${count} does not follow the one before it: what stands before it was altered, taken out or put in.`,
    )
  }
  const parts = ENTRY.map((name) => `"${name}":${canonicalJson(entry[name])}`)
  const sealed = parts.filter((_, at) => !UNSEALED.includes(ENTRY[at])).join(',')
  const seal = sha256Of(`${head}\n{${sealed}}`)
  if (seal !== entry.hash) throw new Broken(`Entry ${count} was altered after it was sealed.`)
  if (`{${parts.join(',')}}` !== line) {
    throw new Broken(`Entry ${count} is not written as Stet writes it, so it may read differently.`)
  }
  return entry
}

async function checkHeader({ header, count, head }, ring) {
  const { checkpoint } = header
  await checkSigned('The checkpoint in the header', { value: checkpoint, by: checkpoint.key, ring })
  await checkSigned('The header', { value: header, by: checkpoint.key, ring })
  if (
    checkpoint.newsroom !== header.newsroom.id ||
    checkpoint.entries !== count ||
    checkpoint.head !== head ||
    checkpoint.at !== header.generatedAt
  ) {
    throw new Broken('The checkpoint in the header is not of this log.')
  }
}

async function checkKept(checkpoint, { header, count, hashes, ring }) {
  const { entries, typed } = checkpoint
  if (!typed) {
    const name = `The checkpoint of ${plural(entries)}`
    if (checkpoint.newsroom !== header.newsroom.id) {
      throw new Broken(`${name} is of another newsroom than the log.`)
    }
    await checkSigned(name, { value: checkpoint, by: checkpoint.key, ring })
  }
  if (entries > count) {
    throw new Broken(
      `There were ${plural(entries)} when the checkpoint was made, and now there are ${count}: the end was cut off, or an older copy was put in its place.`,
    )
  }
  if (hashes.get(entries) !== checkpoint.head) {
    throw new Broken(
      `Entry ${entries} is not the one that stood there when the checkpoint was made: the log was written anew, in entry ${entries} or before it.`,
    )
  }
}

async function checkSigned(name, { value: { signature, ...unsigned }, by, ring }) {
  const key = ring.get(by)
  if (!key) {
    throw new Broken(
      `${name} was signed with another key (${by}) than it is verified with (${[...ring.keys()].join(', ')}). If the newsroom changed its key, give both: --key FILE --key FILE.`,
    )
  }
  const sealed = new TextEncoder().encode(canonicalJson(unsigned))
  const bytes = fromBase64(signature)
  if (toBase64Url(bytes) !== signature || !(await isSignature(bytes, sealed, key))) {
    throw new Broken(`${name} is not what was signed: it or its signature was altered.`)
  }
}

function* goodNews({ header, count, head, last }, { given, keys }) {
  yield `WHOLE. ${plural(count)} of ${printable(header.newsroom.name)}, as they were sealed and none missing.`
  yield `The last is ${last ? `of ${last} and ` : ''}sealed with ${head}.`
  for (const { entries, at } of given) {
    yield `It holds everything that stood there at the checkpoint of ${plural(entries)}${at ? `, signed ${at}` : ''}.`
  }
  yield `Key: ${header.checkpoint.key}${keys.length > 0 ? ', as given' : ', which the log itself names'}.`
  if (keys.length === 0) {
    yield 'Compare this fingerprint with one you have from elsewhere: a report on paper, or the newsroom itself.'
  }
  if (given.length === 0) {
    yield 'Without a checkpoint that was kept elsewhere this cannot be excluded: that somebody who holds the database and the signing key wrote the whole log anew, or that this is an older copy which lacks later entries. Give one with --checkpoint.'
  } else {
    const most = Math.max(...given.map(({ entries }) => entries))
    if (most < count) {
      yield `Of entries ${most + 1} to ${count}, which came after the last checkpoint, only their seals speak.`
    }
  }
}

/** The keys to verify with, by fingerprint: those that were given, or else the one that the log names. */
async function readKeys({ key: pem }, keys) {
  const inside = await keyOf(pem)
  if (!inside) throw new Broken('The key in the header is no Ed25519 key.')
  if (keys.length === 0) return new Map([[inside.fingerprint, inside]])
  const ring = new Map()
  for (const text of keys) {
    const print = text.replace(/[:\s]/g, '').toLowerCase()
    const key = HASH.test(print) ? { fingerprint: print } : await keyOf(text)
    if (!key)
      throw new Unreadable('What was given with --key is no Ed25519 key and no fingerprint.')
    if (key.object) ring.set(key.fingerprint, key)
    else if (print === inside.fingerprint) ring.set(print, inside)
  }
  if (ring.has(inside.fingerprint)) return ring
  throw new Broken(
    `The log names the key ${inside.fingerprint}, which is not the one that was given: whoever exported it holds another key.`,
  )
}

/** A checkpoint from JSON, from its printed line, or typed off paper as COUNT:HASH. */
export function readCheckpoint(text) {
  const plain = text.replace(/\u200b/g, '').trim()
  const typed = /^(\d{1,15})\s*:\s*([0-9a-fA-F\s]+)$/.exec(plain)
  const typedHash = typed?.[2].replace(/\s/g, '').toLowerCase()
  if (typed && HASH.test(typedHash)) {
    return { entries: Number(typed[1]), head: typedHash, typed: true }
  }
  const checkpoint = plain.startsWith('{') ? parsed(plain) : fromLine(plain)
  if (isCheckpoint(checkpoint)) return checkpoint
  throw new Unreadable(
    'What was given with --checkpoint is no checkpoint, or part of it is missing.',
  )
}

function fromLine(line) {
  const [format, newsroom, entries, at, ...rest] = line.split(/\s+/)
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at ?? '')
  const hashes = /^([0-9a-f]{64})([0-9a-f]{64})([0-9a-f]{128})$/.exec(rest.join(''))
  if (!time || !hashes) return null
  const signature = toBase64Url(fromHex(hashes[3]))
  return {
    at: `${time[1]}-${time[2]}-${time[3]}T${time[4]}:${time[5]}:${time[6]}Z`,
    entries: /^\d{1,15}$/.test(entries) ? Number(entries) : -1,
    ...{ format, newsroom, head: hashes[1], key: hashes[2], signature },
  }
}

function isCheckpoint(value) {
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.keys(value).sort().join() === CHECKPOINT.join() &&
    value.format === 'stet-checkpoint/1' &&
    Number.isSafeInteger(value.entries) &&
    value.entries >= 0 &&
    HASH.test(value.head) &&
    HASH.test(value.key) &&
    typeof value.newsroom === 'string' &&
    typeof value.at === 'string' &&
    SIGNATURE.test(value.signature)
  )
}

/** The lines of a file as bytes, ended by line feeds, a carriage return before them left out. */
async function* linesOf(pieces) {
  let rest = new Uint8Array(0)
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? joined(rest, piece) : piece
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, bytes[end - 1] === 13 && end > start ? end - 1 : end)
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > LONGEST_LINE) throw new Unreadable('The file has a line without an end.')
  }
  if (rest.length > 0) yield rest
}

function joined(first, second) {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes) {
  try {
    return utf8.decode(bytes)
  } catch {
    return ''
  }
}

function parsed(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** A name from the log, without what could make a terminal show something else. */
function printable(name) {
  return String(name).replace(/[\p{C}\p{Bidi_Control}]/gu, '\ufffd')
}

const plural = (count) => (count === 1 ? '1 entry' : `${count} entries`)

const isAboutFiles = (error) => /^E[A-Z]+$/.test(error?.code ?? '')

/** Bytes from base64, of either alphabet; what is none gives no bytes. */
function fromBase64(text) {
  try {
    const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array(0)
  }
}

function toBase64Url(bytes) {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/* End of the rules. What they need of Node: */

function sha256Of(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** A key with its fingerprint; null for what is no Ed25519 key in PEM. */
function keyOf(pem) {
  if (typeof pem !== 'string') return null
  try {
    const object = createPublicKey(pem)
    if (object.asymmetricKeyType !== 'ed25519') return null
    const der = object.export({ type: 'spki', format: 'der' })
    return { object, fingerprint: createHash('sha256').update(der).digest('hex') }
  } catch {
    return null
  }
}

function isSignature(signature, sealed, { object }) {
  return verify(null, sealed, object, signature)
}

/* End of what they need of Node. */

const contentOf = (given) =>
  existsSync(given) && statSync(given).isFile() ? readFileSync(given, 'utf8') : given

async function main(args) {
  const many = { type: 'string', multiple: true, default: [] }
  let given
  try {
    given = parseArgs({ args, allowPositionals: true, options: { checkpoint: many, key: many } })
  } catch (error) {
    console.log(error.message)
  }
  if (given?.positionals.length !== 1) {
    console.log(
      'node verify-stet-log.mjs LOG.jsonl [--checkpoint FILE|TEXT]… [--key FILE|FINGERPRINT]…',
    )
    return 2
  }
  return verifyLog({
    log: createReadStream(given.positionals[0], { highWaterMark: 1024 * 1024 }),
    checkpoints: given.values.checkpoint.map(contentOf),
    keys: given.values.key.map(contentOf),
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = await main(process.argv.slice(2))
}

function newSha256() {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
}

const IN_PIECES = { highWaterMark: 1024 * 1024 }

/** The files of a folder, or of a ZIP file. */
async function filesAt(place) {
  if (statSync(place).isDirectory()) return filesIn(place)
  const stream = (from, to) =>
    from < to
      ? createReadStream(place, { start: from, end: to - 1, ...IN_PIECES })
      : Readable.from([])
  return filesInZip({ size: statSync(place).size, stream })
}

/** A link is a file without content: what it leads to is not in the bundle. */
function filesIn(folder, before = '') {
  const files = new Map()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [place, path] = [join(folder, entry.name), before + entry.name]
    if (entry.isDirectory()) {
      for (const [inner, file] of filesIn(place, `${path}/`)) files.set(inner, file)
    } else if (entry.isFile()) {
      const bytes = () => createReadStream(place, IN_PIECES)
      files.set(path, { size: statSync(place).size, bytes })
    } else files.set(path, { size: 0, bytes: () => [] })
  }
  return files
}

/** Checks the bundle in a folder or ZIP file; see the head of this file for the answer. */
export function verifyBundle(place, { say = console.log, key, onProgress } = {}) {
  return checkBundle(() => filesAt(place), { say, key, onProgress })
}

async function main(args) {
  const options = { key: { type: 'string' } }
  let given
  try {
    given = parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    console.log(error.message)
  }
  if (!given || given.positionals.length > 1) {
    console.log('node verify.mjs [FOLDER|BUNDLE.zip] [--key FINGERPRINT]')
    return 2
  }
  const [place = dirname(realpathSync(process.argv[1]))] = given.positionals
  return verifyBundle(place, { key: given.values.key })
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = await main(process.argv.slice(2))
}

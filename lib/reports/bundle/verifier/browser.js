function sha256Of(text) {
  const hash = newSha256()
  hash.update(new TextEncoder().encode(text))
  return hash.hex()
}

/** A key with its fingerprint; null for what is no Ed25519 key in PEM. */
async function keyOf(pem) {
  const body = /^-----BEGIN PUBLIC KEY-----([\s\S]+)-----END PUBLIC KEY-----\s*$/.exec(String(pem))
  const der = fromBase64(body?.[1].replace(/\s/g, '') ?? '')
  if (der.length !== 44 || hexOf(der.subarray(0, 12)) !== '302a300506032b6570032100') return null
  const hash = newSha256()
  hash.update(der)
  return { der, fingerprint: hash.hex() }
}

/** Whether a signature is by this key; a browser that cannot tell says so. */
async function isSignature(signature, sealed, { der }) {
  try {
    const key = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, sealed)
  } catch {
    throw new Unreadable(
      'This browser cannot check Ed25519 signatures. Take a newer one, or run verify.mjs with Node.',
    )
  }
}

/** Files as they were chosen: one ZIP, or all of a folder. */
async function filesChosen(list) {
  const files = [...list]
  if (files.length === 0) throw new Unreadable('Nothing was chosen.')
  if (files.length === 1 && !files[0].webkitRelativePath) {
    const [zip] = files
    const stream = (from, to) => piecesOf(zip.slice(from, to).stream())
    return filesInZip({ size: zip.size, stream })
  }
  return new Map(
    files.map((file) => [
      file.webkitRelativePath || file.name,
      { size: file.size, bytes: () => piecesOf(file.stream()) },
    ]),
  )
}

const outcome = document.getElementById('outcome')
const progress = document.getElementById('progress')

async function verifyChosen(list) {
  outcome.textContent = ''
  const lines = []
  const key = document.getElementById('key').value.trim() || undefined
  const onProgress = (done, total) => {
    progress.textContent = `Reading: ${Math.floor((done / Math.max(total, 1)) * 100)} %`
  }
  const say = (line) => lines.push(line)
  const code = await checkBundle(() => filesChosen(list), { say, onProgress, key })
  progress.textContent = ''
  outcome.className = ['whole', 'broken', 'unreadable'][code]
  outcome.textContent = lines.join('\n\n')
}

for (const name of ['zip', 'folder']) {
  const input = document.getElementById(name)
  input.addEventListener('change', () => verifyChosen(input.files))
}
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  verifyChosen(event.dataTransfer.files)
})

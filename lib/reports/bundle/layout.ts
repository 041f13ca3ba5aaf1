import { Refusal } from '@/lib/domain/refusal'

/** Where things stand in an evidence bundle. */
export const BUNDLE = {
  reportHtml: 'data/report.html',
  reportPdf: 'data/report.pdf',
  reportDocx: 'data/report.docx',
  reportJson: 'data/report.json',
  claimsXlsx: 'data/claims.xlsx',
  article: 'data/article.txt',
  claims: 'data/claims.json',
  evidence: 'data/evidence.json',
  log: 'data/log.jsonl',
  /** In the log's place where it is not for whoever made the bundle: why, and the key that signed. */
  logLeftOut: 'data/log-left-out.json',
  /** A checkpoint to a line, as it is printed. */
  checkpoints: 'data/checkpoints.txt',
  verifyHtml: 'verify.html',
  verifyMjs: 'verify.mjs',
  readMe: 'README.txt',
} as const

/** Where a capture stands: by its SHA-256, under the name that it came with as far as every system can store it. */
export function capturePath(sha256: string, fileName: string): string {
  return `data/captures/${checked(sha256)}/${storableName(fileName)}`
}

/** Where a time stamp of the file with this SHA-256 stands; several authorities may have dated it, counted from 1. */
export function timeStampPath(sha256: string, number = 1): string {
  return `data/time-stamps/${checked(sha256)}${number === 1 ? '' : `-${number}`}.tsr`
}

function checked(sha256: string): string {
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256
  const words = 'This is not a SHA-256: 64 digits and letters from a to f are needed.'
  throw new Refusal('invalid', words, { sha256: words })
}

/** Without what Windows does not take in names, and short enough for any file system, in bytes. */
function storableName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Bidi_Control}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1')
  const ending = /\.[a-z0-9]{1,10}$/i.exec(plain)?.[0] ?? ''
  let stem = [...plain.slice(0, plain.length - ending.length)]
  while (Buffer.byteLength(stem.join('')) > MOST_BYTES) stem = stem.slice(0, -1)
  return `${stem.join('')}${ending}` || 'capture'
}

const MOST_BYTES = 120

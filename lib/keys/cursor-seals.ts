import { createHmac, timingSafeEqual } from 'node:crypto'

/** Where a page of a list goes on, as a client hands it back: sealed for that list alone (HMAC-SHA-256, the first 96 bits). */
export function sealCursor(list: string, place: string): string {
  return `${Buffer.from(place, 'utf8').toString('base64url')}.${sealOf(list, place)}`
}

/** The place of a cursor that was sealed here for this list; null for every other. */
export function openCursor(list: string, cursor: string): string | null {
  const [encoded = '', seal = ''] = cursor.split('.')
  const place = Buffer.from(encoded, 'base64url').toString('utf8')
  const [given, made] = [Buffer.from(seal), Buffer.from(sealOf(list, place))]
  return given.length === made.length && timingSafeEqual(given, made) ? place : null
}

function sealOf(list: string, place: string): string {
  const key = process.env.NEXTAUTH_SECRET
  if (!key) throw new Error('NEXTAUTH_SECRET is missing; whatever starts the app has to give it')
  const mac = createHmac('sha256', key).update(`cursor: ${JSON.stringify([list, place])}`, 'utf8')
  return mac.digest().subarray(0, 12).toString('base64url')
}

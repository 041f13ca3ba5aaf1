import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, as an absolute path. */
export const project = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

/** A path inside the checkout. */
export function inProject(...parts: string[]) {
  return path.join(project, ...parts)
}

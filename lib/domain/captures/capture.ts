import { z } from 'zod'

/** What a kept page or file says of itself; empty where it says nothing. `published` as a source's date: ISO 8601, or a part. */
export const captureFacts = z.object({
  title: z.string().default(''),
  byline: z.string().default(''),
  publisher: z.string().default(''),
  published: z.string().default(''),
  language: z.string().default(''),
})

export type CaptureFacts = z.infer<typeof captureFacts>

/** One answer on the way to a page: what was asked for, the HTTP status (RFC 9110), and when, as ISO 8601. */
export const captureAnswer = z.object({
  address: z.string(),
  status: z.int(),
  at: z.string(),
  /** Of the last answer: its header fields, names in lower case. */
  headers: z.record(z.string(), z.string()).optional(),
})

export type CaptureAnswer = z.infer<typeof captureAnswer>

/** What of a capture a file is. */
export const CAPTURE_ROLES = {
  original: 'As it came',
  archive: 'Page with all it loaded (WACZ)',
  text: 'Readable text',
  screenshot: 'Screenshot',
} as const

export type CaptureRole = keyof typeof CAPTURE_ROLES

/** A file of a capture; `bytes` is its length. */
export interface CapturePart {
  role: CaptureRole
  sha256: string
  bytes: number
  mediaType: string
  name: string
}

/** The part whose hash stands for the capture: the page with all that it loaded, or else what came. */
export function mainPart<Part extends { role: CaptureRole }>(parts: readonly Part[]): Part | null {
  return (
    parts.find(({ role }) => role === 'archive') ??
    parts.find(({ role }) => role === 'original') ??
    parts[0] ??
    null
  )
}

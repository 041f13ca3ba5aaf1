import { CAPTURE_ROLES, type CapturePart, type CaptureRole } from './capture'
import type { Passage } from './passage'

/** How a file of a capture is opened in Stet. */
export type View = 'text' | 'document' | 'picture' | 'recording' | 'film'

/**
 * How a file is opened; null for what can only be saved. A kept page is never shown as a page of ours: its readable text
 * and its screenshot are.
 */
export function viewOf({ role, mediaType }: Pick<CapturePart, 'role' | 'mediaType'>): View | null {
  if (role === 'text') return 'text'
  if (mediaType === 'application/pdf') return 'document'
  if (mediaType.startsWith('image/')) return 'picture'
  if (mediaType.startsWith('audio/')) return 'recording'
  return mediaType.startsWith('video/') ? 'film' : null
}

/** Whether lines are those that somebody wrote, and not those into which the words of something else were laid. */
export function hasOwnLines(parts: readonly Pick<CapturePart, 'role' | 'mediaType'>[]): boolean {
  return parts.some(
    ({ role, mediaType }) => role === 'original' && /^text\/(?!html)/.test(mediaType),
  )
}

/** A way to open a capture. */
export interface Opening<Part> {
  part: Part
  view: View
  label: string
}

/** Every way to open a capture, the one that shows most first. */
export function openingsOf<Part extends CapturePart>(parts: readonly Part[]): Opening<Part>[] {
  return ORDER.flatMap((role) => {
    const part = parts.find((one) => one.role === role)
    const view = part && viewOf(part)
    return part && view ? [{ part, view, label: labelOf(role, view) }] : []
  })
}

const ORDER: CaptureRole[] = ['original', 'text', 'screenshot']

const LABELS: Partial<Record<View, string>> = {
  document: 'PDF',
  picture: 'Picture',
  recording: 'Recording',
  film: 'Film',
}

const labelOf = (role: CaptureRole, view: View) =>
  (role === 'original' ? LABELS[view] : undefined) ?? CAPTURE_ROLES[role]

/** The way to open a capture that was asked for, else the one in which the passage stands, else the first. */
export function openingFor<Part extends CapturePart>(
  openings: readonly Opening<Part>[],
  { asked, passage }: { asked: string; passage: Passage | null },
): Opening<Part> | null {
  return (
    openings.find(({ part }) => part.role === asked) ??
    (passage && openings.find((one) => standsIn(passage, one))) ??
    openings[0] ??
    null
  )
}

/**
 * Where Stet opens a kept copy, from the root of the installation: at the passage of evidence, or for a claim, named as
 * `slug/number`, to which whoever reads it goes back, and to which another passage of it can be attached.
 */
export function viewerAddress(
  newsroom: string,
  captureId: string,
  about: { evidence?: string; claim?: string },
): string {
  const asked = new URLSearchParams(Object.entries(about))
  return `/${newsroom}/captures/${captureId}?${asked}`
}

/** Whether a passage can be shown in a file that is opened so. */
export function standsIn(passage: Passage, { part, view }: Opening<CapturePart>): boolean {
  switch (passage.kind) {
    case 'text':
      return view === 'text'
    case 'page':
      return view === 'document'
    case 'picture':
      return view === 'picture' && part.role === passage.role
    case 'time':
      return view === 'recording' || view === 'film'
  }
}

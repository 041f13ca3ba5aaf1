import { VERIFICATION_STATUSES, type VerificationStatus } from '@/lib/domain/claims/status'

/** One shape for each status, told apart without colour; the drawing is 16 units square. */
const SHAPES: Record<VerificationStatus, string> = {
  unchecked: 'M8 2.5a5.5 5.5 0 1 0 .01 0z',
  in_progress: 'M8 2.5a5.5 5.5 0 1 0 .01 0z M8 2.5v11 M5.5 3.6v8.8 M3.4 6v4',
  waiting_writer: 'M8 2.5a5.5 5.5 0 1 0 .01 0z M8 5v3.2l2.2 1.4',
  waiting_source: 'M8 2.5a5.5 5.5 0 1 0 .01 0z M8 5v3.2l2.2 1.4',
  recheck: 'M13 8a5 5 0 1 1-1.6-3.7 M13.2 2.2v2.9h-2.9',
  confirmed: 'M2.8 8.6l3.4 3.6 7-8.2',
  ok_with_change: 'M2.2 8.6l3.2 3.4 5.6-7 M13.4 12.2h.01',
  incorrect: 'M3.5 3.5l9 9 M12.5 3.5l-9 9',
  misleading: 'M2 9.6c1.6-3.6 3.6-3.6 6-1.4s4.4 2.2 6-1.6',
  cannot_be_stood_up: 'M5.2 5.6a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1-1.5 2 M8 13.1h.01',
  disputed: 'M7 4.5L3 8l4 3.5 M9 4.5L13 8l-4 3.5',
  on_author: 'M3 13l1.1-4.2 6.6-6.6 3.1 3.1-6.6 6.6z M9.2 3.7l3.1 3.1',
  not_checkable: 'M3.5 8h9',
  cut: 'M4 3l5.2 7 M12 3L6.8 10 M5.2 11.2a1.8 1.8 0 1 0 .01 0z M10.8 11.2a1.8 1.8 0 1 0 .01 0z',
}

/** The shapes, put into the page once; every glyph refers to them. */
export function GlyphSprite() {
  return (
    <svg className="sprite" aria-hidden="true">
      {Object.entries(SHAPES).map(([status, path]) => (
        <symbol key={status} id={`g-${status}`} viewBox="0 0 16 16">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  )
}

export function Glyph({ status }: { status: VerificationStatus }) {
  return (
    <svg className="glyph" aria-hidden="true" style={{ color: colourOf(status) }}>
      <use href={`#g-${status}`} />
    </svg>
  )
}

/** A status as shape and word. */
export function StatusWord({ status }: { status: VerificationStatus }) {
  return (
    <span className="status">
      <Glyph status={status} />
      {VERIFICATION_STATUSES[status]}
    </span>
  )
}

/** The colour token of a status; what is still to do shares one. */
export function colourOf(status: VerificationStatus): string {
  if (OPEN.has(status)) return 'var(--s-open)'
  return status === 'cut' ? 'var(--quiet)' : `var(--s-${status})`
}

const OPEN = new Set<VerificationStatus>([
  'unchecked',
  'in_progress',
  'waiting_writer',
  'waiting_source',
  'recheck',
])

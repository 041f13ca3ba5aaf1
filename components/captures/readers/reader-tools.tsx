import type { RefObject } from 'react'

const STEP = 1.25
const [LEAST, MOST] = [1, 5]

/** Larger, smaller, and as wide as there is room. */
export function ZoomButtons({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-disabled={zoom <= LEAST || undefined}
        onClick={() => onZoom(smaller(zoom))}
      >
        Smaller
      </button>
      <button
        type="button"
        className="button small"
        aria-disabled={zoom >= MOST || undefined}
        onClick={() => onZoom(larger(zoom))}
      >
        Larger
      </button>
      <span role="status" className="quiet small">
        {Math.round(zoom * 100)} %
      </span>
    </>
  )
}

export const larger = (zoom: number) => Math.min(MOST, zoom * STEP)
export const smaller = (zoom: number) => Math.max(LEAST, zoom / STEP)

/** Goes to a page by its number. */
export function PageChoice({
  pages,
  begin,
  reader,
}: {
  pages: number
  begin: number
  reader: RefObject<HTMLElement | null>
}) {
  if (pages === 0) return null
  return (
    <form
      className="page-choice"
      onSubmit={(event) => {
        event.preventDefault()
        const number = Number(new FormData(event.currentTarget).get('page'))
        const page = reader.current?.querySelector<HTMLElement>(`[data-page="${number}"]`)
        page?.scrollIntoView({ block: 'start' })
        page?.focus({ preventScroll: true })
      }}
    >
      <label>
        Page{' '}
        <input
          name="page"
          type="number"
          min={1}
          max={pages}
          defaultValue={Math.min(begin, pages)}
        />
      </label>{' '}
      of {pages}
    </form>
  )
}

import type { Box } from '@/lib/domain/captures/passage'

/** The passage on a page or picture, as boxes for the eye and a mark with its words for the ear. */
export function PassageBoxes({
  boxes,
  exact,
  note,
}: {
  boxes: readonly Box[]
  exact: string
  note: string
}) {
  return (
    <mark className="passage-boxes" aria-describedby={note}>
      <span className="visually-hidden">{exact || 'A box without words'}</span>
      {boxes.map(({ x, y, width, height }) => (
        <span
          key={`${x} ${y}`}
          className="passage passage-box"
          style={{
            left: `${x * 100}%`,
            top: `${y * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          }}
        />
      ))}
    </mark>
  )
}

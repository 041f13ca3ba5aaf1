import { type KeyboardEvent, useRef, useState } from 'react'
import type { Box, Passage } from '@/lib/domain/captures/passage'
import { BoxLayer } from './box-layer'
import { type Choice, placeChosen } from './chosen-passage'
import { PassageBoxes } from './passage-boxes'
import { larger, smaller, ZoomButtons } from './reader-tools'
import { useShownPassage } from './use-shown-passage'

/** A picture or screenshot, which can be made larger and moved about, and on which a box can be drawn. */
export function PictureReader({
  address,
  name,
  role,
  passage,
  note,
  onChoose,
}: {
  address: string
  name: string
  role: 'original' | 'screenshot'
  passage: Passage | null
  note: string
  onChoose: (choice: Choice) => void
}) {
  const view = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const [isThere, setThere] = useState<boolean | null>(null)
  const shown = passage?.kind === 'picture' && passage.role === role ? passage : null
  useShownPassage(view, shown !== null && isThere === true)

  function keys({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
    if (ctrlKey || metaKey || altKey) return
    if (key === '+') setZoom(larger(zoom))
    if (key === '-') setZoom(smaller(zoom))
    if (key === '0') setZoom(1)
  }

  return (
    <div className="picture">
      <div className="reader-tools" role="group" aria-label="The picture">
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
      </div>
      {isThere === false && (
        <p role="alert">This picture cannot be shown. Save it to open it elsewhere.</p>
      )}
      <div
        ref={view}
        className="picture-view"
        role="group"
        tabIndex={0}
        aria-label="The picture. Arrow keys move it, plus and minus size it."
        onKeyDown={keys}
      >
        <div className="picture-sheet" style={{ width: `${zoom * 100}%` }}>
          {/* biome-ignore lint/performance/noImgElement: it is served drawn anew, and to nobody else */}
          <img
            src={address}
            alt={name}
            draggable={false}
            ref={(image) => {
              if (image?.complete) setThere(image.naturalWidth > 0)
            }}
            onLoad={() => setThere(true)}
            onError={() => setThere(false)}
          />
          {shown && <PassageBoxes boxes={[shown.box]} exact="" note={note} />}
          <BoxLayer label="the picture" onBox={(box) => onChoose(box && boxChosen(role, box))} />
        </div>
      </div>
    </div>
  )
}

const boxChosen = (role: 'original' | 'screenshot', box: Box) =>
  placeChosen({ kind: 'picture', role, box })

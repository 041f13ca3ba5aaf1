import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Passage, timecode } from '@/lib/domain/captures/passage'
import { type Choice, placeChosen } from './chosen-passage'

/** A recording or film, in which a time can be pointed at; it opens at the passage. */
export function RecordingReader({
  address,
  isFilm,
  passage,
  note,
  onChoose,
}: {
  address: string
  isFilm: boolean
  passage: Passage | null
  note: string
  onChoose: (choice: Choice) => void
}) {
  const media = useRef<HTMLMediaElement | null>(null)
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const shown = passage?.kind === 'time' ? passage : null
  const stopAt = useRef<number | null>(null)
  const [start, end] = [shown?.from ?? null, shown?.to ?? null]

  useEffect(() => {
    const recording = media.current
    if (!recording || start === null) return
    const go = () => {
      recording.currentTime = start
    }
    if (recording.readyState > 0) go()
    recording.addEventListener('loadedmetadata', go)
    return () => recording.removeEventListener('loadedmetadata', go)
  }, [start])

  function choose(next: { from: number | null; to: number | null }) {
    setFrom(next.from)
    setTo(next.to)
    if (next.from === null) onChoose(null)
    else if (next.to !== null && next.to < next.from) onChoose({ problem: BACKWARDS })
    else onChoose(placeChosen({ kind: 'time', from: next.from, to: next.to }))
  }

  const now = () => Math.round((media.current?.currentTime ?? 0) * 10) / 10
  const begin = () => choose({ from: now(), to })
  const finish = () => choose({ from: from ?? 0, to: now() })

  function keys(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '[') begin()
    else if (event.key === ']') finish()
    else return
    event.preventDefault()
  }

  function play() {
    const recording = media.current
    if (!recording || start === null) return
    recording.currentTime = start
    stopAt.current = end
    void recording.play().catch(() => setFailed(true))
  }

  const controls = {
    ...{ src: address, controls: true, preload: 'metadata', className: 'recording' },
    ref(element: HTMLMediaElement | null) {
      media.current = element
    },
    onError: () => setFailed(true),
    onTimeUpdate() {
      if (stopAt.current === null || !media.current) return
      if (media.current.currentTime < stopAt.current) return
      media.current.pause()
      stopAt.current = null
    },
  } as const
  return (
    <div role="group" aria-label="The recording" onKeyDown={keys}>
      {failed && (
        <p role="alert">This recording cannot be played here. Save it to play it elsewhere.</p>
      )}
      {isFilm ? <video {...controls} /> : <audio {...controls} />}
      <div className="reader-tools">
        <button type="button" className="button small" aria-keyshortcuts="[" onClick={begin}>
          From here <kbd>[</kbd>
        </button>
        <button type="button" className="button small" aria-keyshortcuts="]" onClick={finish}>
          To here <kbd>]</kbd>
        </button>
        {from !== null && (
          <button
            type="button"
            className="button small plain"
            onClick={() => choose({ from: null, to: null })}
          >
            Let it go
          </button>
        )}
        {shown && (
          <mark className="passage" aria-describedby={note}>
            <button type="button" className="link-button" onClick={play}>
              Play {timecode(shown.from)}
              {shown.to !== null && `–${timecode(shown.to)}`}
            </button>
          </mark>
        )}
      </div>
    </div>
  )
}

const BACKWARDS = 'The passage ends before it begins. Set its end again.'

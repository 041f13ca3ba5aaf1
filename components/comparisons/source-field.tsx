import { type ChangeEvent, useRef, useState } from 'react'
import { TextArea } from '../forms/fields'

/** The longest text that is taken in, in bytes. */
const LONGEST = 2_000_000

/** The source's words: as the excerpt has them, typed or pasted, from a transcript that is opened, or from what is kept of it. */
export function SourceField({
  excerpt,
  hint,
  copy,
}: {
  excerpt: string
  hint: string
  /** The address of the readable text of what is kept of the source; null where nothing is. */
  copy: string | null
}) {
  const around = useRef<HTMLDivElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState('')

  function take(words: string | null, otherwise: string) {
    const field = around.current?.querySelector('textarea')
    setRefused(words === null ? otherwise : '')
    if (words === null || !field) return
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  async function open({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = currentTarget.files ?? []
    if (!chosen) return
    const words = chosen.size > LONGEST ? null : await textOf(chosen)
    currentTarget.value = ''
    take(words, `“${chosen.name}” is no text, or too long for a transcript.`)
  }

  return (
    <div ref={around} className="source-words">
      <TextArea
        name="source"
        label="Words of the source"
        hint={hint}
        rows={4}
        defaultValue={excerpt}
        dir="auto"
      />
      <p className="small">
        {copy !== null && (
          <>
            <button
              type="button"
              className="link-button"
              onClick={async () => take(await readCopy(copy), NO_COPY)}
            >
              Take the text of the copy
            </button>
            {' · '}
          </>
        )}
        <button type="button" className="link-button" onClick={() => file.current?.click()}>
          Open a transcript…
        </button>{' '}
        <span className="quiet">Text, .srt or .vtt; its times become the place.</span>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="Transcript"
          accept=".txt,.srt,.vtt,text/plain,text/vtt"
          onChange={open}
        />
      </p>
      <p role="status" className="small">
        {refused}
      </p>
    </div>
  )
}

const NO_COPY = 'The copy has no text that can be read here. Paste the passage instead.'

/** The readable text of what is kept; null where there is none, or it cannot be had now. */
async function readCopy(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? await textOf(await answer.blob()) : null
  } catch {
    return null
  }
}

/** A text in UTF-8; null where it is none. */
async function textOf(bytes: Blob): Promise<string | null> {
  if (bytes.size > LONGEST) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytes.arrayBuffer())
  } catch {
    return null
  }
}

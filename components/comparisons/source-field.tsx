import { type ChangeEvent, useRef, useState } from 'react'
import { TextArea } from '../forms/fields'

/** The longest file that is opened as a transcript, in bytes. */
const LONGEST_FILE = 2_000_000

/** The source's words: as the excerpt has them, typed or pasted, or from a transcript that is opened. */
export function SourceField({ excerpt, hint }: { excerpt: string; hint: string }) {
  const file = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState('')

  async function open({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = currentTarget.files ?? []
    const field = currentTarget.form?.elements.namedItem('source')
    currentTarget.value = ''
    if (!chosen || !(field instanceof HTMLTextAreaElement)) return
    const words = chosen.size > LONGEST_FILE ? null : await readText(chosen)
    setRefused(words === null ? `“${chosen.name}” is no text, or too long for a transcript.` : '')
    if (words === null) return
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  return (
    <div className="source-words">
      <TextArea
        name="source"
        label="Words of the source"
        hint={hint}
        rows={4}
        defaultValue={excerpt}
        dir="auto"
      />
      <p className="small">
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

/** The text of a file in UTF-8; null where it is none. */
async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

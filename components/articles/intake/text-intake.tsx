'use client'

import { useParams } from 'next/navigation'
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { Refusal } from '@/lib/domain/refusal'
import {
  isDocument,
  isWebPage,
  type KeptSource,
  kindOfText,
  readArticleFile,
  type Source,
} from '@/lib/importing/read-file'
import { isPictureOnly } from '../../browser/picture-only'
import { UploadRefused } from '../../browser/upload-refused'
import { FetchPage } from './fetch-page'
import { type Imported, newKey } from './imported'
import { readSource } from './read-source'

/** The longest pasted markup that is read, in UTF-16 units, as for files. */
const LONGEST_PASTE = 5_000_000

/** The longest text that is kept in the field when its markup could not be read, in UTF-16 units. */
const LONGEST_KEPT = 1_000_000

const PICTURE =
  'This is a picture, and words in a picture cannot be read here. Paste the text itself, or open a .docx, .odt, .rtf, .txt, .md, .html or .json (ninjs) file.'

const TYPED =
  'There is text in the box already, which what you open would take the place of. Clear the box first, or paste its words into it.'

/** Takes the text in: pasted with its headings and lists, typed, dropped, or opened as a file. */
export function TextIntake({ onImported }: { onImported: (imported: Imported) => void }) {
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const [message, setMessage] = useState('')
  const [reading, setReading] = useState(false)
  /** How much of a document has been sent, in percent. */
  const [arrived, setArrived] = useState<number | null>(null)
  const typed = useRef<HTMLTextAreaElement>(null)

  async function read(opened: Source | Promise<Source>, otherwise = '') {
    setMessage('')
    setReading(true)
    try {
      const source = await opened
      const reading = await readSource(newsroom, source, {})
      const arrivalId = source.kind === 'document' ? source.arrivalId : undefined
      onImported({ key: newKey(), source, wishes: {}, reading, arrivalId })
    } catch (error) {
      setMessage(
        error instanceof Refusal || error instanceof UploadRefused
          ? error.message
          : 'This text could not be read. Save it as a .txt file and open that, or paste it without formatting.',
      )
      const field = typed.current
      if (field?.value === '' && otherwise.trim() && otherwise.length <= LONGEST_KEPT) {
        field.value = otherwise
      }
    }
    setReading(false)
    setArrived(null)
  }

  function paste(event: ClipboardEvent) {
    if (isPictureOnly(event.clipboardData)) {
      event.preventDefault()
      setMessage(PICTURE)
      return
    }
    const html = event.clipboardData.getData('text/html')
    const text = event.clipboardData.getData('text/plain')
    const inTheMiddle = (typed.current?.value ?? '') !== ''
    if (inTheMiddle || (!html && !text)) return
    event.preventDefault()
    if (Math.max(html.length, text.length) > LONGEST_PASTE) {
      setMessage('This is too much to read at once. Paste the text without its pictures.')
      return
    }
    // An editor for code puts JSON on the clipboard with its colours.
    const kind = kindOfText(text)
    const isMarkup = html !== '' && kind === 'text'
    read(isMarkup ? { kind: 'html', content: html } : { kind, content: text }, text)
  }

  function readTyped() {
    const content = typed.current?.value ?? ''
    read({ kind: kindOfText(content), content })
  }

  /** Sends a document or a page to the newsroom, which reads it and keeps it. What sends files is loaded only for one. */
  async function send(file: File, kind: KeptSource['kind']): Promise<Source> {
    const { uploadFile } = await import('../../browser/upload-file')
    const { signal } = new AbortController()
    const onProgress = (arrived: number) => setArrived(Math.floor((arrived * 100) / file.size))
    const { arrivalId, name } = await uploadFile(newsroom, file, { onProgress, signal })
    return { kind, arrivalId, name }
  }

  function open(files: FileList | null) {
    const [file, another] = files ?? []
    if (!file) return
    if (another) setMessage('These are several files. Open the one that has the article.')
    else if (typed.current?.value.trim()) setMessage(TYPED)
    else read(opened(file))
  }

  async function opened(file: File): Promise<Source> {
    if (isDocument(file)) return send(file, 'document')
    return (await isWebPage(file)) ? send(file, 'page') : readArticleFile(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button below is for all
    <div
      className="intake"
      data-takes-files
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        open(event.dataTransfer.files)
      }}
    >
      <div className="field">
        <label htmlFor="article-text">Text of the article</label>
        <span className="hint" id="article-text-hint">
          Paste it from a word processor or a web page: headings, lists, quotes and captions are
          kept. Or type it, with an empty line between paragraphs.
        </span>
        <textarea
          ref={typed}
          id="article-text"
          aria-describedby="article-text-hint"
          dir="auto"
          rows={14}
          onPaste={paste}
        />
      </div>
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
      <div className="actions">
        <button type="button" className="button primary" onClick={readTyped} disabled={reading}>
          {busyWith(reading, arrived)}
        </button>
        <label className="button">
          Open a file
          <input
            type="file"
            className="visually-hidden"
            accept=".docx,.odt,.rtf,.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html,application/json"
            onChange={(event) => {
              open(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
        <span className="quiet small">
          .docx, .odt, .rtf, .txt, .md, .html or .json (ninjs); or drop it here
        </span>
      </div>
      <FetchPage
        isReading={reading}
        onFetched={(page) => {
          const isTaken = !typed.current?.value.trim()
          if (isTaken) read(page)
          else setMessage(TYPED)
          return isTaken
        }}
      />
    </div>
  )
}

function busyWith(reading: boolean, arrived: number | null): string {
  if (!reading) return 'Preview the text'
  return arrived === null || arrived === 100 ? 'Reading…' : `Sending… ${arrived} %`
}

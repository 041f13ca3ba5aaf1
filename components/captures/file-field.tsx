'use client'

import { useParams } from 'next/navigation'
import {
  type ClipboardEvent,
  type DragEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import type { ArrivalTold } from '@/lib/db/captures/files'
import { uploadFile } from '../browser/upload-file'
import { UploadRefused } from '../browser/upload-refused'
import { useAnswer } from '../forms/action-form'
import { sizeOf } from './file-size'

/**
 * Takes one file of a source: chosen, dropped, or pasted as a picture. It is sent at once, and the form around it sends
 * which it is; what the file says of itself goes into fields of the source that are empty.
 */
export function FileField({
  label = 'A file of it',
  given,
  required = false,
}: {
  label?: string
  /** A file that was dropped beside the form. */
  given?: File | null
  required?: boolean
}) {
  const id = useId()
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const { answer } = useAnswer()
  const place = useRef<HTMLDivElement>(null)
  const upload = useUpload(newsroom, place)
  const { state } = upload
  const refused =
    state.is === 'refused' ? state.message : (answer.fields?.arrivalId ?? answer.fields?.file)

  const takeGiven = useEffectEvent((file: File) => upload.send(file))
  useEffect(() => {
    if (given) takeGiven(given)
  }, [given])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are further ways; the button below is for all
    <div
      ref={place}
      className="field file-field"
      data-takes-files
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        upload.take(event.dataTransfer.files)
      }}
      onPaste={(event: ClipboardEvent) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        upload.take(event.clipboardData.files)
      }}
    >
      <label htmlFor={id}>
        {label} {!required && <span className="quiet">(optional)</span>}
      </label>
      {/* Kept with what is typed, so that a reload does not lose the file. */}
      {(['arrivalId', 'arrivalName'] as const).map((name) => (
        <input
          key={name}
          type="text"
          name={name}
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          autoComplete="off"
          onInput={upload.restored}
        />
      ))}
      <input
        id={id}
        type="file"
        className="file-input"
        hidden={state.is === 'sending' || state.is === 'here'}
        aria-describedby={`${id}-hint`}
        aria-invalid={refused ? true : undefined}
        onChange={({ target }) => {
          if (target.files) upload.take(target.files)
          target.value = ''
        }}
      />
      {state.is !== 'sending' && state.is !== 'here' && (
        <span className="hint" id={`${id}-hint`}>
          Choose it, drop it here, or paste a screenshot: PDF, picture, recording, film, document,
          mail, page or table.
        </span>
      )}
      {state.is === 'sending' && <Sending {...state} onCancel={upload.cancel} />}
      {state.is === 'here' && (
        <div className="file-here">
          <p>
            <b dir="auto">{state.name}</b> <span className="quiet">is kept with this form.</span>{' '}
            <button type="button" className="link-button" onClick={upload.clear}>
              Take another
            </button>
          </p>
          {state.warnings.map((warning) => (
            <p key={warning} className="small warning">
              {warning}
            </p>
          ))}
        </div>
      )}
      <p role="alert" className={refused ? 'error' : ''}>
        {refused}
      </p>
    </div>
  )
}

function Sending({ name, arrived, bytes, onCancel }: Sent & { onCancel: () => void }) {
  const percent = bytes === 0 ? 0 : Math.floor((arrived * 100) / bytes)
  return (
    <div className="file-sending">
      <p>
        <b dir="auto">{name}</b>{' '}
        <span className="quiet">
          {arrived < bytes
            ? `${percent} % of ${sizeOf(bytes)}`
            : 'It has arrived and is looked at…'}
        </span>{' '}
        <button type="button" className="link-button" onClick={onCancel}>
          Stop
        </button>
      </p>
      <progress max={bytes} value={arrived} aria-label={`Sending ${name}`} />
    </div>
  )
}

interface Sent {
  name: string
  arrived: number
  bytes: number
}

type State =
  | { is: 'empty' }
  | ({ is: 'sending' } & Sent)
  | { is: 'here'; name: string; warnings: readonly string[] }
  | { is: 'refused'; message: string }

function useUpload(newsroom: string, place: RefObject<HTMLDivElement | null>) {
  const [state, setState] = useState<State>({ is: 'empty' })
  const sending = useRef<AbortController>(null)
  useEffect(() => () => sending.current?.abort(), [])

  const input = (name: string) =>
    place.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null
  const write = (arrivalId: string, arrivalName: string) => {
    for (const [name, value] of Object.entries({ arrivalId, arrivalName })) {
      const field = input(name)
      if (!field) continue
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  /** A draft put back which file it was. */
  function restored() {
    const [id, name] = [input('arrivalId')?.value, input('arrivalName')?.value]
    setState((before) => {
      if (before.is === 'sending') return before
      if (!id) return before.is === 'here' ? { is: 'empty' } : before
      return before.is === 'here' ? before : { is: 'here', name: name || 'A file', warnings: [] }
    })
  }
  const look = useEffectEvent(restored)
  useEffect(() => {
    // Drafts are put back when the form around stands, without a key.
    const timer = setTimeout(look)
    const form = place.current?.closest('form')
    const cleared = () => setTimeout(look)
    form?.addEventListener('reset', cleared)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener('reset', cleared)
    }
  }, [place])

  async function send(file: File) {
    sending.current?.abort()
    const control = new AbortController()
    sending.current = control
    const { name, size: bytes } = file
    const show = (arrived: number) => setState({ is: 'sending', name, arrived, bytes })
    show(0)
    try {
      const told = await uploadFile(newsroom, file, { onProgress: show, signal: control.signal })
      setState({ is: 'here', name: told.name, warnings: told.warnings })
      write(told.arrivalId, told.name)
      fill(place.current?.closest('form'), told)
    } catch (error) {
      if (sending.current !== control || control.signal.aborted) return
      const message = error instanceof UploadRefused ? error.message : UNREADABLE
      setState({ is: 'refused', message })
    }
  }

  return {
    state,
    restored,
    send,
    take(files: FileList) {
      const [file, another] = files
      if (another) setState({ is: 'refused', message: SEVERAL })
      else if (file) void send(file)
    },
    cancel() {
      sending.current?.abort()
      setState({ is: 'empty' })
    },
    clear() {
      write('', '')
      setState({ is: 'empty' })
    },
  }
}

const UNREADABLE =
  'This file could not be read here. It may have been moved or changed; choose it again.'
const SEVERAL = 'These are several files. Keep them one at a time: each is a copy of its own.'

/** Writes what the file says of itself into fields of the source that nobody has filled in. */
function fill(form: HTMLFormElement | null | undefined, { name, facts }: ArrivalTold): void {
  const said = {
    title: facts.title || name,
    publisher: facts.publisher,
    published: facts.published,
  }
  for (const [field, value] of Object.entries(said)) {
    const input = form?.querySelector<HTMLInputElement>(`input[name="${field}"]`)
    if (input?.value !== '' || value === '') continue
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

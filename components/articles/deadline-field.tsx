'use client'

import { useEffect, useRef } from 'react'
import { TextField } from '../forms/fields'

const MINUTE = 60_000

/** A moment on the reader's own clock. What is sent is the same moment in ISO 8601, which every clock can read. */
export function DeadlineField({ at }: { at: string | null }) {
  const place = useRef<HTMLDivElement>(null)

  // The server does not know the reader's zone, so the hours are filled in here.
  useEffect(() => {
    const input = place.current?.querySelector('input')
    if (input) input.defaultValue = at ? onThisClock(new Date(at)) : ''
  }, [at])

  useEffect(() => {
    const form = place.current?.closest('form')
    const translate = ({ formData }: FormDataEvent) => {
      const typed = formData.get('deadline')
      const moment = typeof typed === 'string' ? Date.parse(typed) : Number.NaN
      if (!Number.isNaN(moment)) formData.set('deadline', new Date(moment).toISOString())
    }
    form?.addEventListener('formdata', translate)
    return () => form?.removeEventListener('formdata', translate)
  }, [])

  return (
    <div ref={place}>
      <TextField name="deadline" type="datetime-local" label="Deadline, on your clock" />
    </div>
  )
}

/** As an input of type `datetime-local` holds it. */
function onThisClock(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16)
}

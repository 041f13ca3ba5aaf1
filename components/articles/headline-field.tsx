'use client'

import { useEffect, useRef } from 'react'
import { TextField } from '../forms/fields'

/** What the article is called. It follows the headline of the text until somebody calls it otherwise. */
export function HeadlineField({
  headline,
  label = 'Headline',
  hint,
}: {
  headline: string
  label?: string
  hint?: string
}) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef(headline)

  useEffect(() => {
    const input = field.current
    if (input && headline !== before.current && input.value === before.current) {
      input.value = headline
      // What is kept of the form over a reload is kept with it.
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    before.current = headline
  }, [headline])

  return (
    <TextField
      ref={field}
      name="headline"
      label={label}
      hint={hint}
      defaultValue={headline}
      dir="auto"
      required
    />
  )
}

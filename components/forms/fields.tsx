'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useAnswer } from './action-form'

interface Labelled {
  name: string
  label: ReactNode
  hint?: ReactNode
}

function useField({ name, hint }: Pick<Labelled, 'name' | 'hint'>) {
  const { fields } = useAnswer().answer
  const id = useId()
  const error = fields?.[name]
  return {
    id,
    error,
    described: {
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby':
        [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    },
  }
}

function Around({
  id,
  label,
  hint,
  error,
  children,
}: Omit<Labelled, 'name'> & { id: string; error?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}

export function TextField({
  label,
  hint,
  ...input
}: Labelled & Omit<ComponentProps<'input'>, 'name'>) {
  const { id, error, described } = useField({ name: input.name, hint })
  return (
    <Around {...{ id, label, hint, error }}>
      <input id={id} type="text" {...input} {...described} />
    </Around>
  )
}

export function TextArea({
  label,
  hint,
  ...input
}: Labelled & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { id, error, described } = useField({ name: input.name, hint })
  return (
    <Around {...{ id, label, hint, error }}>
      <textarea id={id} {...input} {...described} />
    </Around>
  )
}

type Options = Record<string, string> | readonly (readonly [value: string, label: string])[]

const entries = (options: Options) =>
  Array.isArray(options) ? (options as [string, string][]) : Object.entries(options)

export function SelectField({
  label,
  hint,
  options,
  empty,
  children,
  ...input
}: Labelled & Omit<ComponentProps<'select'>, 'name'> & { options: Options; empty?: string }) {
  const { id, error, described } = useField({ name: input.name, hint })
  return (
    <Around {...{ id, label, hint, error }}>
      <select id={id} {...input} {...described}>
        {empty !== undefined && <option value="">{empty}</option>}
        {children}
        {entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** Radio buttons, or check boxes when several may be chosen. */
export function ChoiceField({
  name,
  label,
  hint,
  options,
  several = false,
  chosen = [],
  stacked = false,
  onChoose,
}: Labelled & {
  options: Options
  several?: boolean
  chosen?: readonly string[]
  stacked?: boolean
  onChoose?: (value: string) => void
}) {
  const { id, error, described } = useField({ name, hint })
  return (
    <fieldset className="field" {...described}>
      <legend>{label}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className={stacked ? 'choices stacked' : 'choices'}>
        {entries(options).map(([value, text]) => (
          <label key={value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              onChange={() => onChoose?.(value)}
            />
            {text}
          </label>
        ))}
      </div>
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  )
}

/** Why a field was refused that is made of more than one control; nothing where it was not. */
export function FieldError({ name }: { name: string }) {
  const error = useAnswer().answer.fields?.[name]
  return error ? <p className="error">{error}</p> : null
}

export function SubmitButton({
  children,
  busy = 'Saving…',
  className = 'button primary',
  disabled,
}: {
  children: ReactNode
  busy?: string
  className?: string
  /** Whether something has to come first, which the button then says. */
  disabled?: boolean
}) {
  const { pending } = useAnswer()
  return (
    <button
      type="submit"
      className={className}
      disabled={disabled}
      aria-disabled={pending || undefined}
    >
      {pending ? busy : children}
    </button>
  )
}

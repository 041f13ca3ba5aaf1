import { type RefObject, useEffect, useRef, useState } from 'react'
import { readStored, writeStored } from '../browser/use-stored'
import { type Field, isChoice, isTouched } from './touched'

/** What is half typed stays in this browser, by form, until it is sent or discarded. */
const PREFIX = 'stet:draft:'

/** Hidden values that say what a form was opened over. */
export type Basis = Record<string, string | number>

interface Kept {
  basis: Basis
  /** What is typed and chosen, by the names of the fields. */
  typed: Record<string, string[]>
}

/**
 * Keeps what is typed into a form across reloads, and puts it back. What the form is opened over
 * follows the page until the first key; from then on it stays, and is kept with the draft.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  name: string | undefined,
  page: Basis = NOTHING,
) {
  const [typedOver, judgeBy] = useState<Basis | null>(null)
  const [isRestored, setRestored] = useState(false)
  const before = useRef(name)
  const basis = typedOver ?? page
  const latest = useRef(basis)
  latest.current = basis

  useEffect(() => {
    const element = form.current
    if (!element) return
    const keep = () => {
      judgeBy(latest.current)
      if (name) write(name, { basis: latest.current, typed: typedIn(element) })
    }
    const moved = before.current !== name && before.current ? read(before.current) : null
    if (name && moved) {
      // The words that the form is about stand elsewhere now; what is typed goes with them.
      clearDraft(before.current)
      write(name, moved)
    } else {
      // Whoever was quicker than the page's script has typed already, and so has a browser that fills in again.
      const isTyped = fields(element).some(isTouched)
      const kept = name ? read(name) : null
      if (kept && (restore(element, kept.typed) || isTyped)) {
        setRestored(true)
        latest.current = kept.basis
        judgeBy(kept.basis)
      }
      if (isTyped) keep()
    }
    before.current = name
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [form, name])

  const settle = () => {
    judgeBy(null)
    setRestored(false)
  }
  return {
    /** What the form is judged by. */
    basis,
    /** Whether something was put back that is not sent or discarded yet. */
    isRestored,
    /** What was typed has been stored: nothing is kept of it any more. */
    settle,
    /** Takes other values for it, which the reader has been told of. */
    judgeBy: (told: Basis) => judgeBy({ ...latest.current, ...told }),
    discard() {
      clearDraft(name)
      form.current?.reset()
      form.current?.dispatchEvent(new Event('draft-discarded'))
      settle()
    },
  }
}

const NOTHING: Basis = {}

export function clearDraft(name: string | undefined): void {
  if (name) write(name, null)
}

/** Whether something half typed is kept under this name. */
export function hasDraft(name: string): boolean {
  return read(name) !== null
}

/** What is kept of one field of a half-typed form. */
export function draftedValue(name: string, field: string): string | undefined {
  return read(name)?.typed[field]?.[0]
}

/** What is typed and chosen in a form, by the names of its fields; no password and no file. */
export function typedIn(form: HTMLFormElement): Kept['typed'] {
  const kept: Kept['typed'] = {}
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && isChoice(field) && !field.checked) continue
    kept[field.name] = [...(kept[field.name] ?? []), field.value]
  }
  return kept
}

/** Puts back what was kept, but for what was typed since; says whether anything is other than it was. */
function restore(form: HTMLFormElement, kept: Kept['typed']): boolean {
  const all = fields(form)
  const since = new Set(all.filter(isTouched).map(({ name }) => name))
  let changed = false
  for (const field of all.filter(({ name }) => !since.has(name))) {
    const values = kept[field.name]
    if (field instanceof HTMLInputElement && isChoice(field)) {
      const checked = values?.includes(field.value) ?? false
      changed ||= checked !== field.checked
      field.checked = checked
    } else if (values?.[0] !== undefined && field.value !== values[0]) {
      changed = true
      field.value = values[0]
    }
  }
  // Fields that show themselves only for certain choices look at the form again.
  if (changed) form.dispatchEvent(new Event('change', { bubbles: true }))
  return changed
}

function fields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input, textarea, select')].filter(
    ({ type, name }) => name && type !== 'hidden' && type !== 'password' && type !== 'file',
  )
}

function read(name: string): Kept | null {
  const kept = readStored<Kept>(PREFIX + name)
  return kept?.typed ? kept : null
}

const write = (name: string, kept: Kept | null) => writeStored(PREFIX + name, kept)

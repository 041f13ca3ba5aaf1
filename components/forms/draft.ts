import { type RefObject, useEffect, useRef, useState } from 'react'

/** What is half typed stays in this browser, by form, until it is sent or discarded. */
const PREFIX = 'stet:draft:'

type Kept = Record<string, string[]>

/**
 * Hidden values that say what a form was opened over. They are kept with the draft: what was typed
 * over an older state is judged by that state, also after the page has loaded a newer one.
 */
const OPENED_OVER = [
  'version',
  'over',
  'overWords',
  'signOffId',
  'was',
  'wasName',
  'wasSelfCheck',
  'wasSecondCheck',
  'wasSecondCheckRisks',
]

interface Restored {
  /** What the form had been opened over, by the names of the hidden values. */
  openedOver: Record<string, string>
  discard: () => void
  /** What was put back has been stored: nothing is kept of it any more. */
  settle: () => void
}

/** Keeps what is typed into a form across reloads, and puts it back; null when there was nothing to put back. */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  name: string | undefined,
): Restored | null {
  const [openedOver, setOpenedOver] = useState<Record<string, string> | null>(null)
  const before = useRef(name)

  useEffect(() => {
    const element = form.current
    if (!name || !element) return
    const moved = before.current !== name && before.current ? read(before.current) : null
    if (moved) {
      // The words that the form is about stand elsewhere now; what is typed goes with them.
      clearDraft(before.current)
      write(name, moved)
    }
    before.current = name
    const kept = read(name)
    if (restore(element, kept)) setOpenedOver(basisOf(kept))

    const keep = () => write(name, typed(element))
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [form, name])

  if (!openedOver) return null
  return {
    openedOver,
    discard() {
      clearDraft(name)
      form.current?.reset()
      form.current?.dispatchEvent(new Event('draft-discarded'))
      setOpenedOver(null)
    },
    settle: () => setOpenedOver(null),
  }
}

export function clearDraft(name: string | undefined): void {
  if (name) attempt(() => localStorage.removeItem(PREFIX + name))
}

/** Whether something half typed is kept under this name. */
export function hasDraft(name: string): boolean {
  return read(name) !== null
}

function basisOf(kept: Kept | null): Record<string, string> {
  return Object.fromEntries(
    OPENED_OVER.flatMap((name) => {
      const [value] = kept?.[name] ?? []
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function typed(form: HTMLFormElement): Kept {
  const kept: Kept = {}
  for (const name of OPENED_OVER) {
    const hidden = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
    if (hidden) kept[name] = [hidden.value]
  }
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && isChoice(field) && !field.checked) continue
    kept[field.name] = [...(kept[field.name] ?? []), field.value]
  }
  return kept
}

function restore(form: HTMLFormElement, kept: Kept | null): boolean {
  if (!kept) return false
  let changed = false
  for (const field of fields(form)) {
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

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function fields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input, textarea, select')].filter(
    ({ type, name }) => name && type !== 'hidden' && type !== 'password' && type !== 'file',
  )
}

const isChoice = ({ type }: HTMLInputElement) => type === 'checkbox' || type === 'radio'

function read(name: string): Kept | null {
  return attempt(() => JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null')) ?? null
}

function write(name: string, kept: Kept): void {
  attempt(() => localStorage.setItem(PREFIX + name, JSON.stringify(kept)))
}

/** Storage may be full or forbidden; then there is no draft, and the form works all the same. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

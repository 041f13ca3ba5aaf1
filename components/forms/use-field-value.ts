import { type RefObject, useEffect, useState } from 'react'

/** What stands in a field of a form now, also after a draft of it was put back or discarded. */
export function useTyped(
  around: RefObject<HTMLElement | null>,
  name: string,
  initial: string,
): string {
  const [typed, setTyped] = useState(initial)

  useEffect(() => {
    const box = around.current
    if (!box) return
    const look = () =>
      setTyped(box.querySelector<HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? initial)
    look()
    for (const event of LOOK_AT) box.addEventListener(event, look, true)
    return () => {
      for (const event of LOOK_AT) box.removeEventListener(event, look, true)
    }
  }, [around, name, initial])

  return typed
}

/** The last is sent by a form whose draft was discarded, and does not bubble. */
const LOOK_AT = ['input', 'change', 'draft-discarded']

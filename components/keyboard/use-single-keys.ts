import { useCallback, useEffect, useState } from 'react'
import { announce } from '../ui/toast'

const NAME = 'stet:single-keys'

/** Whether letters without Ctrl are keys of the page; remembered in this browser (WCAG 2.2, 2.1.4). */
export function useSingleKeys(): [on: boolean, toggle: () => void] {
  const [on, setOn] = useState(true)

  useEffect(() => setOn(read() !== 'off'), [])

  const toggle = useCallback(() => {
    const next = !on
    setOn(next)
    write(next ? 'on' : 'off')
    announce(
      next
        ? 'Single keys are on: ? lists them'
        : 'Single keys are off: Ctrl+K still leads to every action',
    )
  }, [on])
  return [on, toggle]
}

function read(): string | null {
  try {
    return localStorage.getItem(NAME)
  } catch {
    return null
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(NAME, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

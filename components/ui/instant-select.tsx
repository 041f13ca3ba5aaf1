'use client'

import type { ComponentProps, KeyboardEvent } from 'react'

/** A list whose choice is carried out at once. */
export function QuickSelect({
  onChoose,
  ...select
}: Omit<ComponentProps<'select'>, 'onChange' | 'onKeyDown'> & {
  onChoose: (value: string) => void
}) {
  return (
    <select
      className="quick-select"
      {...select}
      onChange={(event) => onChoose(event.target.value)}
      onKeyDown={openFirst}
    />
  )
}

/**
 * Closed, a list takes an arrow or a letter as its choice, and would carry out each that is passed
 * by. So these keys open it, and Enter chooses.
 */
function openFirst(event: KeyboardEvent<HTMLSelectElement>): void {
  const list = event.currentTarget
  const passing = /^(Arrow(Up|Down)|Home|End|PageUp|PageDown|\S)$/.test(event.key)
  if (!passing || event.ctrlKey || event.metaKey || event.altKey || !list.showPicker) return
  if (CSS.supports('selector(:open)') && list.matches(':open')) return
  event.preventDefault()
  list.showPicker()
}

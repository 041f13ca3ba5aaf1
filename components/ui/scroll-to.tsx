'use client'

import { useEffect } from 'react'

/** Goes to the element of this id once, as following a link to it does. */
export function ScrollTo({ id }: { id: string }) {
  useEffect(() => {
    const element = document.getElementById(id)
    element?.scrollIntoView({ block: 'center' })
    element?.focus({ preventScroll: true })
  }, [id])

  return null
}

'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/** A link to where people go all day: what it needs is fetched once somebody reaches for it with the pointer or the keyboard. */
export function LinkAhead(props: ComponentProps<typeof NextLink>) {
  const [isReachedFor, setReachedFor] = useState(false)
  const reach = () => setReachedFor(true)
  return (
    <NextLink
      {...props}
      prefetch={isReachedFor ? null : false}
      onPointerEnter={reach}
      onFocus={reach}
    />
  )
}

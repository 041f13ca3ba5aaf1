'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkAhead } from '../ui/links/link-ahead'

/** A link that tells when one is on its page, or below it. */
export function NavLink({
  href,
  exact = false,
  children,
}: {
  href: string
  exact?: boolean
  children: ReactNode
}) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <LinkAhead href={href} aria-current={here ? 'page' : undefined}>
      {children}
    </LinkAhead>
  )
}

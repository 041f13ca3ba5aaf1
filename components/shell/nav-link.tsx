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
  return (
    <LinkAhead href={href} aria-current={isOn(path, href, exact) ? 'page' : undefined}>
      {children}
    </LinkAhead>
  )
}

/** Whether a path is that of a page or, unless only itself is meant, of one below it. */
export const isOn = (path: string, page: string, exact = false) =>
  path === page || (!exact && path.startsWith(`${page}/`))

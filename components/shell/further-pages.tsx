'use client'

import { usePathname } from 'next/navigation'
import { Menu } from '../ui/menu'
import { isOn, NavLink } from './nav-link'
import type { Page } from './page-palette'

/** The pages for which the bar of a phone has no room, behind a button that tells when one is on one of them. */
export function FurtherPages({ pages }: { pages: readonly Page[] }) {
  const path = usePathname()
  const here = pages.find(([, address]) => isOn(path, address))
  return (
    // Drawn anew on every page, and so closed there.
    <Menu
      key={path}
      className="menu further"
      hasCaret
      label={
        <span data-here={here ? '' : undefined}>
          More<span className="visually-hidden"> pages{here && `, now on ${here[0]}`}</span>
        </span>
      }
    >
      <ul className="bare">
        {pages.map(([label, address]) => (
          <li key={address}>
            <NavLink href={address}>{label}</NavLink>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

import { type Actor, can } from '@/lib/domain/policy'
import { ROLES } from '@/lib/domain/vocabulary'
import { initials } from '../ui/initials'
import { Link } from '../ui/links/link'
import { Menu } from '../ui/menu'
import { LogOutButton } from './log-out-button'
import { ThemeChoice } from './theme-choice'

/** Who is logged in, with the ways to their account, the settings, another theme, and out. */
export function PersonMenu({ actor }: { actor: Actor }) {
  return (
    <Menu
      label={
        <>
          <span className="avatar" aria-hidden="true">
            {initials(actor.name)}
          </span>
          <span className="person-name">{actor.name}</span>
          <span className="visually-hidden">, your account</span>
        </>
      }
    >
      <p className="menu-head">
        {actor.name}
        <br />
        <span className="quiet small">
          {ROLES[actor.role]} at {actor.newsroomName}
        </span>
      </p>
      <ul className="bare">
        <li>
          <Link href={`/${actor.newsroomSlug}/account`}>Account</Link>
        </li>
        <li>
          <Link href={`/${actor.newsroomSlug}/ledger`}>Ledger of facts</Link>
        </li>
        {can(actor, 'newsroom.manage', {}) && (
          <>
            <li>
              <Link href={`/${actor.newsroomSlug}/settings`}>Settings of the newsroom</Link>
            </li>
            <li>
              <Link href={`/${actor.newsroomSlug}/jobs`}>Jobs</Link>
            </li>
          </>
        )}
        <li>
          <LogOutButton />
        </li>
      </ul>
      <ThemeChoice />
    </Menu>
  )
}

'use client'

import { signOut } from 'next-auth/react'

export function LogOutButton() {
  return (
    <button type="button" onClick={() => signOut({ callbackUrl: '/log-in' })}>
      Log out
    </button>
  )
}

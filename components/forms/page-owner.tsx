'use client'

import { useEffect } from 'react'

let owner: string | null = null

/** Whose page this is, by their user id; null where nobody is logged in. */
export const pageOwner = () => owner

/** Says whose page this is, so that what is sent from it is sent as theirs. */
export function PageOf({ userId }: { userId: string }) {
  useEffect(() => {
    owner = userId
    return () => {
      owner = null
    }
  }, [userId])

  return null
}

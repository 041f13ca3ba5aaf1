'use client'

import { ShownOnce } from '../forms/shown-once'

/** A link that holds a secret, to be copied now or never. */
export function SecretLink({
  path,
  secret,
  label,
  lasts,
  mailedTo,
}: {
  /** What the link opens; the secret follows. */
  path: string
  secret: string
  label: string
  /** How long it works, in words. */
  lasts: string
  /** The address to which it goes by mail besides. */
  mailedTo?: string
}) {
  const way = mailedTo
    ? `It goes by mail to ${mailedTo}; should it not arrive, pass it on yourself.`
    : 'Stet does not send it: pass it on yourself.'
  return (
    <ShownOnce
      label={label}
      hint={`${way} It works once, for ${lasts}, and is shown only here and now.`}
      value={`${location.origin}${path}/${secret}`}
    />
  )
}

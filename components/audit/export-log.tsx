'use client'

import { useState } from 'react'
import { ConfirmDialog } from '../forms/confirm-dialog'

/** The way to take the log out, which may ask first who it is. */
export function ExportLog({
  path,
  asks,
}: {
  /** The address of the log. */
  path: string
  /** Whether it was asked for already, and who it is has to be confirmed. */
  asks: boolean
}) {
  const [asking, setAsking] = useState(asks)
  const address = `${path}/export`

  function close() {
    setAsking(false)
    history.replaceState(history.state, '', path)
  }

  return (
    <>
      <a href={address}>Export the log</a>
      {asking && (
        <ConfirmDialog
          onClose={close}
          onConfirmed={() => {
            close()
            location.assign(address)
          }}
        />
      )}
    </>
  )
}

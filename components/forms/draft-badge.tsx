'use client'

import { useEffect, useState } from 'react'
import { hasDraft } from './draft'

/** Says beside the way into a form that something half-written waits in it. */
export function DraftMark({ name }: { name: string }) {
  const [waits, setWaits] = useState(false)

  useEffect(() => setWaits(hasDraft(name)), [name])

  return waits && <span className="draft-mark small">half-written</span>
}

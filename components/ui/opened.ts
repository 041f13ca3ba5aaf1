'use client'

import { useState } from 'react'

/**
 * What stood there when a form was opened. The page behind it may be refreshed by a colleague's
 * change, but the form has to be judged by what its reader saw.
 */
export function useOpened<Value>(value: Value): Value {
  const [opened] = useState(value)
  return opened
}

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

/**
 * The same for a form that stays open once it was carried out: until something is typed its fields
 * follow what is stored, and what is typed from then on is judged by what stood there. `typing` goes
 * on an element around the form.
 */
export function useTypedOver<Value>(value: Value) {
  const [over, setOver] = useState<{ value: Value } | null>(null)
  return {
    over: over ? over.value : value,
    typing: {
      onInput: () => setOver((before) => before ?? { value }),
      // A form is reset when it was carried out, and when a draft of it is discarded.
      onReset: () => setOver(null),
    },
  }
}

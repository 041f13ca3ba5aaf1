import { useRef, useState } from 'react'
import type { FormState } from '@/lib/forms/form-action'
import { toast } from '../ui/toast'
import { reasonOf } from './submit'

/** A place that says why something was refused; where it has left the page by then, it is announced. */
export function useRefused() {
  const place = useRef<HTMLParagraphElement>(null)
  const [reason, setReason] = useState('')
  return {
    /** Takes an answer, and says why if it is a refusal; nothing clears what was said before. */
    hear(answer?: FormState) {
      const why = (answer && !answer.done && reasonOf(answer)) || ''
      if (place.current) setReason(why)
      else if (why) toast(why)
    },
    alert: (
      <p ref={place} role="alert" className={reason ? 'form-message' : ''}>
        {reason}
      </p>
    ),
  }
}

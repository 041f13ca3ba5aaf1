import { useEffect, useRef } from 'react'

/** Single keys of this page. They never fire in a field, nor together with Ctrl, Alt or Meta. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys)
  latest.current = keys

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      const inDialog = target instanceof Element && target.closest('dialog')
      const inField =
        target instanceof Element &&
        target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select')
      if (inDialog || (inField && event.key !== 'Escape')) return
      const run = latest.current[nameOf(event)]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** `?` and its like are named by what they type, capitals by their key with Shift. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  const capital = shiftKey && /^[A-Z]$/.test(key)
  return capital ? `shift+${key.toLowerCase()}` : key === 'Escape' ? 'escape' : key
}

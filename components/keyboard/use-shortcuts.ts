import { useEffect, useRef } from 'react'
import { ACTION_IDS, ACTIONS, type ActionHandlers } from './shortcuts'

/**
 * The keys of this page. Single ones never fire in a field or a dialog, nor together with Ctrl, Alt
 * or Meta, and can be switched off; Escape, and Ctrl or Cmd with K for the palette, always work.
 */
export function useKeys({
  runs,
  keys,
  single,
  onEscape,
  onPalette,
  onSearch,
}: {
  runs: ActionHandlers
  /** Single keys of this page alone, by their names. */
  keys?: Readonly<Record<string, () => void>>
  /** Whether single keys are switched on. */
  single: boolean
  onEscape?: () => void
  onPalette?: () => void
  /** What `/` leads to, where the page has no use of its own for it. */
  onSearch?: () => void
}): void {
  const latest = useRef({ runs, keys, single, onEscape, onPalette, onSearch })
  latest.current = { runs, keys, single, onEscape, onPalette, onSearch }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = runOf(event, latest.current)
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function runOf(
  event: KeyboardEvent,
  { runs, keys = {}, single, onEscape, onPalette, onSearch }: Parameters<typeof useKeys>[0],
): (() => void) | null | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, isComposing } = event
  if (defaultPrevented || isComposing || altKey) return null
  // A field in a dialog that has closed keeps the focus until the next frame is drawn.
  const target = isClosed(event.target) ? null : event.target
  if (target instanceof Element && target.closest('dialog')) return null
  if (ctrlKey || metaKey) {
    return key.toLowerCase() === 'k' && !shiftKey && ctrlKey !== metaKey ? onPalette : null
  }
  if (key === 'Escape') return onEscape
  if (!single || isField(target)) return null
  const name = nameOf(event)
  const own = Object.hasOwn(keys, name) ? keys[name] : undefined
  if (own) return own
  if (key === '/' && onSearch) return onSearch
  const action = ACTION_IDS.find((id) => ACTIONS[id].key === name)
  return action && runs[action]?.run
}

const isClosed = (target: EventTarget | null) =>
  target instanceof Element && target.closest('dialog:not([open])') !== null

const isField = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') !== null

/** `?` and its like are named by what they type, capitals by their key with Shift. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey && /^[A-Z]$/.test(key) ? `shift+${key.toLowerCase()}` : key
}

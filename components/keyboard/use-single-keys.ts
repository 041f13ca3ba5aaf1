import { useStored } from '../browser/use-stored'
import { toast } from '../ui/toast'

/** Whether letters without Ctrl are keys of the page; remembered in this browser (WCAG 2.2, 2.1.4). */
export function useSingleKeys(): [on: boolean, toggle: () => void] {
  const [stored, store] = useStored<'on' | 'off'>('stet:single-keys')
  const on = stored !== 'off'
  const toggle = () => {
    store(on ? 'off' : 'on')
    toast(
      on
        ? 'Single keys are off: Ctrl+K still leads to every action'
        : 'Single keys are on: ? lists them',
    )
  }
  return [on, toggle]
}

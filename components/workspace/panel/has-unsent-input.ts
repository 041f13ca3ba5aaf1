import { type Field, isTouched } from '../../forms/touched'

/** Whether a form of the open claim holds something that was typed or chosen there and is not sent. */
export function hasUnsentInput(panel: HTMLElement): boolean {
  const fields = 'input, textarea, select'.split(', ').map((one) => `.claim form ${one}[name]`)
  return [...panel.querySelectorAll<Field>(fields.join())].some(isTouched)
}

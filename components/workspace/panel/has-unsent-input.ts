/** Whether a form of the open claim holds something that was typed or chosen there and is not sent. */
export function holdsUnsent(panel: HTMLElement): boolean {
  return [...panel.querySelectorAll('.claim form')].some((form) =>
    [...form.querySelectorAll('[name]')].some(isTouched),
  )
}

function isTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const first = options.find(({ defaultSelected }) => defaultSelected) ?? options[0]
    return field.value !== first?.value
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  if (field.type === 'checkbox' || field.type === 'radio') {
    return field.checked !== field.defaultChecked
  }
  return field.value !== field.defaultValue
}

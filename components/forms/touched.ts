export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Whether something was typed or chosen in a field that is not what the page put there. */
export function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const first = options.find(({ defaultSelected }) => defaultSelected) ?? options[0]
    return field.value !== first?.value
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field.type === 'hidden') return false
  return isChoice(field)
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue
}

export const isChoice = ({ type }: HTMLInputElement) => type === 'checkbox' || type === 'radio'

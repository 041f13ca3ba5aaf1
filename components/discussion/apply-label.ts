/** `Apply 3 accepted changes`: what a link to that page says. */
export const applying = (count: number) =>
  count === 1 ? 'Apply 1 accepted change' : `Apply ${count.toLocaleString('en')} accepted changes`

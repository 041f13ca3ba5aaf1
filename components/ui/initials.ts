/** The first letters of a name’s first and last word. */
export function initials(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return [first, rest.at(-1) ?? '']
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase()
}

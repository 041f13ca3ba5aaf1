/** The words between the first double quotation mark and the last, where a text has such and more stands around them. */
export function quotationIn(words: string): string | null {
  const found = /["“„«「『]([\s\S]*\p{L}[\s\S]*)["”“»」』]/u.exec(words)?.[1]?.trim()
  return found && found.length < words.trim().length - 2 ? found : null
}

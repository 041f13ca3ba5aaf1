import { wordsOf, type XmlElement } from '../word/markup/xml'

/** The words that a field holds and does not show now (ODF 1.3 part 3 §7.7); empty where it holds none. */
export function hiddenWordsOf(field: XmlElement): string {
  const { name, attributes } = field
  const shown = wordsOf(field)
  const held =
    name === 'text:hidden-text'
      ? [attributes.get('text:string-value')]
      : name === 'text:conditional-text'
        ? [
            attributes.get('text:string-value-if-true'),
            attributes.get('text:string-value-if-false'),
          ]
        : []
  return held.filter((one) => one && one !== shown).join(' ')
}

/** Whether a whole section or the paragraph of a field is not shown. */
export function isHidden({ name, attributes }: XmlElement): boolean {
  if (name === 'text:hidden-paragraph') return attributes.get('text:is-hidden') === 'true'
  return (
    name === 'text:section' &&
    (attributes.get('text:display') === 'none' || attributes.get('text:is-hidden') === 'true')
  )
}

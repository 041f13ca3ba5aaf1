/** Markup that is safe to print as it stands; only the `html` tag makes it. */
export class Markup {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup
  }
}

type Value = string | number | Markup | null | false | readonly Value[]

/** Joins markup with values: everything in it that is not markup already is escaped, null and false are nothing. */
export function html(literals: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(
    literals.reduce((joined, literal, index) => joined + printed(values[index - 1]) + literal),
  )
}

function printed(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'object') return value.map(printed).join('')
  return String(value).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

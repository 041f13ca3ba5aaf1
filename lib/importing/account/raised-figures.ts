/** The raised and the lowered forms of Unicode, each beside what it is a form of (Unicode 16, chapter 22.4). */
const RAISED = forms(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ',
)
const LOWERED = forms(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
)

/** Signs that are raised already, or are written so. */
const SIGNS = new Map([
  ['TM', '™'],
  ['SM', '℠'],
])
const RAISED_ALREADY = /^[®©™℠°ºª′″*†‡§¶'’"”]+$/u

export type Height = 'raised' | 'lowered'

/**
 * Raised or lowered words as plain text that keeps their meaning: in Unicode's forms where every character has one,
 * else after `^` or `_`, in brackets where they are more than one letter or digit.
 */
export function asRaised(words: string, height: Height): string {
  const sign = height === 'raised' ? SIGNS.get(words) : undefined
  if (sign) return sign
  if (RAISED_ALREADY.test(words)) return words
  const table = height === 'raised' ? RAISED : LOWERED
  const made = [...words].map((one) => table.get(one))
  if (made.every((one) => one !== undefined)) return made.join('')
  const mark = height === 'raised' ? '^' : '_'
  return /^[\p{L}\p{N}]$/u.test(words) ? mark + words : `${mark}(${words})`
}

/** What a raised or lowered form is a form of; any other character is itself. */
export function levelled(character: string): string {
  return LEVELLED.get(character) ?? character
}

function forms(level: string, made: string): ReadonlyMap<string, string> {
  const others = [...made]
  return new Map([...level].map((one, at) => [one, others[at] ?? one]))
}

const LEVELLED = new Map(
  [...RAISED, ...LOWERED, ...SIGNS].map(([level, made]) => [made, level] as const),
)
LEVELLED.set('⁻', '-')
LEVELLED.set('₋', '-')

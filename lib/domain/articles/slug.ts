/**
 * A headline as part of an address: letters and digits of any script in lower case, at most 60 characters;
 * `article` when none are left. Letters of the Latin script stand as those of ASCII that they are read as.
 */
export function slugOf(headline: string): string {
  return shortened(addressLetters(headline), 60) || 'article'
}

/** The same of a newsroom’s name, in ASCII alone, because it stands in every address. */
export function asciiSlugOf(name: string): string {
  const plain = addressLetters(name).replace(/[^a-z0-9]+/g, '-')
  return shortened(plain.replace(/^-+/, ''), 60) || 'newsroom'
}

/**
 * Letters and digits in lower case with hyphens between them. ß, Ł, Ø, Đ, Œ and accented letters become what
 * they are written as in ASCII; the letters and marks of other scripts stay.
 */
export function addressLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?<=\p{sc=Latn})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħŧŋĸə]/g, (letter) => ASCII[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[\p{M}-]+|-+$/gu, '')
}

/** The Latin letters that Unicode does not take apart into one of ASCII and a mark. */
const ASCII: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' },
  ...{ ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e' },
}

/** At most so many characters, whole words of them where there are several. */
export function shortened(slug: string, most: number): string {
  const characters = [...slug]
  if (characters.length <= most) return slug
  const short = characters.slice(0, most).join('')
  const whole = short.includes('-') ? short.slice(0, short.lastIndexOf('-')) : short
  return whole.replace(/-+$/, '')
}

/** The slug that a part of an address names: browsers send other letters than those of ASCII percent-encoded (RFC 3986). */
export function slugIn(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC')
  } catch {
    return address
  }
}

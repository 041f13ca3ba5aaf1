import { folded } from '../earlier-checks/terms/folded'

/** Whether two different spellings are likely of one name: by another transliteration, a mark, or a slip of one letter. */
export function isSpeltLike(one: string, other: string): boolean {
  if (one === other) return false
  const [a, b] = [folded(one), folded(other)]
  if (a === b) return one.toLowerCase() !== other.toLowerCase()
  if (isOtherForm(a, b) || isOtherForm(b, a)) return false
  if (skeletonOf(a) === skeletonOf(b)) return true
  return Math.min(a.length, b.length) >= SHORTEST && a[0] === b[0] && isOneSlip(a, b)
}

/** A slip of one letter in a short name makes another name of it: `Joan`, `John`. */
const SHORTEST = 6

/** One with an ending behind it: a plural, an adjective, a woman’s form of a family name. */
const isOtherForm = (longer: string, shorter: string) =>
  (longer.startsWith(shorter) &&
    /^(?:'?s|es|n|an|ian|ans|ians|a|e|aya|ska|y|ish|ese|ism|ist)$/.test(
      longer.slice(shorter.length),
    )) ||
  (longer.slice(0, -1) === shorter.slice(0, -1) && /[aoe]$/.test(longer) && /[aoe]$/.test(shorter))

/** What is left of a name where its transliterations part. */
function skeletonOf(name: string): string {
  return name
    .replace(/(?:[eiy]y|[ie]i|ij|iy|y|j)/g, 'i')
    .replace(/ph/g, 'f')
    .replace(/ck|kh|ch(?=[^aeiou]|$)|c(?=[aou]|$)|q/g, 'k')
    .replace(/tz|ts/g, 'z')
    .replace(/w/g, 'v')
    .replace(/ks/g, 'x')
    .replace(/(?<=[^aeiou])h/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** Whether one letter more, less, other or two that changed places make the one out of the other. */
function isOneSlip(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let [endOne, endOther] = [one.length, other.length]
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne--
    endOther--
  }
  const [mine, theirs] = [one.slice(start, endOne), other.slice(start, endOther)]
  if (mine.length <= 1 && theirs.length <= 1) return true
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0]
}

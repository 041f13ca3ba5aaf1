import { codePoints } from '@/lib/domain/text/invisible-characters'

/**
 * Printed words fit for an XML file: what `words` leaves of them, without the two characters that XML 1.0 (§2.2) takes
 * from nobody, which are written out as their code points.
 */
export function withoutNonCharacters(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, codePoints)
}

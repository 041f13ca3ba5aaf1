/** A headline as part of an address: Latin letters and digits, at most 60 characters; `article` when none are left. */
export function slugOf(headline: string): string {
  const plain = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
  const short = plain.slice(0, 60)
  const whole =
    plain.length > 60 && short.includes('-') ? short.slice(0, short.lastIndexOf('-')) : short
  return whole.replace(/-+$/, '') || 'article'
}

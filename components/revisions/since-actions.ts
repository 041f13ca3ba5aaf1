/** Where it is shown what changed from an older revision to the newest; null where there is none. */
export function sinceAddress(
  path: string,
  from: number | null,
  newest: number,
  more = '',
): string | null {
  if (from === null || from >= newest) return null
  return `${path}?from=${from}&to=${newest}${more}`
}

/** Under this name a browser remembers which revisions its reader looked at. */
export const seenAs = (userId: string, articleId: string) => `stet:seen:${userId}:${articleId}`

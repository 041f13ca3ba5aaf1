/** The time zone of a newsroom that chose none: where its server stands says nothing about it. */
export const UTC = 'UTC'

/** Whether this names a zone of the IANA Time Zone Database that this machine knows: no bare offset such as +03:00. */
export function isTimeZone(name: string): boolean {
  if (name === UTC) return true
  try {
    return (
      /^[A-Z][\w+-]*\/[\w/+-]+$/i.test(name) &&
      Boolean(Intl.DateTimeFormat('en', { timeZone: name }))
    )
  } catch {
    return false
  }
}

/** Every zone that can be chosen, UTC first. */
export function timeZones(): string[] {
  return [UTC, ...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'))]
}

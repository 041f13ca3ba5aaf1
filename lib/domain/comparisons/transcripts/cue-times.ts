/** A time in a recording in milliseconds: `12:03`, `1:12:03`, `00:12:03.250`, `00:12:03,250`; null if it is none. */
export function millisecondsOf(time: string): number | null {
  const [, hours = '0', minutes = '', seconds = '', fraction = ''] = time.trim().match(TIME) ?? []
  if (minutes === '') return null
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}

const TIME = /^(?:(\d{1,3}):)?(\d{1,3}(?=:[0-5]\d(?:[.,]|$))):([0-5]\d)(?:[.,](\d{1,3}))?$/

/** A time with hours, as a locator has it: `00:12:03`. The part of a second is cut off, or counts as one where it ends. */
export function timecode(milliseconds: number, end: 'begins' | 'ends' = 'begins'): string {
  const seconds = end === 'ends' ? Math.ceil(milliseconds / 1000) : Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

import { isoDate } from '@/lib/domain/times/published'

/**
 * A date as files and pages write it, as a source keeps it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Of a moment it is the day
 * at the place that wrote it. Reads ISO 8601, mail (RFC 5322) and dates in words of the languages of `LANGUAGES`; null for what can be
 * read in two ways, as `7/12/2020` can.
 */
export function writtenDate(text: string): string | null {
  const written = text.trim().replace(/\s+/g, ' ')
  const [, day = written] = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}/.exec(written) ?? []
  const [, mailed] = /^(?:[a-z]{3}, )?(\d{1,2} [a-z]{3} \d{4}) \d{2}:\d{2}/i.exec(written) ?? []
  return isoDate(mailed ?? day) ?? compact(written) ?? wordedDate(written)
}

/** `20201207`, `2020/12/07`, `2020年12月7日` and `2020년 12월 7일`. */
function compact(text: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/.exec(text) ??
    /^(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]/.exec(text) ??
    []
  return year ? isoDate([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')) : null
}

function wordedDate(text: string): string | null {
  const [, day = '', word = '', year = ''] =
    /(?:^|\s)(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s(?:de\s)?(\p{L}{3,14})\.?,?\s(?:de\s)?(\d{4})(?!\d)/u.exec(
      text,
    ) ?? []
  const [, enWord = '', enDay = '', enYear = ''] =
    /(?:^|\s)(\p{L}{3,9})\.? (\d{1,2}), (\d{4})(?!\d)/u.exec(text) ?? []
  const month = MONTHS.get((word || enWord).toLowerCase())
  if (month === undefined) return null
  return isoDate([year || enYear, month, (day || enDay).padStart(2, '0')].join('-'))
}

const LANGUAGES = 'en de fr es pt it nl da sv nb fi pl cs tr ru uk'.split(' ')

/** The numbers of the months by their names as they stand in a date, in lower case. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month,
        year: 'numeric',
        timeZone: 'UTC',
      })
      return Array.from({ length: 12 }, (_, at): [string, string] => {
        const parts = format.formatToParts(new Date(Date.UTC(2020, at, 15)))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        return [name.toLowerCase().replace(/\.$/, ''), String(at + 1).padStart(2, '0')]
      })
    }),
  ),
)

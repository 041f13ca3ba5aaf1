import { weightyLine } from '@/lib/domain/comparisons/benches/difference-lines'
import type { WordsLaid } from '@/lib/domain/comparisons/benches/lay-words'
import { QUOTATION_READINGS } from '@/lib/domain/comparisons/quotes/comparison'
import { AlignedWords } from './aligned-words'

/** What the machine sees between printed words and a source's: what weighs most first, and then word by word. */
export function WordsShown({
  laid: { comparison, compared, lines },
  printed,
  language,
}: {
  laid: WordsLaid
  printed: string
  language: string
}) {
  const { reading, readings, weighty } = comparison
  const also = readings.slice(1).map((one) => QUOTATION_READINGS[one].toLowerCase())
  const texts = { printed, source: compared }
  const rest = lines.filter(
    (line) =>
      !/^(?:Proposed|Found at)/.test(line) &&
      !weighty.some((one) => line === weightyLine(one, texts)),
  )
  return (
    <div className="shown">
      <p className="proposed" role="status">
        <span className="quiet">Stet sees</span> <strong>{QUOTATION_READINGS[reading]}</strong>
        {also.length > 0 && <span className="quiet"> · also {also.join('; ')}</span>}
      </p>
      {weighty.length > 0 && (
        <ul className="bare weighty">
          {weighty.map((one) => (
            <li key={`${one.what} ${one.printed.start} ${one.source.start}`}>
              {weightyLine(one, texts)}
            </li>
          ))}
        </ul>
      )}
      {reading !== 'not-found' && (
        <>
          <p className="quiet small aligned-key">Printed, over the words of the source</p>
          <AlignedWords {...{ comparison, printed, compared, language }} />
        </>
      )}
      {rest.length > 0 && (
        <ul className="differences small">
          {rest.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

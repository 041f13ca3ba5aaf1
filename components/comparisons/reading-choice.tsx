import type { KeyboardEvent } from 'react'
import { useAnswer } from '../forms/action-form'

/** The results that a person can name, each with the key that names it: from `1` in the order in which they stand. */
export function ReadingChoice({
  readings,
  proposed,
  chosen,
}: {
  readings: Record<string, string>
  /** What the machine proposes; it chooses nothing. */
  proposed: string | null
  /** What is chosen when the bench opens. */
  chosen?: string | undefined
}) {
  const error = useAnswer().answer.fields?.reading
  return (
    <fieldset
      className="field readings"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? 'reading-error' : undefined}
    >
      <legend>What is it?</legend>
      <div className="reading-choices">
        {Object.entries(readings).map(([reading, label], index) => (
          <label key={reading} data-proposed={reading === proposed || undefined}>
            <input
              type="radio"
              name="reading"
              value={reading}
              defaultChecked={reading === chosen}
              aria-keyshortcuts={String(index + 1)}
            />
            <span className="reading-key mono" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {label}
              {reading === proposed && <span className="quiet small"> proposed</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <span className="error" id="reading-error">
          {error}
        </span>
      )}
    </fieldset>
  )
}

/**
 * Chooses the reading that a digit stands for, unless somebody types it into a field; and on Enter the one that has the
 * focus, so that the form is sent with it.
 */
export function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, target, currentTarget } = event
  if (key === 'Enter' && target instanceof HTMLInputElement && target.name === 'reading') {
    target.click()
    return
  }
  const isTyping =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio')
  if (isTyping || ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return
  const all = currentTarget.querySelectorAll<HTMLInputElement>('input[name="reading"]')
  const choice = all[Number(key) - 1]
  if (!choice) return
  event.preventDefault()
  choice.click()
  choice.focus()
}

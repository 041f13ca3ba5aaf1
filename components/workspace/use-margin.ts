import { type RefObject, useEffect } from 'react'

/** Sets the numbers of claims that begin on the same line beside each other in the margin, where they would lie on top of each other. */
export function useMargin(text: RefObject<HTMLElement | null>, claims: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other claims are other numbers
  useEffect(() => {
    const container = text.current
    if (!container) return
    const widths = new ResizeObserver(() => setNumbers(container))
    widths.observe(container)
    return () => widths.disconnect()
  }, [text, claims])
}

function setNumbers(container: HTMLElement): void {
  const numbers = [...container.querySelectorAll<HTMLElement>('.margin-number')]
  for (const number of numbers) delete number.dataset.beside
  const lines = new Map<number, HTMLElement[]>()
  for (const number of numbers) {
    const top = Math.round(number.getBoundingClientRect().top)
    lines.set(top, [...(lines.get(top) ?? []), number])
  }
  for (const line of lines.values()) {
    if (line.length < 2) continue
    for (const [index, number] of line.entries()) {
      number.dataset.beside = ''
      number.style.setProperty('--row', String(index % 2))
      number.style.setProperty('--column', String(Math.floor(index / 2)))
    }
  }
}

import { type RefObject, useEffect } from 'react'

/** Sets the numbers of claims that begin on the same line beside each other in the margin, where they would lie on top of each other. */
export function useMarginNumbers(text: RefObject<HTMLElement | null>, claims: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other claims are other numbers
  useEffect(() => {
    const container = text.current
    if (!container) return
    // Only what is near the window is measured: of the rest, the browser does not know the lines yet.
    const near = new Set<Element>()
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(target)
          else near.delete(target)
        }
        setNumbers(entries.filter((one) => one.isIntersecting).map(({ target }) => target))
      },
      { root: container.parentElement, rootMargin: '100%' },
    )
    for (const part of container.querySelectorAll('.part')) sight.observe(part)
    const widths = new ResizeObserver(() => setNumbers([...near]))
    widths.observe(container)
    return () => {
      sight.disconnect()
      widths.disconnect()
    }
  }, [text, claims])
}

/** More numbers than this on a line are counted, not shown. */
const SHOWN = 4

function setNumbers(parts: readonly Element[]): void {
  const numbers = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('.margin-number')])
  const lines = new Map<number, HTMLElement[]>()
  for (const number of numbers) {
    const top = Math.round(topOf(number))
    const line = lines.get(top)
    if (line) line.push(number)
    else lines.set(top, [number])
  }
  for (const line of lines.values()) {
    for (const [index, number] of line.entries()) {
      const last = index === SHOWN - 1 && line.length > SHOWN
      set(number, 'beside', line.length > 1 && index < SHOWN ? '' : undefined)
      set(number, 'beyond', line.length > 1 && index >= SHOWN ? '' : undefined)
      set(number, 'more', last ? `+${line.length - SHOWN + 1}` : undefined)
      if (line.length === 1) continue
      number.style.setProperty('--row', String(index % 2))
      number.style.setProperty('--column', String(Math.floor(index / 2)))
    }
  }
}

/** Where a number's line begins in the window, wherever the number itself was moved to. */
function topOf(number: HTMLElement): number {
  return (number.parentElement ?? number).getClientRects()[0]?.top ?? 0
}

function set(number: HTMLElement, name: 'beside' | 'beyond' | 'more', value?: string): void {
  if (number.dataset[name] === value) return
  if (value === undefined) delete number.dataset[name]
  else number.dataset[name] = value
}

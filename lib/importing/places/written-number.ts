/** A list's number as the type of HTML §4.4.5 writes it: `1`, `a`, `A`, `i`, `I`; as a figure what has no such form. */
export function writtenNumber(number: number, type: string): string {
  const letters = /a/i.test(type) ? inLetters(number) : /i/i.test(type) ? inRoman(number) : null
  if (letters === null) return String(number)
  return type === type.toUpperCase() ? letters.toUpperCase() : letters
}

function inLetters(number: number): string | null {
  if (number < 1) return null
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  }
  return letters
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function inRoman(number: number): string | null {
  if (number < 1 || number > 3999) return null
  let rest = number
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return letters.repeat(times)
  }).join('')
}

import { Refusal } from '@/lib/domain/refusal'

/** How deep JSON may be nested. */
const DEEPEST = 64

/** Reads a text as JSON (RFC 8259). Refuses what is nested too deep or is no JSON, and says where. */
export function parseJson(text: string): unknown {
  refuseTooDeep(text)
  try {
    return JSON.parse(text)
  } catch (problem) {
    throw new Refusal('invalid', `This is not JSON${whereOf(problem, text)}.`)
  }
}

/** Looks at brackets alone, before anything is built of them. */
function refuseTooDeep(text: string): void {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth > DEEPEST) {
      throw new Refusal(
        'invalid',
        `This is nested deeper than ${DEEPEST} levels at ${lineAndColumn(text, index)}.`,
      )
    }
  }
}

function whereOf(problem: unknown, text: string): string {
  const said = /position (\d+)/.exec(String(problem))?.[1]
  const at = said === undefined ? null : Number(said)
  if (at !== null && at < text.trimEnd().length) return `, from ${lineAndColumn(text, at)} on`
  return at !== null || /end of (?:JSON|data)|Unterminated/i.test(String(problem))
    ? `: it breaks off at its end, ${lineAndColumn(text, text.length)}`
    : ''
}

/** Both counted from 1. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`
}

import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { FAILURES, type Failure } from './failures'
import { runLimited } from './limited-child'
import { PARSERS, type ParserArgs, type ParserKind, type ParserValue } from './parser-kinds'
import { inLine } from './waiting-line'

/** What a parser made of a file, or why nothing, with a sentence for whoever brought the file. */
export type Parsed<T> =
  | { ok: true; value: T; bytes: Uint8Array }
  | { ok: false; failure: Failure; sentence: string }

/** How long a parser may take, in milliseconds, and how much memory it may hold, in MiB. */
export interface Limits {
  timeoutMs?: number
  memoryMb?: number
}

/**
 * Reads a file that somebody brought, in a process of its own that is killed at its limits. Two run at a time; the
 * others wait, which does not count as their time. What comes back has been checked, and is no more to be trusted than
 * the file.
 */
export function parseForeign<K extends ParserKind>(
  kind: K,
  file: string,
  args: ParserArgs<K>,
  { timeoutMs = 10_000, memoryMb = 256 }: Limits = {},
): Promise<Parsed<ParserValue<K>>> {
  const { module } = PARSERS[kind]
  return inLine(async () => {
    const parser = path.join(process.cwd(), 'lib', 'evidence', 'parsing', 'parsers', module)
    const answer = await runLimited({ parser, file, args }, { timeoutMs, memoryMb })
    if (!answer.ok) return answer
    const checked = PARSERS[kind].value.safeParse(answer.value)
    if (!checked.success) return { ok: false, failure: 'crashed', sentence: FAILURES.crashed }
    return { ok: true, value: checked.data as ParserValue<K>, bytes: answer.bytes }
  })
}

/** The value and bytes of what was parsed. Refuses what was not, in its own words. */
export function parsedOrRefuse<T>(parsed: Parsed<T>): { value: T; bytes: Uint8Array } {
  if (parsed.ok) return parsed
  throw new Refusal('invalid', parsed.sentence, { file: parsed.sentence })
}

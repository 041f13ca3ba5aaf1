import { type Choices, LINE_KINDS, type Line, type LineKind, type OptionOf } from './line'

/** Keeps an import's account while it is being read, and says what was chosen for what is met. */
export class Ledger {
  readonly lines: Line[] = []
  #choices: Choices
  #numbers = new Map<LineKind, number>()

  constructor(choices: Choices = {}) {
    this.#choices = choices
  }

  /** What becomes of something that is met: what was chosen for it, else for its kind, else the usual. */
  choose<Kind extends LineKind>(kind: Kind, usual: OptionOf<Kind>): OptionOf<Kind> {
    const chosen = this.#choices[`${kind} ${this.#next(kind)}`] ?? this.#choices[kind]
    return isOption(kind, chosen) ? chosen : usual
  }

  /** Writes down the line that `choose` was asked about. What it neither took nor put it need not say; what it puts later is added to it. */
  write(
    kind: LineKind,
    option: string | null,
    line: { words: string; before?: string; took?: string; put?: string },
  ): Line {
    const number = this.#next(kind)
    this.#numbers.set(kind, number + 1)
    const { words, before = '', took = '', put = '' } = line
    const written = { kind, number, option, words, before: before.slice(-LONGEST_PLACE), took, put }
    this.lines.push(written)
    return written
  }

  #next(kind: LineKind): number {
    return this.#numbers.get(kind) ?? 0
  }
}

/** How much of the words before is kept, in UTF-16 units. */
const LONGEST_PLACE = 40

function isOption<Kind extends LineKind>(
  kind: Kind,
  option: string | undefined,
): option is OptionOf<Kind> {
  return option !== undefined && Object.hasOwn(LINE_KINDS[kind].options, option)
}

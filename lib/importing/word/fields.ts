interface Field {
  instruction: string
  isResult: boolean
  /** The link that its result is, once one has begun. */
  link: string | null
}

/**
 * The fields that are open (ECMA-376 §17.16): what stands between a field's begin and its separator is its code and no
 * text; what comes then, up to its end, is its result, which is.
 */
export class Fields {
  readonly #open: Field[] = []

  begin(): void {
    this.#open.push({ instruction: '', isResult: false, link: null })
  }

  instruct(words: string): void {
    const field = this.#open.at(-1)
    if (field && !field.isResult) field.instruction += words
  }

  /** The field whose result begins. */
  separate(): Field | undefined {
    const field = this.#open.at(-1)
    if (field) field.isResult = true
    return field
  }

  end(): Field | undefined {
    return this.#open.pop()
  }

  /** Whether what is read is a field's code. */
  get isCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult)
  }

  /** Whether what is read was made by the program as a list of what is in the document. */
  get isContents(): boolean {
    return this.#open.some(({ instruction }) => /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction))
  }
}

/** The address outside that a field's code leads to, if it is a link; null for one to a place in the document. */
export function addressIn(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(?!\\l)(?:"([^"]*)"|(\S+))/i.exec(instruction)
  return found?.[1] ?? found?.[2] ?? null
}

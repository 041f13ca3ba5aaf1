import { OutgoingRefusal } from './outgoing-refusal'

/** What a broken request is told as: by what ended it, or else by what Node says of the answer. */
export function toldAs(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return signal.reason
  if (error instanceof OutgoingRefusal) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new OutgoingRefusal(UNREADABLE.test(code) ? 'bad-answer' : 'dropped')
}

/** Of the parser of HTTP and the decoders; an input that only ends too soon was broken off. */
const UNREADABLE = /^HPE_(?!INVALID_EOF_STATE)|^Z_(?!BUF_ERROR)|^ERR_?(?:_|ZSTD|BROTLI|PADDING)/

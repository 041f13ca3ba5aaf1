import { Transform } from 'node:stream'

/** Passes on exactly so many bytes, and ends with this error where there are fewer or more. */
export function exactLength(bytes: number, otherwise: () => Error): Transform {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      done(left < 0 ? otherwise() : null, chunk)
    },
    flush(done) {
      done(left === 0 ? null : otherwise())
    },
  })
}

/** Ends in the way that it is told. */
export async function parse(_file: string, { how }: { how: string }) {
  if (how === 'exit') process.exit(3)
  if (how === 'abort') process.abort()
  if (how === 'throw') throw new TypeError('of no interest to a reader')
  if (how === 'flood') return { value: {}, bytes: Buffer.alloc(40 * 1024 * 1024) }
  return { value: { strange: true } }
}

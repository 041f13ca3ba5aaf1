/** Takes memory, of the kind that it is told, until somebody ends it. */
export async function parse(_file: string, { kind }: { kind: 'heap' | 'buffers' }) {
  const held: unknown[] = []
  for (;;) {
    held.push(
      kind === 'heap' ? new Array(100_000).fill(0).map(Math.random) : Buffer.alloc(4_000_000, 1),
    )
    await new Promise((resolve) => setTimeout(resolve, kind === 'heap' ? 0 : 5))
  }
}

/** A sentence in which quoted words, whichever way they run, do not turn what stands around them. */
export function Quoting({ children }: { children: string }) {
  return children.split(QUOTED).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name, and never change places
      <bdi key={index}>{piece}</bdi>
    ) : (
      piece
    ),
  )
}

const QUOTED = /(?<=“)([^“”]+)(?=”)/

import { escapeInvisible, WRITTEN_OUT } from '@/lib/domain/text/invisible-characters'

/** Quoted words with what is hidden in them written out, each code point kept from turning its surroundings. */
export function EscapedText({ children }: { children: string }) {
  const pieces = escapeInvisible(children).split(WRITTEN_OUT)
  if (pieces.length === 1) return children
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name, and never change places
      <bdi key={index} className="written-out">
        {piece}
      </bdi>
    ) : (
      piece
    ),
  )
}

import Link from 'next/link'
import { claimNumber } from '@/lib/domain/vocabulary'

/** How many characters of a sentence are shown before the rest is folded away. */
const SHOWN = 360

/** What happened, with the claim's number as the way to the claim. Very long ones are folded. */
export function Sentence({
  words,
  address,
  claim,
}: {
  words: string
  /** The article's page, for whoever sees it. */
  address: string | undefined
  claim: number | undefined
}) {
  const linked = (text: string) =>
    address && claim !== undefined ? <Linked text={text} address={address} claim={claim} /> : text
  if (words.length <= SHOWN) return linked(words)
  return (
    <details>
      <summary>{[...words].slice(0, SHOWN / 2).join('')}…</summary>
      <p>{linked(words)}</p>
    </details>
  )
}

function Linked({ text, address, claim }: { text: string; address: string; claim: number }) {
  const number = claimNumber(claim)
  const at = text.lastIndexOf(number)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <Link href={`${address}?claim=${claim}`}>{number}</Link>
      {text.slice(at + number.length)}
    </>
  )
}

import { claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { Quoting } from '../ui/quoted-text'

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
    address && claim !== undefined ? (
      <Linked text={text} address={address} claim={claim} />
    ) : (
      <Quoting>{text}</Quoting>
    )
  if (words.length <= SHOWN) return linked(words)
  return (
    <details>
      <summary>
        <Quoting>{`${[...words].slice(0, SHOWN / 2).join('')}…`}</Quoting>
      </summary>
      <p>{linked(words)}</p>
    </details>
  )
}

function Linked({ text, address, claim }: { text: string; address: string; claim: number }) {
  const number = claimNumber(claim)
  const at = text.lastIndexOf(number)
  if (at < 0) return <Quoting>{text}</Quoting>
  return (
    <>
      <Quoting>{text.slice(0, at)}</Quoting>
      <Link href={`${address}?claim=${claim}`}>{number}</Link>
      <Quoting>{text.slice(at + number.length)}</Quoting>
    </>
  )
}

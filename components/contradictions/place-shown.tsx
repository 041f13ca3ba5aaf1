import type { SaidPlace } from '@/lib/domain/contradictions/contradiction'
import { Link } from '../ui/links/link'

/** Words in their sentence, as a link to where they stand. */
export function PlaceShown({
  place: { start, end, words, sentence },
  name,
  href,
  language,
  isRight,
}: {
  place: SaidPlace
  name: string
  href: string
  language: string
  isRight: boolean
}) {
  const from = start - sentence.start
  return (
    <div className="contradiction-place">
      <p className="small">
        <Link href={href}>{name}</Link>
        {isRight && <span className="quiet"> · right</span>}
      </p>
      <blockquote lang={language} dir="auto">
        {sentence.words.slice(0, Math.max(0, from))}
        <mark>{words}</mark>
        {sentence.words.slice(from + end - start)}
      </blockquote>
    </div>
  )
}

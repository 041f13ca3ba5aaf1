import { Link } from '../ui/links/link'

/** Says, before a new text is saved, that the signature on the old one will fall; nothing where none holds. */
export function FallsNotice({
  article: { state },
  address,
}: {
  article: { state: string }
  /** Of the article's own page. */
  address: string
}) {
  if (state !== 'signed_off') return null
  return (
    <p className="falls-notice">
      This text is <Link href={`${address}/sign-off`}>signed off</Link>. A new one makes the
      signature fall, however little differs; only the claims that it touches are checked again.
    </p>
  )
}

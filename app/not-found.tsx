import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'

export default function NotFoundPage() {
  return (
    <CenteredPage>
      <h1>Nothing here</h1>
      <p>
        The link may be mistyped, what it led to may be gone, or it is not yours to see. Nothing was
        changed.
      </p>
      <Link className="button" href="/">
        To your newsroom
      </Link>
    </CenteredPage>
  )
}

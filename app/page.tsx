import { redirect } from 'next/navigation'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { findPerson } from '@/lib/auth/current-actor'
import { hasNewsroom } from '@/lib/db/newsroom/onboarding'

/** The way in: to set-up, to logging in, or to the newsroom; those who belong to several choose one. */
export default async function HomePage() {
  const person = await findPerson()
  if (!person) redirect((await hasNewsroom()) ? '/log-in' : '/set-up')

  const newsrooms = person.memberships.map(({ newsroom }) => newsroom)
  const [only, another] = newsrooms
  if (only && !another) redirect(`/${only.slug}`)

  return (
    <CenteredPage>
      <h1>{only ? 'Your newsrooms' : 'No newsroom'}</h1>
      {!only && (
        <p>
          You are logged in as {person.name}, but belong to no newsroom now. Ask an admin for an
          invitation.
        </p>
      )}
      <ul>
        {newsrooms.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/${slug}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </CenteredPage>
  )
}

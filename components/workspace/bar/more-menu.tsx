import type { Desk } from '@/lib/db/workspace/find-desk'
import { applying } from '../../discussion/apply-label'
import { KeepLinks } from '../../sources/keep-page'
import { Link } from '../../ui/links/link'
import { Menu } from '../../ui/menu'

/** The pages of the article that one goes to now and then; on a phone all of them. */
export function MoreMenu({ desk }: { desk: Desk }) {
  const { newsroom, article, may, talk, hasDocument } = desk
  const here = `/${newsroom}/articles/${article.slug}`
  const pages: [label: string, address: string, when?: boolean, phone?: boolean][] = [
    ['New revision', `${here}/revise`, may.revise, true],
    [applying(talk.accepted), `${here}/apply`, may.apply && talk.accepted > 0, true],
    ['Sign-off', `${here}/sign-off`, true, true],
    ['Report', `${here}/report`, true, true],
    ['Queries and suggestions', `${here}/queries`],
    ['Contradictions', `${here}/contradictions`],
    ['What the document says', `${here}/notes`, may.mark && hasDocument],
    ['Bring a sheet of checks', `${here}/bring-checks`, may.mark],
    ['Cited pages', `${here}/pages`],
    ['Corrections', `${here}/corrections`, desk.corrected !== null],
    ['History', `${here}/history`],
    ['Details and people', `${here}/details`, may.details],
  ]
  return (
    <Menu label={<span className="button small plain">More</span>}>
      <ul className="bare">
        {pages.map(
          ([label, address, when = true, phone = false]) =>
            when && (
              <li key={address} className={phone ? 'on-a-phone' : undefined}>
                <Link href={address}>{label}</Link>
              </li>
            ),
        )}
        {may.attach && (
          <li>
            <KeepLinks articleId={article.id} isInMenu />
          </li>
        )}
      </ul>
      {article.worry && (
        <p className="menu-note">
          <span className="quiet small">What the writer worries about</span>
          <br />
          {article.worry}
        </p>
      )}
    </Menu>
  )
}

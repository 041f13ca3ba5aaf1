import type { TokenShown } from '@/lib/db/newsroom/tokens'
import { API_SCOPES } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { TokenForm } from './token-form'
import { type TokenLine, TokenList } from './token-list'

const { administer: _, ...WITHOUT_ADMINISTERING } = API_SCOPES

/** A person's own tokens, and the way to make one. */
export function OwnTokens({
  me,
  tokens,
  manages,
}: {
  me: string
  tokens: TokenShown[]
  manages: boolean
}) {
  return (
    <section className="section" aria-labelledby="tokens">
      <h2 id="tokens" tabIndex={-1}>
        Tokens for programs
      </h2>
      <p>
        A token lets a program of yours do over the <Link href="/api/v1">API</Link> what you do
        here, and no more. What it does stands in the log as done by you.
      </p>
      <TokenList tokens={tokens.map((one) => lineOf(one))} none="You have none." />
      <TokenForm me={me} scopes={manages ? API_SCOPES : WITHOUT_ADMINISTERING} />
    </section>
  )
}

/** The tokens of the newsroom and of everybody in it, for an admin. */
export function NewsroomTokens({ me, tokens }: { me: string; tokens: TokenShown[] }) {
  return (
    <section className="section" aria-labelledby="tokens">
      <h2 id="tokens" tabIndex={-1}>
        Tokens for programs
      </h2>
      <p>
        A token of the newsroom acts over the <Link href="/api/v1">API</Link> in a name of its own.
        It sees every article and proposes; verdicts, closed queries, decisions and signatures stay
        with people.
      </p>
      <TokenList
        tokens={tokens.map((one) => ({ ...lineOf(one), of: whose(one) }))}
        none="Nobody has one, and the newsroom has none."
      />
      <TokenForm me={me} ofNewsroom scopes={WITHOUT_ADMINISTERING} />
    </section>
  )
}

const whose = ({ user }: TokenShown) => (user.isProgram ? 'of the newsroom' : `of ${user.name}`)

function lineOf({ id, name, scopes, ending, expiresAt, lastUsedAt }: TokenShown): TokenLine {
  return {
    ...{ id, name, scopes, ending, expiresAt: expiresAt.toISOString() },
    isOver: expiresAt.getTime() <= Date.now(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}

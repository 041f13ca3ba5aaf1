'use client'

import { revokeToken } from '@/lib/actions'
import { API_SCOPES, type ApiScope } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { Timestamp } from '../../ui/timestamp'

/** A token as its page shows it. */
export interface TokenLine {
  id: string
  name: string
  /** Whose it is; left out where the page is theirs. */
  of?: string
  scopes: readonly ApiScope[]
  ending: string
  expiresAt: string
  isOver: boolean
  lastUsedAt: string | null
}

/** Tokens with when they run out and were used, each with the way to end it. */
export function TokenList({ tokens, none }: { tokens: readonly TokenLine[]; none: string }) {
  if (tokens.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="bare ruled">
      {tokens.map(({ id, name, of, scopes, ending, expiresAt, isOver, lastUsedAt }) => (
        <li key={id}>
          <div>
            <bdi>{name}</bdi> <span className="quiet">{of}</span>
            <p className="quiet small">
              {scopes.map((scope) => API_SCOPES[scope]).join(', ')} · ends in{' '}
              <code className="mono">{ending}</code> · {isOver ? 'ran out' : 'until'}{' '}
              <Timestamp at={expiresAt} full /> ·{' '}
              {lastUsedAt ? (
                <>
                  last used <Timestamp at={lastUsedAt} />
                </>
              ) : (
                'never used'
              )}
            </p>
          </div>
          <ActionForm
            action={revokeToken}
            values={{ tokenId: id }}
            saved={`“${name}” opens nothing any more`}
            goOnAt="tokens"
            className="bare-form"
          >
            <SubmitButton className="button plain small" busy="Revoking…">
              Revoke<span className="visually-hidden"> {name}</span>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

'use client'

import { ruleFacts } from '@/lib/actions'
import type { FactOnFile } from '@/lib/db/ledger/facts'
import type { FactConflict } from '@/lib/domain/ledger/conflicts'
import { factInWords } from '@/lib/domain/ledger/facts'
import { ActionForm } from '../forms/action-form'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { EscapedText } from '../ui/escaped-text'
import { Link } from '../ui/links/link'

/** Facts that exclude each other, both kept until a person says which holds. */
export function FactConflicts({
  me,
  home,
  conflicts,
  mayRule,
}: {
  me: string
  home: string
  conflicts: readonly FactConflict<FactOnFile>[]
  mayRule: boolean
}) {
  if (conflicts.length === 0) return null
  return (
    <section className="fact-conflicts" aria-labelledby="fact-conflicts">
      <h2 id="fact-conflicts">
        {conflicts.length === 1
          ? 'Two facts exclude each other'
          : `${conflicts.length} pairs of facts exclude each other`}
      </h2>
      <ul className="bare">
        {conflicts.map(({ one, other, sentence }) => (
          <li key={`${one.id} ${other.id}`}>
            <p dir="auto">
              <Link href={`${home}/ledger/${one.id}`}>
                <EscapedText>{one.subject}</EscapedText>
              </Link>{' '}
              and{' '}
              <Link href={`${home}/ledger/${other.id}`}>
                <EscapedText>{other.subject}</EscapedText>
              </Link>
              . <EscapedText>{sentence}</EscapedText>
            </p>
            {mayRule && (
              <details>
                <summary>Say which holds</summary>
                <ActionForm
                  action={ruleFacts}
                  values={{
                    ...{ oneId: one.id, oneVersion: one.version },
                    ...{ otherId: other.id, otherVersion: other.version },
                  }}
                  draft={`${me}:rule:${one.id}:${other.id}`}
                  saved="Ruled"
                  label={`Which holds on ${one.subject}`}
                  className="form"
                >
                  <SelectField
                    name="holds"
                    label="Which holds"
                    options={[
                      ['', 'Choose'],
                      ['one', named(one)],
                      ['other', named(other)],
                      ['both', 'Both: they are of different things'],
                    ]}
                  />
                  <TextField name="reason" label="Why" dir="auto" />
                  <div className="actions">
                    <SubmitButton>Say so in my name</SubmitButton>
                  </div>
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const named = (fact: FactOnFile) =>
  `${fact.subject}${factInWords(fact) ? `: ${factInWords(fact)}` : ''}`.slice(0, 120)

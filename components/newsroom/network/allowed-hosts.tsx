'use client'

import { allowHost, forbidHost } from '@/lib/actions'
import type { AllowedHost } from '@/lib/db/captures/allowed-hosts'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'

/** The hosts of the house's own network that Stet may ask, and the way to name another. */
export function AllowedHosts({ me, hosts }: { me: string; hosts: AllowedHost[] }) {
  return (
    <section className="section" aria-labelledby="hosts">
      <h2 id="hosts" tabIndex={-1}>
        Hosts in your own network
      </h2>
      <p>
        When Stet keeps a page it goes to the public web alone. A host inside the house, such as an
        archive, is asked only if it is named here.
      </p>
      {hosts.length === 0 ? (
        <p className="quiet">None is allowed.</p>
      ) : (
        <ul className="bare ruled">
          {hosts.map(({ id, host, port }) => (
            <li key={id}>
              <span>
                {host} <span className="quiet">{port ? `port ${port}` : 'ports 80 and 443'}</span>
              </span>
              <ActionForm
                action={forbidHost}
                values={{ hostId: id }}
                saved={`${host} is not asked any more`}
                goOnAt="hosts"
                className="bare-form"
              >
                <SubmitButton className="button plain small" busy="Removing…">
                  Remove<span className="visually-hidden"> {host}</span>
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        action={allowHost}
        draft={`${me}:host`}
        saved="The host is allowed"
        label="Allow a host"
        className="form settings-form"
      >
        <TextField
          name="host"
          label="Host"
          hint="Its name or address, without http:// and without a path."
          autoComplete="off"
        />
        <TextField
          name="port"
          label="Port"
          hint="Leave it empty for 80 and 443."
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="actions">
          <SubmitButton>Allow the host</SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}

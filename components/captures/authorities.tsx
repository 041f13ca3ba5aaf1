import type { StampAuthority } from '@/lib/db/captures/authorities'
import { AddAuthority, DateEveryCapture, RemoveAuthority } from './authority-forms'

/** The authorities that date captures, and whether each capture is dated. */
export function Authorities({
  authorities,
  isDating,
}: {
  authorities: StampAuthority[]
  isDating: boolean
}) {
  return (
    <section className="section authorities" aria-labelledby="authorities">
      <h2 id="authorities">Time stamps</h2>
      <p className="quiet">
        An authority outside the newsroom signs that a kept file existed at a time (RFC 3161). It is
        sent the file’s hash and nothing else.
      </p>
      {authorities.length === 0 ? (
        <p className="quiet">No authority is named yet, so nothing can be dated.</p>
      ) : (
        <>
          <ul className="bare ruled">
            {authorities.map(({ id, name, address, certificates }) => (
              <li key={id}>
                <div>
                  <bdi className="authority-name">{name}</bdi>
                  <p className="quiet small">
                    <bdi className="authority-address">{address}</bdi>
                    {certificates
                      ? ', believed by its certificates'
                      : ', believed whoever signs: give its certificates to be sure'}
                  </p>
                </div>
                <RemoveAuthority authorityId={id} name={name} />
              </li>
            ))}
          </ul>
          <DateEveryCapture isDating={isDating} />
        </>
      )}
      <AddAuthority />
    </section>
  )
}

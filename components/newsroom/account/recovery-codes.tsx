'use client'

import { toast } from '../../ui/toast'

/** Recovery codes, shown once: to be copied or printed now. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  async function copy() {
    const copied = await navigator.clipboard.writeText(codes.join('\n')).then(
      () => true,
      () => false,
    )
    toast(copied ? 'Copied' : 'The browser did not copy them. Copy them by hand, or print them.')
  }

  return (
    <section className="recovery-codes" aria-label="Recovery codes">
      <p>
        <strong>These codes are shown only here and now.</strong> Each opens once, instead of a code
        of the app, when your phone is not at hand. Keep them on paper or with your passwords, not
        on the phone.
      </p>
      <ol className="bare mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="button" onClick={copy}>
          Copy
        </button>
        <button type="button" className="button" onClick={() => print()}>
          Print
        </button>
      </div>
    </section>
  )
}

/** The recovery codes that a command answered with. */
export function codesIn(output: unknown): string[] {
  if (typeof output !== 'object' || output === null || !('codes' in output)) return []
  return Array.isArray(output.codes) ? output.codes.map(String) : []
}

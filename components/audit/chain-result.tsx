import type { ChainCheck } from '@/lib/domain/audit/hash-chain'

/** What came of verifying the log, in words. */
export function ChainVerdict({ check }: { check: ChainCheck }) {
  if (!check.whole) {
    return (
      <div role="alert" className="chain-verdict broken">
        <p>
          <b>The log is broken at entry {check.brokenAt}.</b> {check.why}
        </p>
        <p className="quiet">
          Every entry before it holds; nothing from there on can be relied on. Keep a copy of the
          database as it is now, and compare it with a backup.
        </p>
      </div>
    )
  }
  return (
    <div role="status" className="chain-verdict">
      <p>
        <b>The log is whole.</b>{' '}
        {check.entries === 1 ? 'Its one entry is' : `All ${check.entries} entries are`} as they were
        sealed, and none is missing.
      </p>
      <p className="quiet">
        It ends with <code>{check.head}</code>. Write this hash down somewhere else, and nobody can
        change what stands before it unnoticed.
      </p>
    </div>
  )
}

import type { Desk } from './types'

/** The keys that are useful right now. */
export function KeyStrip({
  open,
  choosing,
  may,
}: {
  open: boolean
  choosing: boolean
  may: Desk['may']
}) {
  const keys: [key: string, does: string, when: boolean][] = [
    ['j', 'next claim', true],
    ['k', 'claim before', true],
    ['t', 'choose words with the arrow keys', may.mark && !choosing],
    ['c', 'make claim', may.mark && choosing],
    ['o', 'opinion', may.mark && choosing],
    ['x', 'nothing to check', may.mark && choosing],
    ['n', 'next gap', true],
    ['e', 'attach source', may.attach && open],
    ['v', 'give verdict', may.rate && open],
    ['/', 'filter', !open],
    ['?', 'all keys', true],
  ]
  return (
    <footer className="key-strip" aria-hidden="true">
      {keys.map(
        ([key, does, when]) =>
          when && (
            <span key={key}>
              <kbd>{key}</kbd> {does}
            </span>
          ),
      )}
    </footer>
  )
}

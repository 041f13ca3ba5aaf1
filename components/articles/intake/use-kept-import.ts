import { useCallback, useMemo, useState } from 'react'
import { useStored } from '../../browser/use-stored'
import { type Imported, importOf, type KeptImport, keptImport } from './imported'

/**
 * What was brought in last, kept in this browser under a name over a reload. While its page stands it is held whole, with
 * a source that is too long to be kept.
 */
export function useKeptImport(
  name: string,
): [imported: Imported | null, hold: (next: Imported | null) => void] {
  const [kept, keep] = useStored<KeptImport>(name)
  const [fresh, setFresh] = useState<Imported | null>(null)
  const imported = useMemo(
    () => (fresh && fresh.key === kept?.key ? fresh : kept && importOf(kept)),
    [fresh, kept],
  )
  const hold = useCallback(
    (next: Imported | null) => {
      setFresh(next)
      keep(next && keptImport(next))
    },
    [keep],
  )
  return [imported, hold]
}

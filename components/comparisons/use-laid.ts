import { useDeferredValue, useMemo } from 'react'
import { Refusal } from '@/lib/domain/refusal'

/** What comes of laying words beside others, once nobody is typing; or why nothing does, in a sentence. */
export function useLaid<Texts extends object, Laid>(
  texts: Texts,
  lay: (texts: Texts) => Laid,
): { laid: Laid | null; why: string } {
  const key = useDeferredValue(JSON.stringify(texts))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way of laying them is the same each time
  return useMemo(() => {
    try {
      return { laid: lay(JSON.parse(key)), why: '' }
    } catch (error) {
      if (error instanceof Refusal) return { laid: null, why: error.message }
      throw error
    }
  }, [key])
}

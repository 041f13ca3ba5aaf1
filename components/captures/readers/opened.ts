import type { Passage } from '@/lib/domain/captures/passage'
import type { TextPart } from '@/lib/domain/captures/text-part'
import type { View } from '@/lib/domain/captures/view'
import type { Span } from '@/lib/domain/text/blocks'

/** A file of a capture as it is opened, with the passage that is shown in it. */
export type Opened =
  | { view: 'text'; part: TextPart; hasOwnLines: boolean; place: Span | null; language: string }
  | {
      view: Exclude<View, 'text'>
      address: string
      name: string
      bytes: number
      role: 'original' | 'screenshot'
      passage: Passage | null
      language: string
    }

/** The id of the sentence that says what the passage is. */
export const PASSAGE_NOTE = 'passage-note'

import type { Comment } from '../../notes/document-notes'
import { childrenOf, elementsBelow, wordsOf, type XmlElement } from '../markup/xml'

/** The comments of a document by their ids, with what answers what and what is done (MS-DOCX §2.5.1, `commentsExtended`). */
export function readComments(root: XmlElement, extended: XmlElement | null): Map<string, Comment> {
  const comments = childrenOf(root, 'w:comment')
  const byParagraph = new Map(
    comments.flatMap((comment) =>
      childrenOf(comment, 'w:p').map(
        (paragraph) =>
          [
            paragraph.attributes.get('w14:paraId') ?? '',
            comment.attributes.get('w:id') ?? '',
          ] as const,
      ),
    ),
  )
  const extras = new Map(
    (extended ? childrenOf(extended, 'w15:commentEx') : []).flatMap(({ attributes }) => {
      const id = byParagraph.get(attributes.get('w15:paraId') ?? '')
      const answers = byParagraph.get(attributes.get('w15:paraIdParent') ?? 'none') ?? null
      return id === undefined
        ? []
        : [
            [
              id,
              { answers, resolved: /^(?:1|true|on)$/.test(attributes.get('w15:done') ?? '') },
            ] as const,
          ]
    }),
  )
  return new Map(
    comments.map((comment) => {
      const id = comment.attributes.get('w:id') ?? ''
      const { answers = null, resolved = false } = extras.get(id) ?? {}
      return [
        id,
        {
          ...{ id, answers, resolved },
          author: (comment.attributes.get('w:author') ?? '').trim(),
          at: comment.attributes.get('w:date') ?? '',
          text: paragraphsIn(comment),
        },
      ]
    }),
  )
}

/** The words of a note or comment, a line a paragraph; what was deleted in it is left out. */
export function paragraphsIn(part: XmlElement): string {
  const shown = ({ name }: XmlElement) =>
    name !== 'mc:Fallback' && name !== 'w:del' && name !== 'w:moveFrom'
  let text = ''
  for (const one of elementsBelow(part, shown)) {
    if (one.name === 'w:p' && text !== '') text += '\n'
    else if (one.name === 'w:t') text += wordsOf(one)
    else if (one.name === 'w:br' || one.name === 'w:cr') text += '\n'
    else if (one.name === 'w:tab') text += ' '
    else if (one.name === 'w:noBreakHyphen') text += '\u2011'
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Block } from '@/lib/domain/text/blocks'
import { BLOCKS } from './text'

/** What a draft has on words of the article: a note after them, comments on them, or other words put in, as a tracked change. */
interface Mark {
  words: string
  note?: string
  comments?: { author: string; text: string }[]
  change?: { author: string; after: string }
}

const MARKS: Mark[] = [
  {
    words: 'full payment was received',
    note: 'Russia waiting for Turkey’s decision on second S-400 deal, TASS, 7 December 2020, paragraph 2, https://tass.com/',
  },
  {
    words: 'the first NATO country to buy the system',
    comments: [
      { author: 'Ines Marek', text: 'Greece has the older S-300. Does it not count?' },
      { author: 'Lena Brandt', text: 'That came by way of Cyprus. “The system” is the S-400.' },
    ],
  },
  {
    words: 'renders its continued involvement with the F-35 impossible',
    note: 'Statement by the Press Secretary, The White House, 17 July 2019, first paragraph, https://trumpwhitehouse.archives.gov/',
  },
  {
    words: 'none had been announced when this article was written',
    comments: [
      { author: 'Tom Okafor', text: 'This may not hold until we print. Look again on the day.' },
    ],
  },
  {
    words: 'a range of 400 km',
    change: { author: 'Lena Brandt', after: 'a range of up to 400 km' },
  },
  {
    words: 'an altitude of 35 km',
    note: 'TASS, 7 December 2020, last paragraph. The same report; nothing else on file has the figure.',
  },
]

const WHEN = new Date('2020-12-08T09:00:00Z')

/**
 * The demonstration's article as its writer has it a day later, in Word: three footnotes, two comments of which one is
 * answered, and a tracked change. Whoever tries the demonstration brings it in.
 */
export function draftInWord(): Promise<Buffer> {
  const draft = new Draft()
  const children = BLOCKS.map((block) => draft.paragraph(block))
  const file = new Document({
    title: BLOCKS[0]?.text,
    creator: 'Lena Brandt',
    footnotes: Object.fromEntries(
      draft.notes.map((note, at) => [at + 1, { children: [new Paragraph(note)] }]),
    ),
    comments: { children: draft.comments },
    styles: {
      paragraphStyles: [
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal' },
        { id: 'Caption', name: 'caption', basedOn: 'Normal' },
      ],
    },
    sections: [{ children }],
  })
  return Packer.toBuffer(file)
}

class Draft {
  readonly notes: string[] = []
  readonly comments: {
    id: number
    author: string
    date: Date
    parentId?: number
    children: Paragraph[]
  }[] = []
  #changes = 0

  paragraph({ kind, text }: Block): Paragraph {
    const children: ParagraphChild[] = []
    let rest = text
    for (const mark of MARKS) {
      const at = rest.indexOf(mark.words)
      if (at === -1) continue
      children.push(new TextRun(rest.slice(0, at)), ...this.#marked(mark))
      rest = rest.slice(at + mark.words.length)
    }
    return new Paragraph({ ...styleOf(kind), children: [...children, new TextRun(rest)] })
  }

  #marked({ words, note, comments = [], change }: Mark): ParagraphChild[] {
    if (change) {
      const id = 900 + this.#changes++
      const by = { author: change.author, date: WHEN.toISOString() }
      return [
        new DeletedTextRun({ text: words, id, ...by }),
        new InsertedTextRun({ text: change.after, id: id + 50, ...by }),
      ]
    }
    const ids = comments.map((comment, at) =>
      this.#comment(comment, at === 0 ? null : this.comments.length - at),
    )
    return [
      ...ids.map((id) => new CommentRangeStart(id)),
      new TextRun(words),
      ...ids.map((id) => new CommentRangeEnd(id)),
      ...ids.map((id) => new TextRun({ children: [new CommentReference(id)] })),
      ...(note ? [new FootnoteReferenceRun(this.notes.push(note))] : []),
    ]
  }

  #comment({ author, text }: { author: string; text: string }, parentId: number | null): number {
    const id = this.comments.length
    const parent = parentId === null ? {} : { parentId }
    this.comments.push({ id, author, date: WHEN, ...parent, children: [new Paragraph(text)] })
    return id
  }
}

function styleOf(kind: Block['kind']) {
  if (kind === 'headline') return { heading: HeadingLevel.TITLE }
  if (kind === 'subhead') return { heading: HeadingLevel.HEADING_2 }
  if (kind === 'dek') return { style: 'Subtitle' }
  return kind === 'caption' ? { style: 'Caption' } : {}
}

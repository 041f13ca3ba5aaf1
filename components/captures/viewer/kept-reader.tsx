import type { Passage } from '@/lib/domain/captures/passage'
import type { Choice } from '../readers/chosen-passage'
import { DocumentReader } from '../readers/document/document-reader'
import { type Opened, PASSAGE_NOTE } from '../readers/opened'
import { PictureReader } from '../readers/picture-reader'
import { RecordingReader } from '../readers/recording-reader'
import { TextReader } from '../readers/text-reader'

/** Reads or plays a kept file by its kind. */
export function KeptReader({
  opened,
  used,
  onChoose,
}: {
  opened: Opened
  /** The passage that was taken, which is shown in the place of the one before. */
  used: Passage | null
  onChoose: (choice: Choice) => void
}) {
  const shared = { note: PASSAGE_NOTE, onChoose }
  switch (opened.view) {
    case 'text':
      return <TextReader {...opened} {...shared} used={used?.kind === 'text' ? used : null} />
    case 'document':
      return <DocumentReader {...opened} {...shared} passage={used ?? opened.passage} />
    case 'picture':
      return <PictureReader {...opened} {...shared} />
    case 'recording':
    case 'film':
      return <RecordingReader {...opened} {...shared} isFilm={opened.view === 'film'} />
  }
}

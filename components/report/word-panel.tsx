import {
  DOCUMENT_READERS,
  type DocumentReader,
  READERS_FIND,
} from '@/lib/domain/report/document-wishes'

/** Hands the article over as a Word document with the check on its words; what goes in is chosen here. Needs no script. */
export function WordPanel({ path }: { path: string }) {
  return (
    <section className="word-panel" aria-labelledby="word-panel">
      <h2 id="word-panel">The article in Word</h2>
      <p className="small">
        With the check on its very words: as comments by those who made them, and suggestions as
        tracked changes. It is the document that the text was read from, with all in it as it was,
        or a new one where the text was written or changed here.
      </p>
      <form className="form" action={`${path}/word`} method="get">
        <fieldset className="field">
          <legend>What goes in</legend>
          <div className="choices">
            {Object.entries(PARTS).map(([name, label]) => (
              <label key={name}>
                <input type="checkbox" name={name} defaultChecked />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="field">
          <legend>Who reads it</legend>
          <div className="choices stacked">
            {READERS.map(([reader, label]) => (
              <div key={reader} className="word-reader">
                <label>
                  <input
                    type="radio"
                    name="reader"
                    value={reader}
                    defaultChecked={reader === 'writer'}
                    aria-describedby={`reader-${reader}`}
                  />
                  {label}
                </label>
                <span className="hint" id={`reader-${reader}`}>
                  {READERS_FIND[reader]}
                </span>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="actions">
          <button type="submit" className="button">
            Get Word document
          </button>
        </div>
      </form>
    </section>
  )
}

const READERS = Object.entries(DOCUMENT_READERS) as [DocumentReader, string][]

const PARTS = { claims: 'Claims', queries: 'Queries', suggestions: 'Suggestions' }

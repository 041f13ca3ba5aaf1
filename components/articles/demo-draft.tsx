/** In the demonstration: the article as its writer has it in Word a day later, to be brought in. */
export function DemoDraft({ path }: { path: string }) {
  return (
    <p className="demo-draft small quiet">
      To try with:{' '}
      <a href={`${path}/demo-draft`} download>
        the S-400 article as a Word draft
      </a>
      , a day later, with three footnotes, two comments and a tracked change. Open that article,
      choose New revision, and open the file there; what it says beside its text is then proposed on
      the words.
    </p>
  )
}

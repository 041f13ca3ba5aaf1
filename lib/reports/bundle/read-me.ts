/** What a person reads first who was handed a bundle; `notes` is what is particular to this one, a paragraph each. */
export function readMe(generatedAt: string, notes: readonly string[]): string {
  const own = notes.map((note) => `${wrapped(note)}\n`).join('\n')
  return `EVIDENCE BUNDLE, made by Stet on ${generatedAt}

${own && `${own}\n`}WHAT IS IN IT

data/report.html, .pdf, .docx, .json   the fact-check report: which words were checked, by whom, and what was found
data/claims.xlsx                   the claims as a sheet that can be filtered
data/article.txt                   the text that was checked, to the letter
data/claims.json, evidence.json    the same in a form that programs read: each claim, and what bears on it
data/captures                      what was seen of each source, in folders that are named by their hash (SHA-256)
data/time-stamps                   what outside authorities say about when a file was there (RFC 3161), named likewise
data/log.jsonl                     the newsroom's log: who did what and when, each entry chained to the one before it
data/checkpoints.txt               where that log ended at earlier times, signed, for example when a text was signed off

Captures are kept as they came, so open those of strangers with the same care as an attachment to a letter.

HOW TO VERIFY IT, WITHOUT STET

Open verify.html in a browser and choose this folder or the ZIP file, or run

    node verify.mjs

Neither loads or sends anything. Both read every file, and say what holds and what does not. They stand in the bundle
themselves: if you do not trust it, take them from a Stet of your own. Compare the fingerprint of the key that they
name with one that you have from elsewhere, from a report on paper or from the newsroom itself.

The bundle is a bag as RFC 8493 describes it. "sha256sum -c manifest-sha256.txt" checks its files too.

WHAT IT PROVES, AND WHAT NOT

- That nothing in it was altered, taken out or put in since the newsroom's Stet signed it. Whoever holds that key could
  make another bundle; time stamps and checkpoints that were kept elsewhere are what speaks against that.
- That the log is one chain: no entry was changed, removed or put between others before the checkpoints.
- With a time stamp: that the file existed at that time. The authority's certificates are the newsroom's to give.
- Not that a source tells the truth, nor that a page showed everybody else the same.
`
}

/** In lines that a plain text editor shows without scrolling. */
function wrapped(note: string): string {
  const lines = ['']
  for (const word of note.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line && line.length + word.length >= WIDTH) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}

const WIDTH = 118

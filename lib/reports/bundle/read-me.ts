/** What a person reads first who was handed a bundle. */
export function readMe(generatedAt: string): string {
  return `This is an evidence bundle, made by Stet on ${generatedAt}.

data/report.html, .pdf and .json   the fact-check report
data/article.txt                   the text that was checked
data/claims.json, evidence.json    what was claimed, and what bears on it
data/captures                      what was seen, each in a folder named by its SHA-256
data/time-stamps                   what outside authorities say about when (RFC 3161), named likewise
data/log.jsonl                     the newsroom's log, each entry chained to the one before it
data/checkpoints.txt               where the log ended at earlier times, signed

To verify it without Stet, open verify.html in a browser and choose this folder or the ZIP file, or run

    node verify.mjs

Neither loads or sends anything. Both read every file, and say what holds and what does not. They stand in the bundle
themselves: if you do not trust it, take them from a Stet of your own. Compare the fingerprint of the key that they
name with one that you have from elsewhere, from a report on paper or from the newsroom itself.

The bundle is a bag as RFC 8493 describes it. "sha256sum -c manifest-sha256.txt" checks its files too.
`
}

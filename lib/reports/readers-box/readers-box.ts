import { z } from 'zod'
import {
  checkedInWords,
  inKinds,
  type ReadersBox,
  readersBoxSchema,
} from '@/lib/domain/report/readers-box'
import { dayInFull } from '@/lib/domain/times/moments'
import { html, type Markup } from '../html/escape'
import { inline } from '../html/words'
import { words } from '../view/printed-words'

/** A reader's box as JSON, without whatever its schema does not name. */
export function readersBoxJson(box: ReadersBox, signedAt: string): string {
  return `${JSON.stringify(signedBoxSchema.parse({ ...box, signedAt }), null, 2)}\n`
}

const signedBoxSchema = readersBoxSchema.extend({
  signedAt: z.iso.datetime().describe('When an editor signed for it'),
})

/** The JSON Schema (draft 2020-12) of what is published, closed: a property that it does not name is an error. */
export function readersBoxJsonSchema(): object {
  return { ...z.toJSONSchema(signedBoxSchema), $id: 'stet-readers-box-1' }
}

/** The same as a piece of HTML for the page of the article: no script, no style, no address, no id that could stand there already. */
export function readersBoxHtml(box: ReadersBox, signedAt: string, timeZone: string): string {
  const { claims, sources, corrections, language } = box
  return html`<aside class="how-we-know" lang="en" dir="ltr">
<h2>How we know</h2>
<p>${inline(words(checkedInWords(box)))}</p>
<ul>
${claims.map((claim) => claimMarkup(claim, language))}</ul>
${sources.length > 0 && html`<p>What this rests on: ${inKinds(sources)}.</p>\n`}${
  corrections.length > 0 &&
  html`<h3>Corrections</h3>
<ul>
${corrections.map(
  ({ notice, at }) =>
    html`<li><time datetime="${at}">${dayInFull(new Date(at), timeZone)}</time>: <span lang="${language}" dir="auto">${inline(words(notice))}</span></li>\n`,
)}</ul>
`
}<p>Signed for by the editors of ${inline(words(box.newsroom))} on <time datetime="${signedAt}">${dayInFull(new Date(signedAt), timeZone)}</time>.</p>
</aside>
`.toString()
}

function claimMarkup(
  { words: printed, said, found, sources }: ReadersBox['claims'][number],
  language: string,
): Markup {
  return html`<li><q lang="${language}" dir="auto">${inline(words(printed))}</q>: ${said && 'These words were said. '}${found}.${
    sources.length > 0 && html` Checked against: ${inKinds(sources)}.`
  }</li>
`
}

import type { Page } from '@playwright/test'

export const HEADLINE = 'First S-400 order for Turkey is complete, head of Rostec says'

export const PAYMENT = 'full payment was received'
export const RANGE = 'a range of 400 km'
export const US_STATEMENT = 'renders its continued involvement with the F-35 impossible'

const DEK = 'A second contract waits for a word from Ankara'
const SAID =
  'Sergei Chemezov said that the first contract had been carried out in full, every component had been delivered, and full payment was received.'
const OBJECTED =
  'In a statement of July 17, 2019, the White House press secretary said that the choice “renders its continued involvement with the F-35 impossible”.'
const REACHES = 'It can hit targets at a range of 400 km and an altitude of 35 km.'
const UNKNOWN = ['The price that was paid.', 'The number of systems that were delivered.']

/** The article as a web page or a word processor puts it on the clipboard. */
export const RICH_TEXT = `<meta charset="utf-8">
<h1>${HEADLINE}</h1>
<p class="standfirst">${DEK}</p>
<p><b>${SAID.slice(0, 15)}</b>${SAID.slice(15)}</p>
<h2>Objections from the allies</h2>
<p>${OBJECTED.replace('a statement', '<a href="https://example.org/statement">a statement</a>')}</p>
<blockquote>The customer is a member of NATO.</blockquote>
<h2>What the system does</h2>
<figure><img alt="" src="data:,"><figcaption>The S-400 Triumf, an air-defence system</figcaption></figure>
<p>${REACHES}</p>
<ul>${UNKNOWN.map((item) => `<li>${item}</li>`).join('')}</ul>
<script>document.title = 'not a word of it'</script>`

export const PLAIN_TEXT = [HEADLINE, SAID, OBJECTED, REACHES, ...UNKNOWN].join('\n\n')

export const MARKDOWN = `# ${HEADLINE}

${SAID}

## Objections from the allies

${OBJECTED.replace('a statement', '[a statement](https://example.org/statement)')}

> The customer is a member of NATO.

${REACHES}

${UNKNOWN.map((item) => `- ${item}`).join('\n')}
`

/** Copies as another program would, and pastes with the keys. */
export async function pasteInto(page: Page, { html, text }: { html?: string; text: string }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    async ({ html, text }) => {
      const kinds = { 'text/plain': text, ...(html && { 'text/html': html }) }
      await navigator.clipboard.write([new ClipboardItem(kinds)])
    },
    { html, text },
  )
  await page.getByLabel('Text of the article').focus()
  await page.keyboard.press('Control+V')
}

/** The text as its preview shows it: what each block is, and its words. */
export function blocksOf(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: 'Preview of the text' })
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => {
        const kind = item.querySelector('select')?.selectedOptions[0]?.textContent
        return `${kind}: ${item.querySelector('p')?.textContent}`
      }),
    )
}

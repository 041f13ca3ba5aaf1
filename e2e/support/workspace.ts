import { expect, type Locator, type Page } from '@playwright/test'

/** The article's words, where claims are chosen. */
export const textOf = (page: Page) => page.getByRole('group', { name: /^Text of the article/ })

/** The list of claims and, below it, the one that is open. */
export const panelOf = (page: Page) => page.getByRole('region', { name: 'Claims' })

/** The claim that is open, by its number: C-001. */
export const claimOf = (page: Page, number: string) => page.getByRole('article', { name: number })

/** Goes to an article and waits until it listens, to keys as well as to colleagues: a page answers the eye sooner. */
export async function goToArticle(page: Page, address: string): Promise<void> {
  const listening = page.waitForRequest(/\/live\?/)
  await page.goto(address)
  await listening
}

/** The line of a claim in the list. */
export const rowOf = (page: Page, words: string | RegExp) =>
  panelOf(page).getByRole('list').first().getByRole('link', { name: words })

export const newClaim = (page: Page) => page.getByRole('form', { name: 'New claim' })

/** What was said for a moment at the edge of the page. */
export const toast = (page: Page) => page.getByRole('status')

/** Chooses words with the mouse, from their first character to their last. */
export async function dragOver(page: Page, first: string, last = first): Promise<void> {
  await expect(textOf(page)).toBeVisible()
  const from = await edgeOf(textOf(page), first, 'start')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const to = await edgeOf(textOf(page), last, 'end')
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Clicks on the first character of words in the text, or taps it. */
export async function clickOn(page: Page, words: string, by: 'mouse' | 'touch' = 'mouse') {
  const { x, y } = await edgeOf(textOf(page), words, 'start')
  if (by === 'mouse') await page.mouse.click(x, y)
  else await page.touchscreen.tap(x, y)
}

/** Chooses the word that these words begin with. */
export async function doubleClickOn(page: Page, words: string): Promise<void> {
  const { x, y } = await edgeOf(textOf(page), words, 'start')
  await page.mouse.dblclick(x, y)
}

/** Chooses words with the keys alone: by sentence, by word, and growing to the last one. */
export async function chooseByKeys(page: Page, words: string): Promise<void> {
  await expect(textOf(page)).toBeFocused()
  const first = words.split(' ')[0] ?? ''
  await pressUntil(page, 'ArrowDown', (chosen) => chosen.includes(words))
  await page.keyboard.press('ArrowRight')
  await pressUntil(page, 'ArrowLeft', (chosen) => chosen === first)
  await pressUntil(page, 'Shift+ArrowRight', (chosen) => chosen === words)
}

/** Presses a key until what is chosen is as it should be. */
export async function pressUntil(page: Page, key: string, isThere: (chosen: string) => boolean) {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press(key)
    if (isThere(await chosenWords(page))) return
  }
  throw new Error(`${key} did not come to these words`)
}

/** What the browser holds as chosen, as a person would copy it. */
export const chosenWords = (page: Page) => page.evaluate(() => String(document.getSelection()))

/** Goes on with the Tab key, as somebody without a mouse does, until this has the focus. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** The point in the window where words begin or end in the text. */
function edgeOf(text: Locator, words: string, side: 'start' | 'end') {
  return text.evaluate(
    (element, { words, side }) => {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const pieces: { node: Node; start: number }[] = []
      let all = ''
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        pieces.push({ node, start: all.length })
        all += node.textContent ?? ''
      }
      const at = all.indexOf(words)
      if (at < 0) throw new Error(`the text does not say “${words}”`)
      // The character at that edge, whole however many units it has.
      const characters = [...new Intl.Segmenter().segment(words)]
      const character = side === 'start' ? characters[0] : characters.at(-1)
      const from = at + (character?.index ?? 0)
      const piece = pieces.findLast(({ start }) => start <= from)
      if (!piece || !character) throw new Error('there are no words here')
      const range = document.createRange()
      range.setStart(piece.node, from - piece.start)
      range.setEnd(piece.node, from - piece.start + character.segment.length)
      if (side === 'start') piece.node.parentElement?.scrollIntoView({ block: 'center' })
      const box = range.getBoundingClientRect()
      // Digits run from the left in every script.
      const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character.segment)
      const inside = Math.min(1, box.width / 4)
      const left = (side === 'start') !== rightToLeft
      return { x: left ? box.left + inside : box.right - inside, y: box.top + box.height / 2 }
    },
    { words, side },
  )
}

interface Evidence {
  /** One that is on file, as the list names it, or what is filled in about a new one. */
  source: string | { title: string; kind: string; publisher?: string; date?: string }
  stance: 'Supports' | 'Contradicts' | 'Limits' | 'Context'
  directness: 'Primary' | 'Secondary' | 'Tertiary'
  aspect?: 'Said' | 'So' | 'Both'
  locator: string
  excerpt?: string
}

/** Attaches a source to the open claim, and waits until it stands there. */
export async function attach(claim: Locator, evidence: Evidence): Promise<void> {
  await claim.getByRole('button', { name: 'Attach source' }).click()
  const form = claim.getByRole('form', { name: 'Attach a source' })
  await fillEvidence(form, evidence)
  await form.getByRole('button', { name: 'Attach source' }).click()
  await expect(form).toBeHidden()
}

export async function fillEvidence(form: Locator, evidence: Evidence): Promise<void> {
  const { source, stance, directness, aspect, locator, excerpt } = evidence
  const list = form.getByRole('combobox', { name: 'Source' })
  if (typeof source === 'string') {
    await list.selectOption(source)
  } else {
    await form.getByLabel('Find a source').fill(source.title)
    await form.getByLabel('Find a source').press('Enter')
    await expect(list).toHaveValue('new')
    await expect(form.getByLabel('Title')).toHaveValue(source.title)
    await form.getByLabel('Kind').selectOption(source.kind)
    await form.getByLabel('Publisher').fill(source.publisher ?? '')
    await form.getByLabel('Date').fill(source.date ?? '')
  }
  await form.getByRole('radio', { name: stance }).check()
  await form.getByRole('radio', { name: directness }).check()
  if (aspect) await form.getByRole('radio', { name: aspect, exact: true }).check()
  await form.getByLabel('Where in it').fill(locator)
  if (excerpt) await form.getByLabel('Excerpt').fill(excerpt)
}

/** The form in which the open claim is given its verdict, on one aspect if it has two. */
export const verdictForm = (claim: Locator, aspect: 'said' | 'so' | null) =>
  claim.getByRole('form', { name: aspect ? `Verdict on “${aspect}”` : 'Verdict', exact: true })

export async function openVerdictForm(claim: Locator, aspect: 'said' | 'so' | null = null) {
  const on = aspect ? ` on “${aspect}”` : ''
  await claim.getByRole('button', { name: new RegExp(`^Give (another )?verdict${on}$`) }).click()
  const form = verdictForm(claim, aspect)
  await expect(form).toBeVisible()
  return form
}

/** Gives the open claim a verdict, with what else belongs to it by its label, and waits until it stands. */
export async function giveVerdict(
  claim: Locator,
  aspect: 'said' | 'so' | null,
  verdict: string,
  notes: Record<string, string> = {},
): Promise<void> {
  const form = await openVerdictForm(claim, aspect)
  await form.getByRole('radio', { name: new RegExp(`^${verdict}`) }).check()
  for (const [label, text] of Object.entries(notes)) {
    await form.getByLabel(label, { exact: true }).fill(text)
  }
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form).toBeHidden()
}

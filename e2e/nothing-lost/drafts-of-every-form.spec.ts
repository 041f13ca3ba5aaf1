import type { Locator, Page } from '@playwright/test'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { addFact } from '@/lib/commands/ledger/facts'
import { addWebhook } from '@/lib/commands/webhooks/webhooks'
import { expect, test } from '../support/fixtures'
import {
  claimOf,
  doubleClickOn,
  goToArticle,
  newClaim,
  openVerdictForm,
} from '../support/workspace'

/** A way into a form, from a page on which those before it may be open, and the form. */
interface Way {
  into: string
  at: string
  open: (page: Page) => Promise<unknown>
  form: (page: Page) => Locator
  /** Another form stands in its place as long as that is open. */
  alone?: true
}

test('a reload in the middle of every form loses nothing', async ({ desk }) => {
  test.slow()
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const writer = await desk.newsroom.member('writer', 'Willem')
  const article = await desk.newsroom.article({ by: actor, writers: [writer] })
  const first = await desk.newsroom.claim(article, 'opened in 1932')
  const { sourceId } = await desk.newsroom.evidence(first, { directness: 'secondary' })
  const second = await desk.newsroom.claim(article, 'four million crowns', {
    claimant: 'The mayor',
  })
  await desk.newsroom.evidence(second)
  const third = await desk.newsroom.claim(article, 'in May')
  await desk.newsroom.evidence(third)
  await giveVerdict(actor, { claimId: third.claimId, verdict: 'confirmed' })
  const born = { kind: 'birth', subject: 'Ada Vance', basis: 'The register.' }
  const { factId } = await addFact(actor, { ...born, born: '1952-08-20' })
  await addFact(actor, { ...born, born: '1953-08-20' })
  const url = 'https://example.org/hook'
  const { webhookId } = await addWebhook(actor, { url, events: ['password-link.*'] })
  const here = desk.at(article)
  const c1 = (page: Page) => claimOf(page, 'C-001')
  const c2 = (page: Page) => claimOf(page, 'C-002')
  const named = (name: string | RegExp) => (page: Page) =>
    page.getByRole('form', { name, exact: true })

  const ways: Way[] = [
    {
      into: 'a new claim',
      at: here,
      async open(page) {
        if (await newClaim(page).isVisible()) return
        await doubleClickOn(page, 'welded')
        await page.keyboard.press('c')
      },
      form: newClaim,
    },
    {
      into: 'words to waive',
      at: here,
      async open(page) {
        if (await newClaim(page).isVisible()) await page.keyboard.press('Escape')
        await doubleClickOn(page, 'welded')
        await page.keyboard.press('w')
      },
      form: named('Waive words'),
    },
    {
      into: 'the details of a claim',
      at: `${here}?claim=1`,
      open: (page) => c1(page).getByRole('button', { name: 'Edit', exact: true }).click(),
      form: named('Details of the claim'),
    },
    {
      into: 'a cut',
      at: `${here}?claim=1`,
      async open(page) {
        const edit = c1(page).getByRole('button', { name: 'Edit', exact: true })
        if (await edit.isVisible()) await edit.click()
        await page.getByText('Cut this claim').click()
      },
      form: named('Cut this claim'),
    },
    ...(['said', 'so'] as const).map((aspect) => ({
      into: `a verdict on “${aspect}”`,
      at: `${here}?claim=2`,
      open: (page: Page) => openVerdictForm(c2(page), aspect),
      form: named(`Verdict on “${aspect}”`),
    })),
    {
      into: 'a source to attach',
      at: `${here}?claim=2`,
      open: (page) => c2(page).getByRole('button', { name: 'Attach source' }).click(),
      form: named('Attach a source'),
    },
    {
      into: 'attached evidence',
      at: `${here}?claim=1`,
      open: (page) =>
        c1(page)
          .getByRole('button', { name: /^Edit the evidence/ })
          .click(),
      form: named('Edit the evidence'),
    },
    {
      into: 'figures to compare',
      at: `${here}?claim=1`,
      open: (page) =>
        c1(page)
          .getByRole('button', { name: /^Compare figures/ })
          .click(),
      form: named('Compare figures'),
      alone: true,
    },
    {
      into: 'words to compare',
      at: `${here}?claim=2`,
      open: (page) =>
        c2(page)
          .getByRole('button', { name: /^Compare words/ })
          .click(),
      form: named('Compare words'),
    },
    {
      into: 'a calculation',
      at: `${here}?claim=1`,
      open: (page) => c1(page).getByRole('button', { name: 'Add calculation' }).click(),
      form: named('Add a calculation'),
    },
    {
      into: 'evidence to take off',
      at: `${here}?claim=1`,
      open: (page) =>
        c1(page)
          .getByRole('button', { name: /^Take off/ })
          .click(),
      form: named('Take the evidence off'),
      alone: true,
    },
    {
      into: 'secondary support to accept',
      at: `${here}?claim=1`,
      open: (page) => c1(page).getByRole('button', { name: 'Accept secondary support' }).click(),
      form: named('Accept secondary support for “so”'),
    },
    {
      into: 'the article’s details',
      at: `${here}/details`,
      open: async () => undefined,
      form: (page) => page.getByRole('main').locator('form').first(),
    },
    {
      into: 'a source to add',
      at: desk.at('/sources'),
      open: (page) => unfold(page, 'Add source'),
      form: named('Add source'),
    },
    {
      into: 'a source to edit',
      at: desk.at(`/sources?source=${sourceId}`),
      open: (page) => page.getByRole('button', { name: /^Edit/ }).first().click(),
      form: named(/^Edit A ledger/),
    },
    {
      into: 'a fact to keep',
      at: `${here}?claim=3`,
      open: (page) =>
        claimOf(page, 'C-003')
          .getByRole('button', { name: /^Keep in the ledger/ })
          .click(),
      form: named('Keep in the ledger'),
    },
    {
      into: 'a fact to add',
      at: desk.at('/ledger'),
      open: (page) => page.getByText('Add a fact by hand').click(),
      form: named('Add a fact'),
    },
    {
      into: 'which fact holds',
      at: desk.at('/ledger'),
      open: (page) => page.getByText('Say which holds').click(),
      form: named('Which holds on Ada Vance'),
    },
    {
      into: 'a fact to change',
      at: desk.at(`/ledger/${factId}`),
      open: (page) => page.getByText('Change…').click(),
      form: named('Change this fact'),
    },
    {
      into: 'a fact to retire',
      at: desk.at(`/ledger/${factId}`),
      open: (page) => page.getByText('Retire…').click(),
      form: named('Retire this fact'),
    },
    ...[
      ['the newsroom’s settings', '/settings', 'The newsroom'],
      ['a token of the newsroom', '/settings', 'Make a token of the newsroom'],
      ['a host to allow', '/settings', 'Allow a host'],
      ['room for files', '/settings', 'Room for files'],
      ['a webhook to add', '/settings/webhooks', 'New webhook'],
      ['a webhook to change', `/settings/webhooks/${webhookId}`, 'Change the webhook'],
      ['a token of one’s own', '/account', 'Make a token'],
    ].map(([into = '', at, name = '']) => ({
      ...{ into, at: desk.at(at), form: named(name) },
      open: async () => undefined,
    })),
    {
      into: 'an authority to add',
      at: desk.at('/settings'),
      open: (page) => unfold(page, 'Add an authority'),
      form: named('Add an authority'),
    },
    {
      into: 'an invitation',
      at: desk.at('/people'),
      open: async () => undefined,
      form: (page) => page.locator('form', { has: page.getByLabel('Email address') }),
    },
  ]

  let loaded = ''
  for (const { into, at, open, form, alone } of ways) {
    await test.step(into, async () => {
      const load = () =>
        at.startsWith(here) && at !== `${here}/details` ? goToArticle(page, at) : page.goto(at)
      if (alone || at !== loaded) await load()
      loaded = at
      await open(page)
      await expect(form(page)).toBeVisible()
      const typed = await fillAll(form(page))
      expect(Object.keys(typed)).not.toEqual([])
      await load()
      if (await form(page).isHidden()) await open(page)
      await expect.poll(() => held(form(page)), `${into} after a reload`).toMatchObject(typed)
      await expect(form(page).getByText('Kept from before this page was loaded.')).toBeVisible()
      for (const password of await form(page).locator('[type="password"]').all()) {
        await expect(password, 'a password is never kept').toHaveValue('')
      }
    })
  }
})

/** Has the form of this name unfolded: a draft unfolds it too, perhaps just before it is pressed. */
async function unfold(page: Page, name: string): Promise<void> {
  const form = page.getByRole('form', { name, exact: true })
  await expect(async () => {
    if (await form.isHidden()) await page.locator('summary', { hasText: name }).click()
    await expect(form).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

/** Types into every field that the form sends and chooses the last of each choice; answers what the fields then hold. */
async function fillAll(form: Locator): Promise<Record<string, string>> {
  for (const field of await form.locator('input, textarea, select').all()) {
    const type = await field.getAttribute('type')
    const isSent = type !== 'hidden' && (await field.getAttribute('name'))
    if (!isSent || !(await field.isVisible())) continue
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) {
      const last = (await field.locator('option').all()).at(-1)
      await field.selectOption((await last?.getAttribute('value')) ?? '')
    } else if (type === 'radio' || type === 'checkbox') {
      await field.check()
    } else if (type === 'datetime-local') {
      await field.fill('2027-03-01T10:00')
    } else if (type !== 'submit') {
      await field.fill(type === 'email' ? 'somebody@example.org' : 'Half a thought')
    }
  }
  return held(form)
}

/** What the visible fields of a form hold, by name, but for passwords; choices by what is chosen. */
function held(form: Locator): Promise<Record<string, string>> {
  return form.evaluate((element) => {
    const values: Record<string, string> = {}
    for (const field of element.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      const isChoice = field.type === 'radio' || field.type === 'checkbox'
      const isKept = field.name && field.type !== 'hidden' && field.type !== 'password'
      const isSent = isKept && field.checkVisibility()
      if (!isSent || (isChoice && !field.checked)) continue
      values[field.name] = [values[field.name], field.value].filter(Boolean).join(', ')
    }
    return values
  })
}

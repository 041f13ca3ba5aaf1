import { askQuery } from '@/lib/commands/discussion/queries'
import { startMailServer, type TestMailServer } from '@/lib/testing/outside/mail-server'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { startApp } from '../support/own-server'
import { shot } from '../support/screenshots'

// One mail server for all of them.
test.describe.configure({ mode: 'serial' })

const NEXT = 'a password for tomorrow'
const MAIL_PORT = Number(process.env.STORY_MAIL_PORT)
const SET = {
  STET_SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`,
  STET_MAIL_FROM: 'Stet <desk@example.org>',
}

test('whoever forgot their password comes back in by mail, and a colleague is invited by it', async ({
  desk,
}) => {
  test.slow()
  // The pages of the second server are open when it ends.
  desk.mayHear(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|network error|Failed to fetch/)
  const ada = await desk.arrive('admin', 'Ada')
  const tom = await desk.newsroom.member('writer', 'Tom')
  const mail = await startMailServer({}, MAIL_PORT)
  const app = await startApp(process.env.DATABASE_URL ?? '', SET)
  try {
    const page = await desk.stranger()
    await page.goto(`${app.url}/log-in`)
    await assertAccessible(page)
    await shot(page, 'mail-log-in')
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await expect(page.getByRole('heading', { name: 'Forgotten your password?' })).toBeVisible()
    const address = page.getByLabel('Email address')
    const send = page.getByRole('button', { name: 'Send me a link' })
    await address.fill('tom at the desk')
    await send.click()
    await expect(address).toHaveAccessibleDescription('This is not an email address.')
    await expect(address).toHaveValue('tom at the desk')
    await assertAccessible(page)
    await shot(page, 'mail-forgotten')
    await address.fill('nobody@example.org')
    await send.click()
    const answer = await page.getByRole('status').filter({ hasText: 'a link is' }).textContent()
    await assertAccessible(page)
    await shot(page, 'mail-asked')

    const plain = await desk.stranger({ javaScriptEnabled: false })
    await plain.goto(`${app.url}/forgotten-password`)
    await plain.getByLabel('Email address').fill(tom.email)
    await plain.getByRole('button', { name: 'Send me a link' }).click()
    await expect(plain.getByRole('status').filter({ hasText: 'a link is' })).toHaveText(
      answer ?? '',
    )

    await page.goto(await linkIn(mail, tom.email))
    await expect(page.getByText('This link came to you by mail.')).toBeVisible()
    await shot(page, 'mail-new-password')
    await page.getByLabel('New password', { exact: true }).fill(NEXT)
    await page.getByLabel('New password, once more').fill(NEXT)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Your new password is saved')).toBeVisible()
    await page.getByLabel('Email address').fill(tom.email)
    await page.getByLabel('Password').fill(NEXT)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Tom, your account')).toBeVisible()

    await ada.page.goto(`${app.url}${desk.at('/people')}`)
    const form = ada.page.getByRole('form', { name: 'Invite' })
    const ines = `ines-${desk.newsroom.slug}@example.org`
    await form.getByLabel('Email address').fill(ines)
    await form.getByRole('button', { name: 'Invite' }).click()
    await expect(ada.page.getByText(`It goes by mail to ${ines}`)).toBeVisible()
    await shot(ada.page, 'mail-invited', form)
    const shown = await ada.page.getByLabel(`Link for ${ines}`).inputValue()
    const invitation = await linkIn(mail, ines)
    expect(new URL(invitation).pathname).toBe(new URL(shown).pathname)
    const inesPage = await desk.stranger()
    await inesPage.goto(invitation)
    await expect(inesPage.getByRole('button', { name: 'Join the newsroom' })).toBeVisible()

    await ada.page.goto(`${app.url}${desk.at('/jobs')}`)
    await ada.page.getByRole('link', { name: 'Mail', exact: true }).click()
    const sent = ada.page.getByRole('row', { name: `Invitation for ${ines}` })
    await expect(sent.getByRole('status')).toHaveText('Done')
    await expect(ada.page.getByText(`New password for ${tom.email}`)).toBeVisible()
    await expect(ada.page.getByText('nobody@example.org')).toBeHidden()
    await assertAccessible(ada.page)
    await shot(ada.page, 'mail-jobs')
    await ada.page.goto(desk.at('/log'))
    await expect(ada.page.getByText('was sent a link for a new password by mail')).toBeVisible()
    await expect(ada.page.getByText('by a link that came by mail')).toBeVisible()
  } finally {
    await app.stop()
    mail.stop()
  }
})

/** The link in the one mail for this address. */
async function linkIn({ mails }: TestMailServer, address: string): Promise<string> {
  const theirs = () => mails.filter(({ to }) => to.includes(address))
  await expect.poll(() => theirs().length, { timeout: 20_000 }).toBe(1)
  return theirs()[0]?.read.text?.match(/^https?:\S+$/m)?.[0] ?? ''
}

test('what waits for somebody comes by mail as they choose, with nothing of the article in it', async ({
  desk,
}) => {
  test.setTimeout(240_000)
  desk.mayHear(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|network error|Failed to fetch/)
  const ada = await desk.newsroom.member('editor', 'Ada')
  const tom = await desk.arrive('writer', 'Tom')
  const { articleId } = await desk.newsroom.article({ by: ada, editor: ada, writers: [tom.actor] })
  const mail = await startMailServer({}, MAIL_PORT)
  const app = await startApp(process.env.DATABASE_URL ?? '', SET)
  try {
    const { page } = tom
    await page.goto(desk.at('/account'))
    await expect(page.getByText('Stet sends no mail here.')).toBeVisible()
    await page.goto(`${app.url}${desk.at('/account')}`)
    const form = page.getByRole('form', { name: 'What comes by mail' })
    await assertAccessible(page)
    await shot(page, 'mail-choices')
    const asked = form.getByRole('group', { name: 'What colleagues ask of you' })
    await expect(asked.getByLabel('In the digest')).toBeChecked()
    await asked.getByLabel('At once').check()
    await form.getByLabel('The digest comes at').selectOption('06:00')
    await form.getByRole('button', { name: 'Save the choice' }).click()
    await expect(page.getByText('Your choice is saved')).toBeVisible()
    await page.reload()
    await expect(asked.getByLabel('At once')).toBeChecked()
    await expect(form.getByLabel('The digest comes at')).toHaveValue('6')

    const words = { articleId, revision: 1, start: 0, end: 3 }
    await askQuery(ada, { ...words, to: 'writer', question: 'Who saw the bridge?' })
    const theirs = () => mail.mails.filter(({ to }) => to.includes(tom.actor.email))
    await expect.poll(() => theirs().length, { timeout: 120_000 }).toBe(1)
    const [told] = theirs()
    expect(told?.read.subject).toBe(`Answer 1 query · ${desk.newsroom.name}`)
    expect(told?.raw).not.toMatch(/bridge/i)
    const link = told?.read.text?.match(/^https?:\S+only=answer$/m)?.[0] ?? ''
    const { pathname, search } = new URL(link)
    await page.goto(`${pathname}${search}`)
    await expect(page.getByRole('link', { name: 'Who saw the bridge?' })).toBeVisible()
  } finally {
    await app.stop()
    mail.stop()
  }
})

import { describe, expect } from 'vitest'
import { listOpenInvitations } from '@/lib/db/newsroom/invitations'
import { listMembers } from '@/lib/db/newsroom/members'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { changeNewsroom, invite, removeMember, setRole, withdrawInvitation } from './members'

describe('the last admin', () => {
  test('stays an admin and stays in', async () => {
    const newsroom = await aNewsroom()
    const admin = await newsroom.member('admin')
    const { userId } = admin
    for (const attempt of [
      () => setRole(admin, { userId, role: 'editor' }),
      () => removeMember(admin, { userId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ message: expect.stringContaining('last') })
    }
    expect(await again(admin)).toMatchObject({ role: 'admin' })
  })

  test('can go once there is another', async () => {
    const newsroom = await aNewsroom()
    const admin = await newsroom.member('admin')
    const { userId } = await newsroom.member('editor')
    await setRole(admin, { userId, role: 'admin' })
    await removeMember(admin, { userId: admin.userId })
    expect(await again(admin)).toBeNull()
  })
})

test('a new role holds from the next request on', async () => {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  const tom = await newsroom.member('checker')
  await setRole(admin, { userId: tom.userId, role: 'auditor' })
  expect(await again(tom)).toMatchObject({ role: 'auditor' })
})

test('removing a member ends every log-in, and what they did stays under their name', async () => {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  const tom = await newsroom.member('checker', 'Tom')
  await newsroom.article({ by: tom })
  await removeMember(admin, { userId: tom.userId })

  expect(await again(tom)).toBeNull()
  const members = await listMembers(admin)
  expect(members.at(-1)).toMatchObject({ name: 'Tom', removedAt: expect.any(Date) })
  await expect(removeMember(admin, { userId: tom.userId })).rejects.toMatchObject({
    reason: 'not-found',
  })
})

describe('inviting', () => {
  test('puts one open invitation on file, and the secret nowhere', async () => {
    const newsroom = await aNewsroom()
    const admin = await newsroom.member('admin')
    const first = await invite(admin, { email: ' New@Example.org ', role: 'writer' })
    const second = await invite(admin, { email: 'new@example.org', role: 'checker' })

    expect(first.secret).not.toBe(second.secret)
    const open = await listOpenInvitations(admin)
    expect(open).toMatchObject([{ email: 'new@example.org', role: 'checker' }])
    expect(JSON.stringify(open)).not.toContain(second.secret)
  })

  test('somebody who is here already is refused', async () => {
    const newsroom = await aNewsroom()
    const admin = await newsroom.member('admin')
    const { email } = await newsroom.member('writer')
    await expect(invite(admin, { email, role: 'writer' })).rejects.toMatchObject({
      fields: { email: expect.any(String) },
    })
  })

  test('can be taken back once', async () => {
    const newsroom = await aNewsroom()
    const admin = await newsroom.member('admin')
    await invite(admin, { email: 'new@example.org', role: 'writer' })
    const [open] = await listOpenInvitations(admin)
    await withdrawInvitation(admin, { invitationId: open?.id })
    expect(await listOpenInvitations(admin)).toEqual([])
    await expect(withdrawInvitation(admin, { invitationId: open?.id })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

test('self-check is set for the newsroom and holds from the next request on', async () => {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  await changeNewsroom(admin, { name: 'The Desk', selfCheck: 'yes' })
  expect(await again(admin)).toMatchObject({ selfCheck: true, newsroomName: 'The Desk' })
})

test('the newsroom’s time zone is UTC until an admin chooses another, which stays when the rest changes', async () => {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  expect(admin.timeZone).toBe('UTC')
  await changeNewsroom(admin, { name: 'The Desk', timeZone: 'Europe/Istanbul' })
  const now = await again(admin)
  if (!now) throw new Error('the admin is gone')
  expect(now.timeZone).toBe('Europe/Istanbul')
  await changeNewsroom(now, { name: 'Desk' })
  expect(await again(admin)).toMatchObject({ timeZone: 'Europe/Istanbul', newsroomName: 'Desk' })
  for (const timeZone of ['', 'Mars/Olympus', '+03:00']) {
    await expect(changeNewsroom(now, { name: 'Desk', timeZone })).rejects.toMatchObject({
      fields: { timeZone: expect.stringContaining('Choose') },
    })
  }
  await expect(
    changeNewsroom(now, { name: 'Desk', timeZone: 'UTC', wasName: 'Desk', wasTimeZone: 'UTC' }),
  ).rejects.toMatchObject({ fields: { timeZone: 'Stored now: Europe/Istanbul' } })
})

test('a command goes by the role of this moment, not by the one the page was loaded with', async () => {
  const newsroom = await aNewsroom()
  const [ada, ben] = [await newsroom.member('admin'), await newsroom.member('admin')]
  await removeMember(ada, { userId: ben.userId })
  await expect(setRole(ben, { userId: ada.userId, role: 'writer' })).rejects.toMatchObject({
    reason: 'not-allowed',
  })
})

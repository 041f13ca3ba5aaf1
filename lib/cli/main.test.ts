import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPasswordLink } from '@/lib/auth/open-links'
import { isolatedDatabase, makeEmptyDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { aCommandLine } from '@/lib/testing/run/command-line'

beforeAll(isolatedDatabase)

const { stet, at } = aCommandLine()

describe('the command line', () => {
  test('says what it can do, and what it was asked for that it cannot', async () => {
    const help = await stet(['--help'])
    expect(help.status).toBe(0)
    const program = path.resolve('lib/cli/stet.mjs')
    const alone = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' })
    expect(alone).toMatchObject({ status: 0, stdout: help.stdout })
    const all = ['import', 'report', 'bundle', 'backup', 'restore', 'verify', 'users', 'doctor']
    for (const name of all) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
      expect((await stet([name, '--help'])).stdout).toContain('Usage: stet')
    }
    expect(await stet(['bakcup', 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('backup'),
    })
    expect(await stet(['doctor'], { STET_COLOUR: 'red' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('STET_COLOUR is no setting of Stet'),
    })
  })

  test('backs up, verifies and restores an installation', async () => {
    const newsroom = await aNewsroom()
    const ada = await newsroom.member('admin')
    await newsroom.article({ by: ada })
    expect(await stet(['backup', at('a.tar.gz')])).toMatchObject({ status: 0 })
    expect(await stet(['backup', at('a.tar.gz')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already'),
    })
    const verified = JSON.parse((await stet(['verify', at('a.tar.gz'), '--json'])).stdout)
    expect(verified.heads).toHaveLength(1)

    const place = await makeEmptyDatabase(`stet-cli-${crypto.randomUUID()}`)
    const there = {
      ...{ DATABASE_URL: place.app, MIGRATION_DATABASE_URL: place.owner, STET_DATA: at('there') },
    }
    expect(await stet(['doctor'], there)).toMatchObject({ status: 1 })
    const restored = await stet(['restore', at('a.tar.gz')], there)
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(restored.stdout).toContain(verified.heads[0].hash)
    const { isWell, findings } = JSON.parse(
      (await stet(['doctor', '--files', '--json'], there)).stdout,
    )
    expect(findings.filter(({ state }: { state: string }) => state === 'wrong')).toEqual([])
    expect(isWell).toBe(true)
    expect(await stet(['restore', at('a.tar.gz')], there)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is a newsroom here already'),
    })

    const cut = readFileSync(at('a.tar.gz'))
    writeFileSync(at('cut.tar.gz'), cut.subarray(0, cut.length / 2))
    expect(await stet(['verify', at('cut.tar.gz')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no whole backup'),
    })
    await place.remove()
  })

  test('lists accounts, and makes a link for a new password that works', async () => {
    const ada = await (await aNewsroom()).member('admin')
    expect((await stet(['users', 'list'])).stdout).toContain(ada.email)
    const { link } = JSON.parse(
      (
        await stet(['users', 'password-link', ada.email, '--json'], {
          STET_URL: 'https://stet.example',
        })
      ).stdout,
    )
    expect(link).toMatch(/^https:\/\/stet\.example\/new-password\/[\w-]{32}$/)
    expect(await findPasswordLink(link.split('/').at(-1))).toMatchObject({ email: ada.email })
    expect(await stet(['users', 'password-link', 'nobody@example.org'])).toMatchObject({
      status: 1,
    })
  })

  test('takes the second factor of somebody away, once', async () => {
    const ada = await (await aNewsroom()).member('admin')
    await aSecondFactor(ada)
    expect(await stet(['users', 'reset-second-factor', ada.email])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('has no second factor any more'),
    })
    expect(await stet(['users', 'reset-second-factor', ada.email])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('has no second factor.'),
    })
  })

  test('names a file that is not there, and a log that is not whole', async () => {
    expect(await stet(['verify', at('nowhere')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is nothing at'),
    })
    writeFileSync(at('log.jsonl'), '{}\n')
    expect((await stet(['verify', at('log.jsonl')])).status).toBe(1)
    expect(existsSync(at('log.jsonl'))).toBe(true)
  })
})

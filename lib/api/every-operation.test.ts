import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ApiScope } from '@/lib/domain/vocabulary'
import { commandsIn } from '@/lib/testing/architecture/rules'
import { rolledBack } from '@/lib/testing/database/rollback'
import { ask, tokenOf } from '@/lib/testing/fixtures/api-client'
import { EVERY_COMMAND } from '@/lib/testing/fixtures/every-command'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { COMMANDS, NOT_FOR_PROGRAMS } from './commands'
import { inputSchemaOf } from './schemas'

let ours: Scene
let theirs: Scene
/** Several that may do all: each may ask only so often. */
let allowed: string[]
let tokens: Record<ApiScope | 'theirs' | 'checker' | 'writer', string>

beforeAll(async () => {
  ours = await aScene()
  theirs = await aScene()
  const { admin, checker, writer } = ours.people
  allowed = await Promise.all(
    Array.from({ length: 6 }, () => tokenOf(admin, 'read', 'write', 'administer')),
  )
  tokens = {
    read: await tokenOf(admin, 'read'),
    write: await tokenOf(admin, 'write'),
    administer: await tokenOf(admin, 'administer'),
    checker: await tokenOf(checker, 'write'),
    writer: await tokenOf(writer, 'write'),
    theirs: await tokenOf(theirs.people.admin, 'read', 'write', 'administer'),
  }
}, 180_000)

test('every command is an operation, or is named with the reason why it is none', () => {
  const commands = readdirSync('lib/commands', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/test|onboarding/.test(name))
    .flatMap((name) => commandsIn(name, readFileSync(`lib/commands/${name}`, 'utf8')))
  const named = [...COMMANDS.map(({ name }) => name), ...Object.keys(NOT_FOR_PROGRAMS)]
  expect(named.sort()).toEqual(commands.sort())
  expect(new Set(COMMANDS.map(({ path }) => path)).size).toBe(COMMANDS.length)
})

test('every command that a page gives is an operation, or is none for a reason', () => {
  const actions = readFileSync('lib/actions.ts', 'utf8')
  const given = [...actions.matchAll(/ formAction\(\w+\.(\w+)\)/g)].map(([, name = '']) => name)
  expect(given.length).toBeGreaterThan(100)
  const names = COMMANDS.map(({ name }) => name)
  const missing = given.filter((name) => !names.includes(name))
  expect(missing.filter((name) => !Object.hasOwn(NOT_FOR_PROGRAMS, name))).toEqual([])
})

describe.each(COMMANDS)('$name', (operation) => {
  const { name, path, scope, command } = operation
  const post = ['POST', path] as ['POST', string]
  const all = () => allowed[COMMANDS.indexOf(operation) % allowed.length] ?? ''
  const { input, by = 'admin' } = EVERY_COMMAND[name] ?? {}

  test('is refused without a token', async () => {
    const answer = await ask(null, post, input?.(ours))
    expect(answer).toMatchObject({ status: 401, body: { type: '/api/v1#no-token' } })
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Stet"')
  })

  test('is refused to a token without the scope', async () => {
    const other = scope === 'administer' ? 'write' : 'read'
    const answer = await ask(tokens[other], post, input?.(ours))
    expect(answer).toMatchObject({ status: 403, body: { type: '/api/v1#missing-scope' } })
  })

  test('reaches nothing of another newsroom', async () => {
    const schema = inputSchemaOf(command)
    const ids = Object.keys(schema.properties).filter((field) => /Ids?$/.test(field))
    if (ids.every((field) => !schema.required.includes(field))) return
    const answer = await ask(tokens.theirs, post, input?.(ours))
    expect([403, 404]).toContain(answer.status)
  })

  test('names the field that is wrong', async () => {
    const misspelt = await ask(all(), post, { ...input?.(ours), misspelt: 1 })
    const { required, additionalProperties } = inputSchemaOf(command)
    if (!additionalProperties) {
      expect(misspelt).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '#/misspelt', detail: expect.any(String) }] },
      })
    }
    if (required.length === 0) return
    const empty = await ask(all(), post, {})
    expect(empty.status).toBe(422)
    const pointers = empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(required.map((field) => `#/${field}`)))
  })

  test('is carried out', async () => {
    const token = by === 'checker' || by === 'writer' ? tokens[by] : all()
    await rolledBack(async () => {
      const answer = await ask(token, post, input?.(ours))
      expect(answer.errors).toEqual([])
      expect(answer.body).not.toHaveProperty('errors')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+$/)
    })
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { commandsIn, violations } from './testing/architecture/rules'

const ROOTS = ['app', 'components', 'lib', 'prisma']
const ALONE = ['instrumentation.ts', 'proxy.ts']

const files = [
  ...ROOTS.filter((root) => existsSync(root)).flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
  ),
  ...ALONE.filter((file) => existsSync(file)),
].filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.|^lib\/testing\/|^lib\/db\/generated\//.test(path),
)

const codeOf = (file: string) => readFileSync(file, 'utf8')

const commands = files
  .filter((file) => file.startsWith('lib/commands/'))
  .flatMap((file) => commandsIn(file, codeOf(file)))

test('the commands are found', () => {
  expect(commands).toEqual(
    expect.arrayContaining(['giveVerdict', 'bringArticle', 'foundNewsroom', 'acceptInvitation']),
  )
})

test.each(files)('%s keeps to its place', (file) => {
  expect(violations(file, codeOf(file), commands)).toEqual([])
})

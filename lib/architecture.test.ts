import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { importsOf } from './testing/architecture/imports'
import { circles, MOST_FILES, orderProblem } from './testing/architecture/rooms'
import { commandsIn, violations } from './testing/architecture/rules'
import { MOST_LINES, namedClasses, ownedClasses, saidWords } from './testing/architecture/sheets'

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

const code = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const imports = new Map([...code].map(([file, text]) => [file, usedBy(file, text)]))

const commands = files
  .filter((file) => file.startsWith('lib/commands/'))
  .flatMap((file) => commandsIn(file, code.get(file) ?? ''))

test('the files and their commands are found', () => {
  expect(files.length).toBeGreaterThan(400)
  expect(commands).toEqual(
    expect.arrayContaining(['giveVerdict', 'bringArticle', 'foundNewsroom', 'acceptInvitation']),
  )
})

test('every file keeps to its place', () => {
  const problems = [...code].flatMap(([file, text]) =>
    violations(file, text, commands).map((problem) => `${file} ${problem}`),
  )
  expect(problems).toEqual([])
})

test('every room uses only what stands before it', () => {
  const problems = [...imports].flatMap(([file, used]) =>
    used.flatMap((one) => {
      const problem = orderProblem(plain(file), plain(one))
      return problem ? `${file} ${problem}` : []
    }),
  )
  expect(problems).toEqual([])
})

test('no files and no rooms go in circles', () => {
  expect(circles(new Map([...imports].map(([file, used]) => [file, new Set(used)])))).toEqual([])
  const rooms = new Map<string, Set<string>>()
  for (const [file, used] of imports) {
    const room = dirname(file)
    const others = used.map((one) => dirname(one)).filter((one) => one !== room)
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others]))
  }
  expect(circles(rooms)).toEqual([])
})

test('no room is a warehouse', () => {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
})

const sheets = readdirSync('app/styles', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map(
    (path) => [join('app/styles', path), readFileSync(join('app/styles', path), 'utf8')] as const,
  )

test('every class has one sheet that styles it', () => {
  const owners = new Map<string, string[]>()
  for (const [sheet, text] of sheets) {
    for (const name of ownedClasses(text)) owners.set(name, [...(owners.get(name) ?? []), sheet])
  }
  expect(owners.size).toBeGreaterThan(200)
  expect([...owners].filter(([, owning]) => owning.length > 1)).toEqual([])
})

test('every class is drawn somewhere', () => {
  const drawing = [...code].filter(([file]) => /^(app|components|lib\/domain)\//.test(file))
  const said = saidWords(drawing.map(([, text]) => text).join('\n'))
  const unused = sheets.flatMap(([sheet, text]) =>
    namedClasses(text)
      .filter((name) => !said.has(name))
      .map((name) => `${sheet} .${name}`),
  )
  expect(unused).toEqual([])
})

test('every sheet is in its layer, and short', () => {
  const layers = readFileSync('app/styles/layers.css', 'utf8')
  const problems = sheets.flatMap(([sheet, text]) => {
    const long = text.split('\n').length > MOST_LINES ? [`${sheet} is too long`] : []
    const path = sheet.replace('app/styles/', './')
    // A face has no layer: it has to stand for the one of its package, and that has none.
    const isFaces = /^(?:\s|\/\*[\s\S]*?\*\/|@font-face \{[^}]*\})*$/.test(text)
    const alone =
      path !== './layers.css' && !isFaces && !layers.includes(`@import "${path}" layer(`)
    return alone ? [...long, `${sheet} is in no layer`] : long
  })
  expect(problems).toEqual([])
})

function usedBy(file: string, text: string): string[] {
  return importsOf(file, text)
    .filter(({ isPackage }) => !isPackage)
    .flatMap(({ from }) => {
      const found = [`${from}.ts`, `${from}.tsx`, from].find((one) => code.has(one))
      return found ? [found] : []
    })
}

function plain(file: string): string {
  return file.replace(/\.tsx?$/, '')
}

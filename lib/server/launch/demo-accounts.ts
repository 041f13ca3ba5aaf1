import { randomInt } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { type DataFolder, keep } from './data-folder'

const NAME = 'demo-accounts.json'
const PEOPLE = {
  admin: 'Ada Vance',
  editor: 'Ines Marek',
  checker: 'Tom Okafor',
  writer: 'Lena Brandt',
}
const WORDS =
  'acorn amber anchor apple arrow aspen autumn badge bamboo basil beacon birch bishop blanket blossom bottle ' +
  'branch bridge bronze button cabin candle canoe canvas carbon castle cedar cellar chalk cherry circle clover ' +
  'cobalt comet compass copper coral cotton crane cricket crystal dahlia delta denim desert dolphin ember engine ' +
  'fabric falcon feather fennel ferry finch flint forest fossil garden garnet ginger glacier granite guitar hammer ' +
  'harbor hazel heron hollow honey indigo island ivory jacket jasmine juniper kettle ladder lagoon lantern ' +
  'laurel lemon lily linen lotus magnet maple marble meadow melon meteor mirror mosaic nectar nickel nutmeg ' +
  'oasis olive onyx opal orbit orchid otter paddle paper parrot pebble pepper piano pigeon planet plum pocket ' +
  'prairie quartz quill raven ribbon river rocket saddle saffron salmon sandal satin shadow silver spruce ' +
  'summit tango thistle timber tulip tunnel velvet violet walnut willow window winter yellow zephyr'

const Accounts = z.array(
  z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }),
)

/** Somebody who can sign in to the demonstration. */
export type DemoAccount = z.infer<typeof Accounts>[number]

/** The demonstration's accounts and the file they are in, with passwords that are made once and stay. */
export async function keepDemoAccounts(
  folder: DataFolder,
): Promise<{ file: string; accounts: DemoAccount[] }> {
  const file = path.join(folder.path, NAME)
  const text = await keep(folder, NAME, () => `${JSON.stringify(makeAccounts(), null, 2)}\n`)
  try {
    return { file, accounts: Accounts.parse(JSON.parse(text)) }
  } catch {
    throw new Refusal('unavailable', `${file} cannot be read. Remove it to get new accounts.`)
  }
}

/** The accounts as a small table. */
export function accountTable(accounts: DemoAccount[]): string {
  const width = (key: keyof DemoAccount) => Math.max(...accounts.map((row) => row[key].length)) + 3
  return accounts
    .map(
      ({ role, name, email, password }) =>
        role.padEnd(width('role')) +
        name.padEnd(width('name')) +
        email.padEnd(width('email')) +
        password,
    )
    .join('\n')
}

function makeAccounts(): DemoAccount[] {
  return Object.entries(PEOPLE).map(([role, name]) => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@demo.example`
    return { role, name, email, password: makePassword() }
  })
}

/** Four words of about 150: 29 bits, enough where log-ins are slowed down and the newsroom is invented. */
function makePassword() {
  const words = WORDS.split(' ')
  return Array.from({ length: 4 }, () => words[randomInt(words.length)]).join('-')
}

import { SPECIAL_IPV4, SPECIAL_IPV6 } from './special-samples'
import { embeddingsOf, spellingsOf } from './spellings'

/** An address that leads where Stet must not go. */
export interface Attack {
  how: string
  address: string
  /** What its name resolves to, if it is a name. */
  answers: readonly string[]
}

/** Addresses of the outside world, which a name gives beside one of ours or before it. */
export const GLOBAL = '93.184.215.14'
const GLOBAL_IPV6 = '2606:2800:21f:cb07::1'

/**
 * Addresses and names that lead to a host of ours, to a special network or to the metadata of a cloud; with this port
 * in each. All of them are well-formed: only a check of where they lead can hold them back.
 */
export function attacks(port: number): Attack[] {
  return [
    ...literals().map(([how, host]) => ({ how, address: `http://${host}:${port}/`, answers: [] })),
    ...writings(port).map(([how, address]) => ({ how, address, answers: ['127.0.0.1'] })),
    ...names().map(([how, host, answers]) => ({
      how,
      address: `http://${host}:${port}/`,
      answers,
    })),
  ]
}

function literals(): [string, string][] {
  const everySpelling = ['127.0.0.1', '169.254.169.254', '10.0.0.1', '192.168.1.1', '0.0.0.0']
  const embedded = ['127.0.0.1', '169.254.169.254', '10.0.0.1', '192.168.1.1']
  return [
    ...SPECIAL_IPV4.flatMap((address) =>
      spellingsOf(address)
        .filter((_, index) => index < 2 || everySpelling.includes(address))
        .map((spelled): [string, string] => [`${address} as ${spelled}`, spelled]),
    ),
    ...SPECIAL_IPV6.map((address): [string, string] => [address, `[${address}]`]),
    ...embedded.flatMap((address) =>
      embeddingsOf(address).map(([how, inside]): [string, string] => [
        `${address} ${how}`,
        `[${inside}]`,
      ]),
    ),
  ]
}

/** What stands around the host, read as a browser reads it (WHATWG URL). */
function writings(port: number): [string, string][] {
  return [
    ['backslashes', `http:\\\\127.0.0.1:${port}\\`],
    ['no slashes', `http:127.0.0.1:${port}/`],
    ['one slash', `http:/127.0.0.1:${port}/`],
    ['five slashes', `http://///127.0.0.1:${port}/`],
    ['a tab in the host', `http://127.\t0.0.1:${port}/`],
    ['a line break in the host', `http://127.0.\n0.1:${port}/`],
    ['a line break in the scheme', `ht\ntp://127.0.0.1:${port}/`],
    ['spaces around', `  http://127.0.0.1:${port}/  `],
    ['controls around', `\u0000\u001fhttp://127.0.0.1:${port}/\u0001`],
    ['scheme in capitals', `HTTP://127.0.0.1:${port}/`],
    ['an empty user', `http://@127.0.0.1:${port}/`],
    ['a host in the query', `http://127.0.0.1:${port}?@example.org/`],
    ['a host in the fragment', `http://127.0.0.1:${port}#@example.org/`],
    ['a backslash before a host', `http://127.0.0.1:${port}\\@example.org/`],
    ['a port with zeros', `http://127.0.0.1:000${port}/`],
    ['soft hyphens in the name', `http://loc\u00adal\u00adhost:${port}/`],
    ['a joiner in the number', `http://127.0.0.\u20601:${port}/`],
    ['a name in full-width letters', `http://ｌｏｃａｌｈｏｓｔ:${port}/`],
    ['a name in circled letters', `http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:${port}/`],
    ['a name in bold letters', `http://𝐥𝐨𝐜𝐚𝐥𝐡𝐨𝐬𝐭:${port}/`],
    ['a name with an escape', `http://%6cocalhost:${port}/`],
  ]
}

/** Names, and what they resolve to. */
function names(): [string, string, string[]][] {
  const local = ['localhost', 'LOCALHOST', 'localhost.', 'localhost.localdomain', 'ip6-localhost']
  const metadata = ['metadata.google.internal', 'metadata', 'instance-data.ec2.internal']
  const inside = [...SPECIAL_IPV4, ...SPECIAL_IPV6]
  return [
    ...[...local, 'a.localhost', 'stet.local'].flatMap((name): [string, string, string[]][] => [
      [`${name}, by IPv4`, name, ['127.0.0.1']],
      [`${name}, by IPv6`, name, ['::1']],
    ]),
    ...metadata.map((name): [string, string, string[]] => [name, name, ['169.254.169.254']]),
    ['a number with two dots after', '0x7f.1..', ['127.0.0.1']],
    ['a resolver that gives a zone', 'zone.example', ['fe80::1%lo']],
    ...inside.flatMap((address, index): [string, string, string[]][] => [
      [`a name for ${address}`, `one-${index}.example`, [address]],
      [`public, then ${address}`, `after-${index}.example`, [GLOBAL, address]],
      [`${address}, then public`, `before-${index}.example`, [address, GLOBAL_IPV6]],
    ]),
  ]
}

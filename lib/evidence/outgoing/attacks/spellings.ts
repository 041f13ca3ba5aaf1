/** Ways to write one IPv4 address in a URL, the usual one first, then as one number. */
export function spellingsOf(address: string): string[] {
  const bytes = address.split('.').map(Number)
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  const hex = (value: number) => `0x${value.toString(16)}`
  const octal = (value: number) => `0${value.toString(8)}`
  return [
    address,
    String(number),
    hex(number),
    hex(number).toUpperCase(),
    octal(number),
    `0x${'0'.repeat(20)}${number.toString(16)}`,
    bytes.map(hex).join('.'),
    bytes.map(octal).join('.'),
    bytes.map((byte) => `0000${octal(byte)}`).join('.'),
    [a, hex(b), octal(c), d].join('.'),
    [octal(a), hex((b << 16) | (c << 8) | d)].join('.'),
    [a, (b << 16) | (c << 8) | d].join('.'),
    [hex(a), b, (c << 8) | d].join('.'),
    `${address}.`,
    `${number}.`,
    bytes.join('。'),
    bytes.join('．'),
    bytes.join('｡'),
    replaced(address, (digit) => String.fromCodePoint(0xff10 + digit)),
    replaced(address, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'.charAt(digit)),
    replaced(address, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(digit)),
    replaced(address, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(digit)),
    replaced(address, (digit) => String.fromCodePoint(0x1d7ce + digit)),
    replaced(address, (digit) => String.fromCodePoint(0x1d7f6 + digit)),
    replaced(address, (digit) => `%3${digit}`),
    address.replaceAll('.', '%2e'),
    address.replaceAll('.', '%E3%80%82'),
  ]
}

/** IPv6 addresses that carry this IPv4 address, and how. */
export function embeddingsOf(address: string): [string, string][] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const group = (high: number, low: number) => ((high << 8) | low).toString(16).padStart(4, '0')
  const [high, low] = [group(a, b), group(c, d)]
  const [flippedHigh, flippedLow] = [group(a ^ 255, b ^ 255), group(c ^ 255, d ^ 255)]
  return [
    ['mapped', `::ffff:${address}`],
    ['mapped, in hex', `::ffff:${high}:${low}`],
    ['mapped, in capitals', `::FFFF:${high}:${low}`.toUpperCase()],
    ['mapped, written out', `0000:0000:0000:0000:0000:ffff:${address}`],
    ['mapped, zeros in the middle', `0:0::0:ffff:${address}`],
    ['compatible', `::${address}`],
    ['compatible, in hex', `::${high}:${low}`],
    ['translated by SIIT', `::ffff:0:${address}`],
    ['by NAT64', `64:ff9b::${address}`],
    ['by NAT64, in hex', `64:ff9b::${high}:${low}`],
    ['by local NAT64', `64:ff9b:1::${address}`],
    ['by 6to4', `2002:${high}:${low}::1`],
    ['as a Teredo server', `2001:0:${high}:${low}::1`],
    ['as a Teredo client', `2001:0:4136:e378:8000:63bf:${flippedHigh}:${flippedLow}`],
    ['by ISATAP', `2606:2800:21f:cb07:0:5efe:${address}`],
    ['by global ISATAP', `2606:2800:21f:cb07:200:5efe:${high}:${low}`],
  ]
}

const replaced = (address: string, digit: (value: number) => string) =>
  address.replace(/\d/g, (found) => digit(Number(found)))
